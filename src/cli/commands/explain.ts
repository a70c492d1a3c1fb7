/** `pick-model explain`: the whole account for one model. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { FULL_OPTIONS } from "../options/single-command.ts";
import { presentedCommand } from "../presented.ts";

export const explain = presentedCommand({
  summary: "explain the answer, figure by figure",
  description:
    "Explains one model's place in the answer: each requirement, the arithmetic of each criterion, the evidence " +
    "with its sources and dates, and what would change it.",
  operands: [
    {
      name: "model",
      help: "a model or snapshot; the one recommended unless told",
      names: "models",
    },
  ],
  formats: ["madr"],
  options: { ...QUESTION_OPTIONS, ...FULL_OPTIONS },
  examples: [
    { line: "pick-model explain --budget low --latency realtime", says: "why this answer" },
    { line: "pick-model explain gpt-4o --budget low", says: "why not the other one" },
    {
      line: "pick-model explain -r requirements.yaml --full --format markdown",
      says: "every test, claim and source",
    },
  ],
  present: async (invocation) => (await import("./explain.run.ts")).present(invocation),
});
