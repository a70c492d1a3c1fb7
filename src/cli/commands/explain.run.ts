/** The work of `pick-model explain`: the account for one model. */
import { explainModel } from "../../answers/explanation/index.ts";
import { presentExplanation } from "../../answers/explanation/presentation.ts";
import { answerTo } from "../../ask.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { FULL_OPTIONS } from "../options/single-command.ts";
import type { Presented } from "../presented.ts";
import { knownModel, readQuestion } from "../question.ts";

export async function present({
  operands: [typed],
  options,
  io,
}: Invocation<
  typeof QUESTION_OPTIONS & typeof FULL_OPTIONS & typeof OUTPUT_OPTIONS
>): Promise<Presented> {
  const question = await readQuestion(options, io);
  const model = typed === undefined ? null : knownModel(typed, question.catalog, "explain");
  const answer = answerTo(question);
  const explanation = explainModel(answer, model);
  const presentation = presentExplanation(explanation, options.full === true ? null : answer);
  const record = async () => {
    const { decisionRecord } = await import("../../answers/explanation/decision-record.ts");
    return decisionRecord(answer, model === null ? explanation : explainModel(answer, null));
  };
  return {
    presentation: { ...presentation, record },
    isLong: options.full === true,
    exitCode: answer.result.recommendation === null ? EXIT.no : EXIT.answered,
  };
}
