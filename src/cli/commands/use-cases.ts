/** `pick-model use-cases`: the presets to start from. */
import { CATALOG_OPTIONS } from "../options/evidence.ts";
import { presentedCommand } from "../presented.ts";

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
