/** The beta distribution: what share of all weightings gives a criterion at most a certain weight. */

/** Lanczos coefficients for g = 7: the gamma function to 15 digits. */
const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/**
 * The logarithm of the gamma function of a positive number, to about 14 digits.
 * Source: C. Lanczos, "A precision approximation of the gamma function", SIAM Journal on Numerical Analysis 1, 1964.
 */
export function logGamma(x: number): number {
  const [first, ...rest] = LANCZOS;
  // Below 1/2 one step of the recursion keeps the series where it is exact.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const shifted = x - 1;
  let series: number = first;
  rest.forEach((coefficient, index) => {
    series += coefficient / (shifted + index + 1);
  });
  const t = shifted + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** A beta distribution of a share between 0 and 1, its shapes positive. */
export interface Beta {
  a: number;
  b: number;
  /** The logarithm of the complete beta function of the shapes. */
  logComplete: number;
}

export function betaOf(a: number, b: number): Beta {
  return { a, b, logComplete: logGamma(a) + logGamma(b) - logGamma(a + b) };
}

/** Terms after which the fraction has settled for any shape a weighting can have. */
const MOST_TERMS = 500;
const SETTLED = 1e-14;

/**
 * The chance that the share is at most `x`, to about 12 digits.
 * Source: the continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov/8.17,
 * by W. Lentz's method (Applied Optics 15, 1976).
 */
export function betaCdf(x: number, { a, b, logComplete }: Beta): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - logComplete;
  // The fraction converges quickly on the near side of the mean; on the far side its mirror image does.
  return x < (a + 1) / (a + b + 2)
    ? (Math.exp(logFront) * fraction(x, a, b)) / a
    : 1 - (Math.exp(logFront) * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < SETTLED) break;
  }
  return value;
}

/** On the log-odds scale Newton's steps converge whatever the shapes are; this many suffice from any start. */
const MOST_STEPS = 100;
/** In chance: far below the distance of two readings, and their error. */
const CLOSE_ENOUGH = 1e-8;

/** Samples kept for the next question: another line of a batch states the same preferences. */
const MOST_KEPT = 32;
const MOST_KEPT_READINGS = 10_000;
const kept = new Map<string, Float64Array>();

/**
 * The shares that are not exceeded with the chances 1/2n, 3/2n, ..., (2n-1)/2n, all moved by `shift` steps of 1/n
 * (-1/2 to 1/2), in rising order: an even sample of the distribution. Not to be written to.
 */
export function betaQuantiles(count: number, shift: number, beta: Beta): Float64Array {
  const key = [count, shift, beta.a, beta.b].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  const quantiles = new Float64Array(count);
  let logOdds = Math.log(beta.a / beta.b);
  for (let index = 0; index < count; index++) {
    logOdds = quantileLogOdds((index + 0.5 + shift) / count, logOdds, beta);
    quantiles[index] = shareOf(logOdds);
  }
  if (count > MOST_KEPT_READINGS) return quantiles;
  if (kept.size === MOST_KEPT) kept.clear();
  kept.set(key, quantiles);
  return quantiles;
}

/** Newton's method, with the halving of an interval where a step would leave it. */
function quantileLogOdds(chance: number, start: number, beta: Beta): number {
  const { a, b, logComplete } = beta;
  let logOdds = start;
  let low = -Infinity;
  let high = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const share = shareOf(logOdds);
    const error = betaCdf(share, beta) - chance;
    if (Math.abs(error) < CLOSE_ENOUGH) break;
    if (error > 0) high = logOdds;
    else low = logOdds;
    const slope = Math.exp(a * Math.log(share) + b * Math.log1p(-share) - logComplete);
    const next = logOdds - error / slope;
    logOdds = next > low && next < high ? next : between(low, high);
  }
  return logOdds;
}

function shareOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function between(low: number, high: number): number {
  if (low === -Infinity) return high - 2;
  if (high === Infinity) return low + 2;
  return (low + high) / 2;
}
