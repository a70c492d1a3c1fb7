/** The word for the chance that the pick is right, sampled until the word is clear. */
import type { ConfidenceLabel } from "../../schema/vocabulary.ts";
import type { Alternative, ValueFunctions } from "../alternative.ts";
import { type Smaa, smaa } from "./smaa.ts";
import type { WeightBelief } from "./weight-belief.ts";

/** Lowest chance of being best, 0 to 1, that still earns the word; below the last it is a toss-up. */
export interface LabelThresholds {
  high: number;
  moderate: number;
  low: number;
}

export function labelOf(probability: number, thresholds: LabelThresholds): ConfidenceLabel {
  if (probability >= thresholds.high) return "high";
  if (probability >= thresholds.moderate) return "moderate";
  return probability >= thresholds.low ? "low" : "toss-up";
}

/** Whether sampling error could still change the word. */
export function isNearThreshold(
  probability: number,
  thresholds: LabelThresholds,
  within: number,
): boolean {
  const { high, moderate, low } = thresholds;
  return [high, moderate, low].some((threshold) => Math.abs(probability - threshold) <= within);
}

export interface ExtendableSampling {
  draws: number;
  extendedDraws: number;
  /** Distance from a threshold, in probability, at which the longer run is made. */
  extendWithin: number;
  seed: number;
}

/** Samples, and samples longer when the first alternative's chance lies close to a change of word. */
export function sampleUntilClear(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  belief: WeightBelief,
  sampling: ExtendableSampling,
  thresholds: LabelThresholds,
): Smaa {
  const { draws, extendedDraws, extendWithin, seed } = sampling;
  const result = smaa(alternatives, valueFunctions, belief, { draws, seed });
  const firstRank = result.models[0]?.rankAcceptability[0] ?? 0;
  const isClear = !isNearThreshold(firstRank, thresholds, extendWithin);
  if (isClear || extendedDraws <= draws) return result;
  return smaa(alternatives, valueFunctions, belief, { draws: extendedDraws, seed });
}
