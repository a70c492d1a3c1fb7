/** The models side by side: what each would cost, how long it takes, how good it is. */
import { duration, index, money, outOfHundred, points } from "../../../words/figures.ts";
import type { RankedModel, RecommendationResult } from "../schema.ts";
import type { Block } from "../../../format/document.ts";

export function rankingTable(result: RecommendationResult): Block | null {
  if (result.ranking.length === 0) return null;
  return {
    kind: "table",
    columns: [
      { header: "model", align: "left" },
      { header: "score", align: "right" },
      { header: "cost/month", align: "right" },
      { header: "wait", align: "right" },
      { header: "quality", align: "right" },
      { header: "best in", align: "right" },
    ],
    rows: result.ranking.map((model) => [
      model.model,
      scoreText(model),
      money(model.criteria.cost.value),
      duration(model.criteria.latency.value),
      qualityText(model),
      result.ranking.length === 1 ? "only one" : bestIn(model),
    ]),
  };
}

/** Beyond an anchor a number would only puzzle: the excess is named instead. */
function scoreText(model: RankedModel): string {
  if (model.screen === "unknown") return model.score >= 0 ? `${points(model.score)} ?` : "open";
  if (model.score >= 0) return points(model.score);
  return model.withinBudget ? "below the bar" : "over budget";
}

function qualityText(model: RankedModel): string {
  if (model.criteria.quality.evidence.length === 0) return "unknown";
  return `${index(model.criteria.quality.index)}${model.meetsBar ? "" : " (short)"}`;
}

function bestIn({ probabilityBest }: RankedModel): string {
  return probabilityBest === null ? "–" : outOfHundred(probabilityBest);
}
