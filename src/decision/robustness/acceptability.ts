/** Exact chance that one model is ahead of another when only the weights are uncertain: no sampling. */
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import type { PerCriterion } from "../alternative.ts";
import type { WeightBelief } from "../weights.ts";

/** Step of the integration variable, the logarithm of t; a smaller one changes no digit. */
const STEP = 0.1;
/** Where the integral starts and gives up; in between it stops when the rest is negligible. */
const [FIRST, LAST] = [-40, 600];
const NEGLIGIBLE_LOG = -40;
/** Below it sines and arctangents are the angles themselves, to the last bit, and the modulus is 1: a third of the steps. */
const LINEAR_BELOW = 2 ** -36;

/** Where the integrand is looked at, worked out once. */
const points: number[] = [];

function pointAt(index: number): number {
  return (points[index] ??= Math.exp(FIRST + index * STEP));
}

/**
 * Chance that `sum w d > 0` for weights `w ~ Dirichlet(concentrations)`, `d` being the differences in
 * value; 1/2 when nothing separates the two. Dividing by the sum of the gammas behind the weights
 * changes no sign, so it is the chance that a weighted sum of independent gamma variables is positive.
 * Source: J. Imhof, "Computing the distribution of quadratic forms in normal variables", Biometrika
 * 48, 1961, after J. Gil-Pelaez, Biometrika 38, 1951. In the logarithm of t the integrand is smooth
 * and falls off exponentially on both sides, where the trapezoidal rule is exact to 12 digits
 * or so, however far apart the differences are.
 */
export function dirichletAcceptability(
  differences: readonly number[],
  concentrations: readonly number[],
): number {
  const pairs = differences
    .map((difference, index) => ({ difference, shape: concentrations[index] ?? 0 }))
    .filter(({ difference, shape }) => difference !== 0 && shape > 0);
  if (pairs.length === 0) return 0.5;
  if (pairs.every(({ difference }) => difference > 0)) return 1;
  if (pairs.every(({ difference }) => difference < 0)) return 0;
  const largest = Math.max(...pairs.map(({ difference }) => Math.abs(difference)));
  let integral = 0;
  for (let index = 0; FIRST + index * STEP < LAST; index++) {
    const t = pointAt(index);
    let logModulus = 0;
    let angle = 0;
    if (t < LINEAR_BELOW) {
      for (const { difference, shape } of pairs) angle += shape * ((t * difference) / largest);
      integral += STEP * angle;
      continue;
    }
    for (const { difference, shape } of pairs) {
      const scaled = (t * difference) / largest;
      logModulus -= (shape / 2) * Math.log1p(scaled * scaled);
      angle += shape * Math.atan(scaled);
    }
    if (logModulus < NEGLIGIBLE_LOG) break;
    integral += STEP * Math.exp(logModulus) * Math.sin(angle);
  }
  return Math.min(1, Math.max(0, 0.5 + integral / Math.PI));
}

/**
 * Chance that `sum w d > 0` when every set of weights is equally likely; 1/2 when all d are 0.
 * It is the part of the simplex on one side of a plane. The recursion divides only by the distance of
 * a positive from a negative difference, so equal differences need no special case.
 * Source: G. Varsi, "The multidimensional content of the frustum of the simplex", Pacific Journal
 * of Mathematics 46, 1973.
 */
export function uniformAcceptability(differences: readonly number[]): number {
  if (differences.every((difference) => difference === 0)) return 0.5;
  const positives = differences.filter((difference) => difference > 0);
  const negatives = differences.filter((difference) => difference < 0);
  const behind = [1, ...positives.map(() => 0)];
  for (const negative of negatives) {
    positives.forEach((positive, index) => {
      const before = behind[index] ?? 0;
      const current = behind[index + 1] ?? 0;
      behind[index + 1] = (positive * current - negative * before) / (positive - negative);
    });
  }
  return 1 - (behind[positives.length] ?? 0);
}

/**
 * Chance that `sum w d > 0` when only `w1 >= w2 >= ...` is known, for differences in that order.
 * The corners of this region are the means of the first k unit vectors: on them d is its running mean.
 */
export function ordinalAcceptability(differencesInPriorityOrder: readonly number[]): number {
  let sum = 0;
  const runningMeans = differencesInPriorityOrder.map((difference, index) => {
    sum += difference;
    return sum / (index + 1);
  });
  return uniformAcceptability(runningMeans);
}

/** Exact chance, over the weights alone, that `first` scores above `second`. */
export function exactAcceptability(
  first: PerCriterion<number>,
  second: PerCriterion<number>,
  belief: WeightBelief,
): number {
  const difference = (criterion: Criterion): number => first[criterion] - second[criterion];
  if (belief.kind === "dirichlet") {
    return dirichletAcceptability(
      CRITERIA.map(difference),
      CRITERIA.map((criterion) => belief.concentrations[criterion]),
    );
  }
  const unnamed = CRITERIA.filter((criterion) => !belief.priority.includes(criterion));
  const chances = permutations(unnamed).map((rest) =>
    ordinalAcceptability([...belief.priority, ...rest].map(difference)),
  );
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}
