/** `pick-model report`: the recommendation as one page to look at. */
import { defineCommand } from "../command.ts";
import { FILE_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import { REPORT_OPTIONS } from "../options/single-command.ts";

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
  run: async (invocation) => (await import("./report.run.ts")).run(invocation),
});
