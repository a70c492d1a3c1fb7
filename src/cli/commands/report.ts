/** `pick-model report`: the recommendation as one page to look at. */
import { defineCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FILE_OPTIONS } from "../options/output.ts";
import { REPORT_OPTIONS } from "../options/report.ts";
import { QUESTION_OPTIONS } from "../options/requirements.ts";

export const report = defineCommand({
  summary: "write the recommendation as an interactive page",
  description:
    "Writes the recommendation as one HTML file that needs nothing else: with charts, the whole comparison, and " +
    "controls that decide again in the page.",
  options: { ...QUESTION_OPTIONS, ...REPORT_OPTIONS, ...FILE_OPTIONS },
  examples: [
    { line: "pick-model report --budget low -o report.html", says: "a page to share" },
    { line: "pick-model report -u support-chatbot --open", says: "look at once" },
    {
      line: "pick-model report -r requirements.yaml --static -o decision.html",
      says: "for an archive",
    },
  ],
  async run({ options, io }) {
    const [{ readDestination, deliverText }, { readQuestion }, engine, { reportPage }] =
      await Promise.all([
        import("../output.ts"),
        import("../question.ts"),
        import("../../answers/recommendation/recommend.ts"),
        import("../report-page.ts"),
      ]);
    const asked = readDestination(options);
    if (asked === null && options.open !== true && io.stdout.isTTY) {
      const { usageFailure } = await import("../../schema/failure.ts");
      throw usageFailure(
        "a page is nothing for a terminal",
        "report",
        "add -o report.html, or --open",
      );
    }
    const question = await readQuestion(options, io);
    const answer = engine.recommend(question.need, question.sheets, question.recommendOptions);
    const html = await reportPage(question, answer, options.static === true);
    const file = asked ?? (options.open === true ? await temporaryFile() : null);
    await deliverText(html, file, io);
    if (options.open === true && file !== null) {
      const [{ openFile }, { note }, path] = await Promise.all([
        import("../open-file.ts"),
        import("../messages.ts"),
        import("node:path"),
      ]);
      const whole = path.resolve(io.cwd, file);
      note(io, `opening ${whole}`);
      await openFile(whole, io);
    }
    return answer.result.recommendation === null ? EXIT.no : EXIT.answered;
  },
});

/** A place that stays: the browser reads it after the program has ended. */
async function temporaryFile(): Promise<string> {
  const [{ mkdtemp }, { tmpdir }, path] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("node:path"),
  ]);
  return path.join(await mkdtemp(path.join(tmpdir(), "pick-model-")), "report.html");
}
