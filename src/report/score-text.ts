/** A score in words: beyond an anchor a number would only puzzle, so the excess is named instead. */
import type { RankedModel } from "../answers/recommendation/schema.ts";
import { points } from "../words/figures.ts";

export function scoreText(model: RankedModel): string {
  if (model.screen === "unknown") return model.score >= 0 ? `${points(model.score)} ?` : "open";
  if (model.score >= 0) return points(model.score);
  return model.withinBudget ? "below the bar" : "over budget";
}
