/** The work of `pick-model explain`: the account for one model. */
import { explainModel } from "../../answers/explanation/index.ts";
import { presentExplanation } from "../../answers/explanation/presentation.ts";
import { answerTo } from "../../ask.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { knownModel } from "../named-models.ts";
import type { OUTPUT_OPTIONS } from "../options/output.ts";
import type { QUESTION_OPTIONS } from "../options/requirements.ts";
import type { Presented } from "../presented.ts";
import { readQuestion } from "../question.ts";

export async function present({
  operands: [typed],
  options,
  io,
}: Invocation<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>): Promise<Presented> {
  const question = await readQuestion(options, io);
  const model = typed === undefined ? null : knownModel(typed, question.catalog, "explain");
  const answer = answerTo(question);
  return {
    presentation: presentExplanation(explainModel(answer, model)),
    exitCode: answer.result.recommendation === null ? EXIT.no : EXIT.answered,
  };
}
