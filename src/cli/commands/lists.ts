/** The commands that list: `catalog list`, `catalog show`, `catalog validate`, `tasks`, `use-cases`. */
import { CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import { presentedCommand } from "../presented.ts";

/** `pick-model use-cases`: the presets to start from. */
export const useCases = presentedCommand({
  summary: "list the presets for --use-case",
  description: "Lists the presets for --use-case, with the requirements each of them stands for.",
  operands: [{ name: "id", help: "one preset in full", names: "useCases" }],
  options: CATALOG_OPTIONS,
  examples: [
    { line: "pick-model use-cases agent", says: "one preset in full" },
    { line: "pick-model use-cases --quiet", says: "their ids alone" },
  ],
  present: async (invocation) => (await import("./lists.run.ts")).listUseCases(invocation),
});

/** `pick-model tasks`: the kinds of work, and what each assumes. */
export const tasks = presentedCommand({
  summary: "list the kinds of work for --task",
  description:
    "Lists the kinds of work for --task, with the evidence that counts for each and the workload it assumes.",
  operands: [{ name: "id", help: "one task in full", names: "tasks" }],
  options: CATALOG_OPTIONS,
  examples: [
    { line: "pick-model tasks coding", says: "one task in full" },
    { line: "pick-model tasks --json", says: "every task with its evidence" },
  ],
  present: async (invocation) => (await import("./lists.run.ts")).listTasks(invocation),
});

/** `pick-model catalog validate`: checks catalog files, and says what they hold. */
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

/** `pick-model catalog show`: every fact about a model, with its sources. */
export const catalogShow = presentedCommand({
  summary: "show every fact about a model",
  description:
    "Shows every fact about a model, with the claims behind it, their sources and their dates.",
  operands: [
    {
      name: "model",
      help: "a model or one of its snapshots",
      names: "models",
      required: true,
      example: "gpt-4o-mini",
    },
  ],
  options: { ...DAY_OPTIONS, ...CATALOG_OPTIONS },
  examples: [{ line: "pick-model catalog show gpt-4o-mini", says: "what is known of a model" }],
  present: async (invocation) => (await import("./lists.run.ts")).showModel(invocation),
});

export const catalogList = presentedCommand({
  summary: "list the models of the catalog",
  options: { ...DAY_OPTIONS, ...CATALOG_OPTIONS },
  examples: [{ line: "pick-model catalog list --format csv", says: "the models as a spreadsheet" }],
  present: async (invocation) => (await import("./lists.run.ts")).listModels(invocation),
});
