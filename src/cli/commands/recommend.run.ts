/** The work of `pick-model`: the recommendation. */
import { presentRecommendation } from "../../answers/recommendation/presentation.ts";
import { answerTo } from "../../ask.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { Presented } from "../presented.ts";
import { readQuestion } from "../question.ts";

export async function present({
  options,
  io,
}: Invocation<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>): Promise<Presented> {
  const question = await readQuestion(options, io);
  const answer = answerTo(question);
  const page = async () => {
    // With it come the charts and the comparison, which only a page shows.
    const { reportPage } = await import("../report-page.ts");
    return reportPage(question, answer, false);
  };
  return {
    presentation: { ...presentRecommendation(answer), page },
    exitCode: answer.result.recommendation === null ? EXIT.no : EXIT.answered,
  };
}
