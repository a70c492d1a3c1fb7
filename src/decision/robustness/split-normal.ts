/** Belief about one uncertain figure: a normal curve whose halves may differ in width, and its cautious quantile. */
import type { Interval } from "../../facts/fact.ts";
import type { PerCriterion } from "../alternative.ts";
import { CENTRAL_90_DEVIATIONS, normalQuantile } from "./normal.ts";

export const CAUTIOUS_QUANTILE = 0.25;

/** The scale on which errors are symmetric: ratios for money and time, differences for ability. */
export type Scale = "linear" | "ln";

export const WORKING_SCALES: PerCriterion<Scale> = {
  cost: "ln",
  latency: "ln",
  quality: "linear",
};

/** Centre and standard deviations on the working scale. The centre is the median. */
export interface SplitNormal {
  scale: Scale;
  centre: number;
  sdBelow: number;
  sdAbove: number;
  /** The point itself, so that a certain figure comes back without rounding. */
  point: number;
}

/** Ends and point often come from different sums: so much disorder, in proportion, is rounding. */
const ROUNDING = 1e-9;

/**
 * The belief whose median is the point and whose central 90 % is the interval (each half by itself).
 * @throws RangeError when low, point and high are out of order, or not positive on the ln scale.
 */
export function splitNormal(interval: Interval, scale: Scale): SplitNormal {
  const { point, low, high } = interval;
  const rounding = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  if (!(low <= point + rounding && point <= high + rounding)) {
    throw new RangeError(`an interval needs low <= point <= high, not ${low}, ${point}, ${high}`);
  }
  if (low === high) return { scale, centre: point, sdBelow: 0, sdAbove: 0, point };
  if (scale === "ln" && low <= 0) {
    throw new RangeError(`an interval on the ln scale needs positive ends, not ${low}`);
  }
  const onScale = (x: number): number => (scale === "ln" ? Math.log(x) : x);
  const centre = onScale(point);
  const sdBelow = Math.max(0, centre - onScale(low)) / CENTRAL_90_DEVIATIONS;
  const sdAbove = Math.max(0, onScale(high) - centre) / CENTRAL_90_DEVIATIONS;
  return { scale, centre, sdBelow, sdAbove, point };
}

/** Whether the figure is known exactly. */
export function isCertain(belief: SplitNormal): boolean {
  return belief.sdBelow === 0 && belief.sdAbove === 0;
}

/** The figure, in its own unit, at a number of standard deviations from its median. */
export function figureAt(belief: SplitNormal, standardDeviations: number): number {
  const sd = standardDeviations < 0 ? belief.sdBelow : belief.sdAbove;
  if (sd === 0) return belief.point;
  const onScale = belief.centre + standardDeviations * sd;
  return belief.scale === "ln" ? Math.exp(onScale) : onScale;
}

/** The figure that is not exceeded with the given probability. */
export function splitNormalQuantile(belief: SplitNormal, probability: number): number {
  return figureAt(belief, normalQuantile(probability));
}
