/** `pick-model catalog validate`: checks catalog files, and says what they hold. */
import { CATALOG_OPTIONS } from "../options/evidence.ts";
import { presentedCommand } from "../presented.ts";

export const catalogValidate = presentedCommand({
  summary: "check catalog files",
  description:
    "Checks catalog files: your own ones over the catalog, a folder that is a whole catalog or, without a path, " +
    "the catalog this program ships with. The first mistake is named with its file, line and column.",
  operands: [
    {
      name: "paths",
      help: "files or folders of --catalog, or a whole catalog",
      many: true,
      files: "*",
    },
  ],
  options: CATALOG_OPTIONS,
  examples: [
    {
      line: "pick-model catalog validate prices.yaml",
      says: "your own prices, before they are used",
    },
    { line: "pick-model catalog validate data", says: "a whole catalog folder" },
  ],
  present: async (invocation) => (await import("./lists.run.ts")).validateCatalogs(invocation),
});
