/** `pick-model migrate`: what to move to when a model ends, at what cost, what breaks, by when. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { MIGRATION_OPTIONS } from "../options/single-command.ts";
import { presentedCommand } from "../presented.ts";

export const migrate = presentedCommand({
  summary: "what to move to when a model ends, and what that takes",
  description:
    "Ranks the models that can take over from one that ends, by your own requirements: with the bill before and " +
    "after, what a request has to change, what is lost, and the days of the move. A reasoning model is judged at " +
    "effort none where it has it. Without targets, every model that is served long enough is considered.",
  operands: [
    {
      name: "from",
      help: "the model, snapshot or fine-tuned id (ft:…) you use today",
      names: "models",
      required: true,
    },
    {
      name: "to",
      help: "models to consider; every one that is served unless told",
      names: "models",
      many: true,
    },
  ],
  formats: ["madr", "github", "ics"],
  options: { ...QUESTION_OPTIONS, ...MIGRATION_OPTIONS },
  examples: [
    { line: "pick-model migrate gpt-4o-mini", says: "where to, and what it takes" },
    {
      line: "pick-model migrate gpt-4o-mini gpt-6-luna --requests 300k --sends max_tokens,tools",
      says: "one target, your volume and what your requests hold",
    },
    {
      line: "pick-model migrate gpt-4o --effort low --quality high",
      says: "with some reasoning",
    },
    {
      line: "pick-model migrate gpt-4o-mini --format ics -o move.ics",
      says: "the days, for a calendar",
    },
  ],
  present: async (invocation) => (await import("./migrate.run.ts")).present(invocation),
});
