/** The recommendation for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import type { Answer } from "./recommend.ts";
import { noneQualifies } from "./summary.ts";
import { recommendationGrid } from "./screen/ranking-csv.ts";
import type { Presentation } from "../../format/presentation.ts";
import { recommendationScreen } from "./screen/screen.ts";

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
        import("../explanation/index.ts"),
        import("../explanation/decision-record.ts"),
      ]);
      return decisionRecord(answer, explainModel(answer, null));
    },
  };
}
