/** The normal distribution, and beliefs about a figure: a normal curve whose halves may differ in width. */
import type { Interval } from "../../facts/claims.ts";
import type { PerCriterion } from "../alternative.ts";

/** Standard deviations from the centre to either end of the central 90 %: the quantile of 95 %. */
export const CENTRAL_90_DEVIATIONS = 1.6448536269514722;

/** Beyond this many standard deviations the tail is smaller than the spacing of doubles near 1. */
const NEGLIGIBLE_TAIL = 8.5;

/**
 * Chance that a standard normal variable is at most `z`; the absolute error is below 1e-14.
 * Source: the Taylor series about 0 in G. Marsaglia, "Evaluating the Normal Distribution",
 * Journal of Statistical Software 11(4), 2004.
 */
export function normalCdf(z: number): number {
  if (z > NEGLIGIBLE_TAIL) return 1;
  if (z < -NEGLIGIBLE_TAIL) return 0;
  let term = z;
  let sum = z;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * The value a standard normal variable stays below with the given probability (0 to 1; the ends
 * give minus and plus infinity), to about 16 digits. The polynomials stand written out: thousands of
 * values are asked for before the compiler has warmed up.
 * Source: M. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988.
 */
// oxfmt-ignore
export function normalQuantile(probability: number): number {
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    const x = 0.180625 - fromCentre * fromCentre;
    const above = ((((((2509.0809287301227 * x + 33430.57558358813) * x + 67265.7709270087) * x + 45921.95393154987) * x
      + 13731.69376550946) * x + 1971.5909503065513) * x + 133.14166789178438) * x + 3.3871328727963665;
    const below = ((((((5226.495278852854 * x + 28729.085735721943) * x + 39307.89580009271) * x + 21213.794301586597) * x
      + 5394.196021424751) * x + 687.1870074920579) * x + 42.31333070160091) * x + 1;
    return fromCentre * (above / below);
  }
  const tail = fromCentre < 0 ? probability : 1 - probability;
  if (tail <= 0) return fromCentre < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-Math.log(tail));
  const distance = depth <= 5 ? tailQuantile(depth - 1.6) : farTailQuantile(depth - 5);
  return fromCentre < 0 ? -distance : distance;
}

// oxfmt-ignore
function tailQuantile(x: number): number {
  const above = ((((((0.0007745450142783414 * x + 0.022723844989269184) * x + 0.2417807251774506) * x + 1.2704582524523684) * x
    + 3.6478483247632045) * x + 5.769497221460691) * x + 4.630337846156546) * x + 1.4234371107496837;
  const below = ((((((1.0507500716444169e-9 * x + 0.0005475938084995345) * x + 0.015198666563616457) * x + 0.14810397642748008) * x
    + 0.6897673349851) * x + 1.6763848301838038) * x + 2.053191626637759) * x + 1;
  return above / below;
}

// oxfmt-ignore
function farTailQuantile(x: number): number {
  const above = ((((((2.0103343992922881e-7 * x + 0.000027115555687434876) * x + 0.0012426609473880784) * x + 0.026532189526576124) * x
    + 0.29656057182850487) * x + 1.7848265399172913) * x + 5.463784911164114) * x + 6.657904643501104;
  const below = ((((((2.0442631033899397e-15 * x + 1.421511758316446e-7) * x + 0.000018463183175100548) * x + 0.0007868691311456133) * x
    + 0.014875361290850615) * x + 0.1369298809227358) * x + 0.599832206555888) * x + 1;
  return above / below;
}

// Belief about one uncertain figure: a normal curve whose halves may differ in width, and its cautious quantile.

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
