/** The models side by side, as a table and as rows of a CSV: what each would cost, how long it takes, how good it is. */
import { duration, index, money, outOfHundred, points } from "../../../words/figures.ts";
import { gridOf, type GridColumn, tableOf } from "../../../format/columns.ts";
import type { Grid } from "../../../format/presentation.ts";
import type { RankedModel, RecommendationResult } from "../schema.ts";
import type { Block } from "../../../format/document.ts";

interface ModelRow {
  model: string;
  snapshot: string | null;
  status: string;
  /** Null for a model that is excluded. */
  ranked: RankedModel | null;
  reasons: readonly { message: string }[];
  isAlone: boolean;
}

/** Nothing is known of an excluded model here. */
const value = (of: (model: RankedModel) => string | number | boolean | null) => ({
  value: ({ ranked }: ModelRow) => (ranked === null ? null : of(ranked)),
});
const text = (header: string, of: (model: RankedModel) => string) => ({
  header,
  align: "right" as const,
  text: ({ ranked }: ModelRow) => (ranked === null ? "" : of(ranked)),
});

const COLUMNS = {
  model: { value: ({ model }) => model, header: "model" },
  snapshot: { value: ({ snapshot }) => snapshot },
  status: { value: ({ status }) => status },
  rank: value(({ rank }) => rank),
  score: { ...value(({ score }) => score), ...text("score", scoreText) },
  probability_best: {
    ...value(({ probabilityBest }) => probabilityBest),
    header: "best in",
    align: "right",
    text: ({ ranked, isAlone }) => (isAlone ? "only one" : bestIn(ranked?.probabilityBest ?? null)),
  },
  usd_per_request: value(({ estimate }) => estimate.usdPerRequest),
  usd_per_month: {
    ...value(({ estimate }) => estimate.usdPerMonth),
    ...text("cost/month", ({ criteria }) => money(criteria.cost.value)),
  },
  wait_seconds: {
    ...value(({ criteria }) => criteria.latency.value),
    ...text("wait", ({ criteria }) => duration(criteria.latency.value)),
  },
  wait_measure: value(({ criteria }) => criteria.latency.metric),
  quality_index: {
    ...value(({ criteria }) => criteria.quality.index),
    ...text("quality", qualityText),
  },
  meets_bar: value(({ meetsBar }) => meetsBar),
  within_budget: value(({ withinBudget }) => withinBudget),
  meets_latency: value(({ meetsLatency }) => meetsLatency),
  reasons: { value: ({ reasons }) => reasons.map(({ message }) => message).join("; ") },
} as const satisfies Record<string, GridColumn<ModelRow>>;

export function rankingTable({ ranking }: RecommendationResult): Block | null {
  if (ranking.length === 0) return null;
  return tableOf(COLUMNS, rankedRows(ranking), [
    "model",
    "score",
    "usd_per_month",
    "wait_seconds",
    "quality_index",
    "probability_best",
  ]);
}

/** Ranked ones first, then the excluded. */
export function recommendationGrid({ ranking, excluded }: RecommendationResult): Grid {
  return gridOf<ModelRow>(COLUMNS, [
    ...rankedRows(ranking),
    ...excluded.map((each) => {
      return { ...each, status: "excluded", ranked: null, isAlone: false };
    }),
  ]);
}

function rankedRows(ranking: readonly RankedModel[]): ModelRow[] {
  return ranking.map((ranked) => ({
    model: ranked.model,
    snapshot: ranked.snapshot,
    status: ranked.screen,
    ranked,
    reasons: ranked.open,
    isAlone: ranking.length === 1,
  }));
}

/** Beyond an anchor a number would only puzzle: the excess is named instead. */
export function scoreText(model: RankedModel): string {
  if (model.screen === "unknown") return model.score >= 0 ? `${points(model.score)} ?` : "open";
  if (model.score >= 0) return points(model.score);
  return model.withinBudget ? "below the bar" : "over budget";
}

function qualityText(model: RankedModel): string {
  if (model.criteria.quality.evidence.length === 0) return "unknown";
  return `${index(model.criteria.quality.index)}${model.meetsBar ? "" : " (short)"}`;
}

function bestIn(probabilityBest: number | null): string {
  return probabilityBest === null ? "–" : outOfHundred(probabilityBest);
}
