/** `pick-model explain`: the whole account for one model. */
import { EXIT } from "../exit-codes.ts";
import { QUESTION_OPTIONS } from "../options/requirements.ts";
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
  options: QUESTION_OPTIONS,
  examples: [
    { line: "pick-model explain --budget low --latency realtime", says: "why this answer" },
    { line: "pick-model explain gpt-4o --budget low", says: "why not the other one" },
    {
      line: "pick-model explain -r requirements.yaml --format markdown",
      says: "for a decision's record",
    },
  ],
  async present({ operands: [typed], options, io }) {
    const [{ readQuestion }, { knownModel }, engine, { explainModel }, { presentExplanation }] =
      await Promise.all([
        import("../question.ts"),
        import("../known-model.ts"),
        import("../../answers/recommendation/recommend.ts"),
        import("../../answers/explanation/index.ts"),
        import("../../answers/explanation/presentation.ts"),
      ]);
    const { catalog, need, sheets, recommendOptions } = await readQuestion(options, io);
    const model = typed === undefined ? null : knownModel(typed, catalog, "explain");
    const answer = engine.recommend(need, sheets, recommendOptions);
    return {
      presentation: presentExplanation(explainModel(answer, model)),
      exitCode: answer.result.recommendation === null ? EXIT.no : EXIT.answered,
    };
  },
});
