/** `pick-model`: which model, why, and what would change it. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { presentedCommand } from "../presented.ts";

export const recommend = presentedCommand({
  summary: "recommend a model (the default command)",
  description:
    "Recommends GPT-4o or GPT-4o mini from a project's requirements: with the cost, how sure the answer is, " +
    "and what would change it.",
  formats: ["html", "madr"],
  options: QUESTION_OPTIONS,
  examples: [
    { line: "pick-model --budget low --latency realtime", says: "a chat on a small budget" },
    {
      line: "pick-model --use-case document-extraction --requests 200k --max-cost 500",
      says: "from a preset, with your own volume and a hard limit",
    },
    {
      line: "pick-model -r requirements.yaml --json",
      says: "from a file, for a program to read",
    },
    {
      line: "MODEL=$(pick-model --task coding --quality high --quiet)",
      says: "the model's id alone",
    },
  ],
  present: async (invocation) => (await import("./recommend.run.ts")).present(invocation),
});
