/** `pick-model catalog list`: the models the catalog has. */
import { CATALOG_OPTIONS } from "../options/evidence.ts";
import { DAY_OPTIONS } from "../options/requirements.ts";
import { presentedCommand } from "../presented.ts";

export const catalogList = presentedCommand({
  summary: "list the models of the catalog",
  options: { ...DAY_OPTIONS, ...CATALOG_OPTIONS },
  examples: [{ line: "pick-model catalog list --format csv", says: "the models as a spreadsheet" }],
  present: async (invocation) => (await import("./lists.run.ts")).listModels(invocation),
});
