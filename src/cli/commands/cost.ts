/** `pick-model cost`: what the workload costs, line by line, and what would change which model is cheaper. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { COST_OPTIONS } from "../options/single-command.ts";
import { presentedCommand } from "../presented.ts";

export const cost = presentedCommand({
  summary: "what the workload costs, line by line",
  description:
    "Bills a workload on each model: text, cached input, images, tools, output and training, a request, a month, " +
    "until the model shuts down and for a whole job; and says where the answer turns.",
  operands: [
    {
      name: "models",
      help: "models or snapshots; GPT-4o and GPT-4o mini unless told",
      names: "models",
      many: true,
    },
  ],
  options: { ...QUESTION_OPTIONS, ...COST_OPTIONS },
  examples: [
    {
      line: "pick-model cost --requests 100k --input-tokens 1000 --output-tokens 300",
      says: "a month of text",
    },
    {
      line: "pick-model cost --requests 20k --input-tokens 300 --output-tokens 150 --image 1024x1024x2",
      says: "with two images a request",
    },
    {
      line: "pick-model cost --total-requests 143k --input-tokens 7101 --output-tokens 325 --compare-tiers",
      says: "a one-off job, in every service tier",
    },
    {
      line: "pick-model cost --error-cost 0.05 --success gpt-4o=0.91 --success gpt-4o-mini=0.86",
      says: "with what errors cost, from your own tests",
    },
  ],
  present: async (invocation) => (await import("./cost.run.ts")).present(invocation),
});
