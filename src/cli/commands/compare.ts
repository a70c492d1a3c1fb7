/** `pick-model compare`: the models side by side, trait by trait. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { COMPARISON_OPTIONS } from "../options/single-command.ts";
import { presentedCommand } from "../presented.ts";

export const compare = presentedCommand({
  summary: "compare the models, trait by trait",
  description:
    "Compares models trait by trait, with what the evidence says of each and where it contradicts itself. " +
    "Requirements add what your own workload would cost and how long it would wait.",
  operands: [
    {
      name: "models",
      help: "models or snapshots; GPT-4o and GPT-4o mini unless told",
      names: "models",
      many: true,
    },
  ],
  options: { ...QUESTION_OPTIONS, ...COMPARISON_OPTIONS },
  examples: [
    { line: "pick-model compare", says: "everything, side by side" },
    {
      line: "pick-model compare --traits cost,accuracy --evidence",
      says: "two traits, with sources",
    },
    { line: "pick-model compare gpt-4o-mini gpt-6-luna --format markdown", says: "for a wiki" },
  ],
  present: async (invocation) => (await import("./compare.run.ts")).present(invocation),
});
