/** The recommendation for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import { type GridColumn, gridOf } from "../../format/columns.ts";
import type { Presentation, Grid } from "../../format/presentation.ts";
import type { Answer } from "./recommend.ts";
import type { RankedModel } from "./ranking-schema.ts";
import type { RecommendationResult } from "./schema.ts";
import { recommendationScreen } from "./screen/screen.ts";
import { noneQualifies } from "./summary.ts";

interface ModelRow {
  model: string;
  snapshot: string | null;
  status: string;
  /** Null for a model that is excluded. */
  ranked: RankedModel | null;
  reasons: readonly { message: string }[];
}

/** Nothing is known of an excluded model here. */
const value = (of: (model: RankedModel) => string | number | boolean | null) => ({
  value: ({ ranked }: ModelRow) => (ranked === null ? null : of(ranked)),
});

const isMeasured = ({ criteria }: RankedModel) => criteria.quality.evidence.length > 0;

const COLUMNS = {
  model: { value: ({ model }) => model },
  snapshot: { value: ({ snapshot }) => snapshot },
  status: { value: ({ status }) => status },
  rank: value(({ rank }) => rank),
  score: value(({ score }) => score),
  probability_best: value(({ probabilityBest }) => probabilityBest),
  usd_per_request: value(({ estimate }) => estimate.usdPerRequest),
  usd_per_month: value(({ estimate }) => estimate.usdPerMonth),
  wait_seconds: value(({ criteria }) => criteria.latency.value),
  wait_measure: value(({ criteria }) => criteria.latency.metric),
  /** Empty where nobody measured it. */
  quality_index: value((model) => (isMeasured(model) ? model.criteria.quality.index : null)),
  meets_bar: value((model) => (isMeasured(model) ? model.meetsBar : null)),
  within_budget: value(({ withinBudget }) => withinBudget),
  meets_latency: value(({ meetsLatency }) => meetsLatency),
  reasons: { value: ({ reasons }) => reasons.map(({ message }) => message).join("; ") },
} as const satisfies Record<string, GridColumn<ModelRow>>;

/** The recommendation as rows of a CSV: one a model, ranked ones first. */
export function recommendationGrid({ ranking, excluded }: RecommendationResult): Grid {
  return gridOf<ModelRow>(COLUMNS, [
    ...ranking.map((ranked) => ({
      ...ranked,
      status: ranked.screen,
      ranked,
      reasons: ranked.open,
    })),
    ...excluded.map((each) => ({ ...each, status: "excluded", ranked: null })),
  ]);
}

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
