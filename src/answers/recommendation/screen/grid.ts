/** The recommendation as rows: one a model, ranked ones first. */
import type { RecommendationResult } from "../schema.ts";
import type { Grid } from "../../../format/presentation.ts";

const COLUMNS = [
  "model",
  "snapshot",
  "status",
  "rank",
  "score",
  "probability_best",
  "usd_per_request",
  "usd_per_month",
  "wait_seconds",
  "wait_measure",
  "quality_index",
  "meets_bar",
  "within_budget",
  "meets_latency",
  "reasons",
] as const;

export function recommendationGrid(result: RecommendationResult): Grid {
  return {
    columns: COLUMNS,
    rows: [
      ...result.ranking.map((model) => [
        model.model,
        model.snapshot,
        model.screen,
        model.rank,
        model.score,
        model.probabilityBest,
        model.estimate.usdPerRequest,
        model.estimate.usdPerMonth,
        model.criteria.latency.value,
        model.criteria.latency.metric,
        model.criteria.quality.index,
        model.meetsBar,
        model.withinBudget,
        model.meetsLatency,
        model.open.map((each) => each.message).join("; "),
      ]),
      ...result.excluded.map((model) => [
        model.model,
        model.snapshot,
        "excluded",
        ...Array.from({ length: COLUMNS.length - 4 }, () => null),
        model.reasons.map((reason) => reason.message).join("; "),
      ]),
    ],
  };
}
