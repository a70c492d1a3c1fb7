/** `pick-model evidence promptfoo`: the user's own graded answers as evidence. */
import { defineCommand } from "../command.ts";
import { FILE_OPTIONS, CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import { PROMPTFOO_OPTIONS } from "../options/own-data.ts";

export const evidencePromptfoo = defineCommand({
  summary: "your own graded answers, from promptfoo, as evidence",
  description:
    "Reads the results of 'promptfoo eval -o results.json' (or .jsonl) and writes an evidence file for --catalog: how " +
    "often each model did your own work, and how sure that is. No prompt, answer or key is copied.",
  operands: [
    {
      name: "results",
      help: "results.json, results.jsonl, or - for stdin",
      required: true,
      files: "*",
    },
  ],
  options: { ...PROMPTFOO_OPTIONS, ...DAY_OPTIONS, ...CATALOG_OPTIONS, ...FILE_OPTIONS },
  examples: [
    {
      line: "pick-model evidence promptfoo results.json --task extraction -o evidence.yaml",
      says: "then: pick-model --task extraction --catalog evidence.yaml",
    },
    {
      line: "pick-model evidence promptfoo results.json --task chat --target 0.9 -o evidence.yaml",
      says: "with the success rate the work needs",
    },
    {
      line: "pick-model evidence promptfoo results.json --task chat --map azure:chat:prod=gpt-4o",
      says: "where a provider's name is no model",
    },
  ],
  run: async (invocation) => (await import("./evidence-promptfoo.run.ts")).run(invocation),
});
