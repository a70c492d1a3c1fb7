/** The work of `pick-model report`: the recommendation as a page. */
import { presentRecommendation } from "../../answers/recommendation/presentation.ts";
import { answerTo } from "../../ask.ts";
import { usageFailure } from "../../schema/failure.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { FILE_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { REPORT_OPTIONS } from "../options/single-command.ts";
import { deliverSaid, readDestination } from "../output.ts";
import { readQuestion } from "../question.ts";
import { reportPage } from "../report-page.ts";

const ADDED = { typed: "", meant: "" };

export async function run({
  options,
  io,
}: Invocation<
  typeof QUESTION_OPTIONS & typeof REPORT_OPTIONS & typeof FILE_OPTIONS
>): Promise<number> {
  const asked = readDestination(options);
  if (asked === null && options.open !== true && io.stdout.isTTY) {
    throw usageFailure("writes an HTML page, which is nothing for a terminal", "report", {
      ...ADDED,
      add: ["-o", "report.html"],
      or: { ...ADDED, add: ["--open"] },
      advice: "add -o report.html, or --open to look at once",
    });
  }
  const question = await readQuestion(options, io);
  const answer = answerTo(question);
  const html = await reportPage(question, answer, options.static === true);
  if (options.open === true) {
    const { openPage } = await import("../open-page.ts");
    await openPage(html, asked, io);
  } else await deliverSaid(html, asked, io, presentRecommendation(answer).summary());
  return answer.result.recommendation === null ? EXIT.no : EXIT.answered;
}
