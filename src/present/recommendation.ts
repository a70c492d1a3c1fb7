/** The recommendation for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import type { Answer } from "../engine/recommend.ts";
import { noneQualifies } from "../engine/summary.ts";
import type { Presentation } from "../format/presentation.ts";
import { recommendationGrid } from "./recommendation/grid.ts";
import { recommendationScreen } from "./recommendation/screen.ts";

export function presentRecommendation(answer: Answer): Presentation {
  const pick = answer.result.recommendation;
  return {
    data: () => answer.result,
    document: () => recommendationScreen(answer),
    grid: () => recommendationGrid(answer.result),
    summary: () => pick?.summary ?? noneQualifies(answer.decision),
    quiet: () => (pick === null ? [] : [pick.model]),
    record: async () => {
      // The whole account is read on demand: the screen does without it.
      const [{ explainModel }, { decisionRecord }] = await Promise.all([
        import("../answers/explanation/index.ts"),
        import("../answers/explanation/decision-record.ts"),
      ]);
      return decisionRecord(answer, explainModel(answer, null));
    },
  };
}
