/** The beta distribution: what share of all weightings gives a criterion at most a certain weight. */
import { memoizeFew } from "../../facts/memoize.ts";

/** Steps of a table. With these, chances are right to 1e-6, a thousandth of what 1,000 readings leave open. */
const STEPS = 256;
/** A table ends where the density has fallen to this part of its peak, and nothing worth counting is left, */
const NEGLIGIBLE = 1e-12;
/** or so far out that the share is within 1e-9 of 0 or 1: whatever is beyond counts as being there. */
const FARTHEST = 21;
/** How much further each try for the ends of a table goes. */
const FURTHER = 1.25;

/**
 * A beta distribution as a table over the log-odds of the share: there it has one peak, and tails that fall off
 * exponentially, whatever its shapes are. Between two steps it is the cubic through both chances and both slopes.
 */
export interface Beta {
  a: number;
  b: number;
  /** Log-odds of the first step, and from each to the next. */
  first: number;
  step: number;
  /** At each step the chance of at most that share. */
  chances: Float64Array;
  /** At each step how much the chance grows with the log-odds. */
  slopes: Float64Array;
}

/** Chances are summed by the trapezoidal rule with its first correction, which is exact for cubic densities. */
export function betaOf(a: number, b: number): Beta {
  return tables(`${a} ${b}`, () => tableOf(a, b));
}

const tables = memoizeFew<Beta>(512);

function tableOf(a: number, b: number): Beta {
  const peak = Math.log(a / b);
  const logPeak = logDensity(peak, a, b);
  const densityAt = (logOdds: number) => Math.exp(logDensity(logOdds, a, b) - logPeak);
  const end = (direction: 1 | -1): number => {
    let distance = Math.sqrt((a + b) / a / b);
    while (distance < FARTHEST + Math.abs(peak)) {
      if (densityAt(peak + direction * distance) < NEGLIGIBLE) break;
      distance *= FURTHER;
    }
    return peak + direction * distance;
  };
  const first = end(-1);
  const step = (end(1) - first) / STEPS;
  const chances = new Float64Array(STEPS + 1);
  const slopes = new Float64Array(STEPS + 1);
  // So far out the density is exponential: what is beyond has the chance of the density over the shape.
  let chance = densityAt(first) / a;
  let bendBefore = 0;
  for (let place = 0; place <= STEPS; place++) {
    const logOdds = first + place * step;
    const slope = densityAt(logOdds);
    const bend = slope * (a - (a + b) * shareOf(logOdds));
    if (place > 0) {
      const mean = ((slopes[place - 1] ?? 0) + slope) / 2;
      chance += step * mean + (step ** 2 / 12) * (bendBefore - bend);
    }
    chances[place] = chance;
    slopes[place] = slope;
    bendBefore = bend;
  }
  const whole = chance + (slopes[STEPS] ?? 0) / b;
  const parts = (numbers: Float64Array) => numbers.map((each) => each / whole);
  return { a, b, first, step, chances: parts(chances), slopes: parts(slopes) };
}

/** But for a constant. */
function logDensity(logOdds: number, a: number, b: number): number {
  // Written for either side of even odds, so that no large number is taken from another.
  const far = Math.log1p(Math.exp(-Math.abs(logOdds)));
  return -(logOdds < 0 ? a : b) * Math.abs(logOdds) - (a + b) * far;
}

/** The chance that the share is at most `x`. */
export function betaCdf(x: number, { first, step, chances, slopes }: Beta): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const odds = x / (1 - x);
  const steps = Math.max(0, Math.min(STEPS, (Math.log(odds) - first) / step));
  const place = Math.min(STEPS - 1, Math.floor(steps));
  const from = slopes[place] ?? 0;
  const to = slopes[place + 1] ?? 0;
  const before = chances[place] ?? 0;
  const after = chances[place + 1] ?? 1;
  return cubic(steps - place, before, after, from * step, to * step);
}

/**
 * The shares that are not exceeded with the chances 1/2n, 3/2n, ..., (2n-1)/2n, all moved by `shift` steps of 1/n
 * (-1/2 to 1/2), in rising order: an even sample of the distribution. Not to be written to.
 */
export function betaQuantiles(count: number, shift: number, beta: Beta): Float64Array {
  if (count > MOST_KEPT_READINGS) return quantilesOf(count, shift, beta);
  const key = [count, shift, beta.a, beta.b].join(" ");
  return samples(key, () => quantilesOf(count, shift, beta));
}

const MOST_KEPT_READINGS = 10_000;
const samples = memoizeFew<Float64Array>(256);

function quantilesOf(
  count: number,
  shift: number,
  { first, step, chances, slopes }: Beta,
): Float64Array {
  const quantiles = new Float64Array(count);
  let place = 0;
  for (let index = 0; index < count; index++) {
    const chance = (index + 0.5 + shift) / count;
    while (place < STEPS - 1 && (chances[place + 1] ?? 0) < chance) place += 1;
    const below = chances[place] ?? 0;
    const width = (chances[place + 1] ?? 0) - below;
    // The same cubic the other way round: log-odds over chances.
    const part = Math.max(0, Math.min(1, (chance - below) / width));
    const from = width / (slopes[place] ?? 0);
    const to = width / (slopes[place + 1] ?? 0);
    const logOdds = first + place * step + cubic(part, 0, step, from, to);
    quantiles[index] = shareOf(logOdds);
  }
  return quantiles;
}

/** The cubic with these values at 0 and 1, and these slopes there (Hermite's). */
function cubic(x: number, from: number, to: number, slopeFrom: number, slopeTo: number): number {
  const rise = to - from;
  const cube = slopeFrom + slopeTo - 2 * rise;
  const square = rise - slopeFrom - cube;
  return ((cube * x + square) * x + slopeFrom) * x + from;
}

function shareOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
