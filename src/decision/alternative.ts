/** Alternatives: models as the decision sees them, and their order by additive score and a stated rule for ties. */
import type { Interval } from "../facts/claims.ts";
import { lazy } from "../facts/memoize.ts";
import type { Criterion } from "../schema/vocabulary.ts";

export type PerCriterion<T> = Record<Criterion, T>;

/** One model with its raw attributes and the value functions' results at their points. */
export interface Alternative {
  id: string;
  /** Cost in USD per month as it is valued (no fewer requests than usual; not the bill), latency in seconds to wait, quality as ability in logits. */
  attributes: PerCriterion<Interval>;
  values: PerCriterion<number>;
}

/** Absolute value functions of one request, one a criterion, each monotone in its attribute. */
export type ValueFunctions = PerCriterion<(attribute: number) => number>;

/** Builds a record with one entry a criterion. */
export function perCriterion<T>(entryOf: (criterion: Criterion) => T): PerCriterion<T> {
  return { cost: entryOf("cost"), latency: entryOf("latency"), quality: entryOf("quality") };
}

/** Additive multi-attribute value: the sum of weight times value. */
export function weightedScore(values: PerCriterion<number>, weights: PerCriterion<number>): number {
  return (
    weights.cost * values.cost + weights.latency * values.latency + weights.quality * values.quality
  );
}

// The order of the alternatives: additive score, then a stated rule for ties.

/** Criteria of equal weight decide a tie in this order. */
const TIE_ORDER = ["quality", "cost", "latency"] as const satisfies readonly Criterion[];

export interface RankedAlternative extends Alternative {
  /** 1 is best; no two share a rank. */
  rank: number;
  score: number;
  /** Weight times value; they add up to the score. */
  contributions: PerCriterion<number>;
}

/** Weight times value, by criterion. A criterion that does not count contributes 0, never a -0. */
export function contributionsOf(
  values: PerCriterion<number>,
  weights: PerCriterion<number>,
): PerCriterion<number> {
  return perCriterion((criterion) =>
    weights[criterion] === 0 ? 0 : weights[criterion] * values[criterion],
  );
}

/**
 * What each criterion puts into the winner's lead over a rival, and the lead as their sum. Near-equal scores may
 * differ from the lead in the last bit; print the lead, so that the parts add up.
 */
export function marginOf(
  winner: PerCriterion<number>,
  rival: PerCriterion<number>,
  weights: PerCriterion<number>,
): { margin: number; contributions: PerCriterion<number> } {
  const leads = perCriterion((criterion) => winner[criterion] - rival[criterion]);
  return { margin: weightedScore(leads, weights), contributions: contributionsOf(leads, weights) };
}

/**
 * Best first. Equal scores (after rounding to `tieEpsilon`) fall back on the raw attributes, unrounded, in order of
 * decreasing weight, and last on the id. Rounding to a grid instead of comparing differences keeps the order
 * transitive; unrounded attributes let a dominating model win also where a plateau or the rounding hides its lead.
 * Each score depends on its own alternative alone, so leaving others out changes neither scores nor order.
 */
export function orderAlternatives<Each extends Alternative>(
  alternatives: readonly Each[],
  weights: PerCriterion<number>,
  tieEpsilon: number,
): { alternative: Each; score: number }[] {
  const criteria = lazy(() => criteriaByWeight(weights, tieEpsilon));
  return alternatives
    .map((alternative) => {
      const score = weightedScore(alternative.values, weights);
      return { alternative, score, step: stepOf(score, tieEpsilon) };
    })
    .toSorted(
      (a, b) => b.step - a.step || compareAttributes(a.alternative, b.alternative, criteria()),
    );
}

/** Criteria from the heaviest to the lightest, equal weights in the order of {@link TIE_ORDER}. */
function criteriaByWeight(weights: PerCriterion<number>, tieEpsilon: number): Criterion[] {
  return TIE_ORDER.toSorted(
    (a, b) => stepOf(weights[b], tieEpsilon) - stepOf(weights[a], tieEpsilon),
  );
}

function compareAttributes(a: Alternative, b: Alternative, criteria: readonly Criterion[]): number {
  for (const criterion of criteria) {
    const left = a.attributes[criterion].point;
    const right = b.attributes[criterion].point;
    if (left !== right) return left < right === (criterion === "quality") ? 1 : -1;
  }
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Number of the grid step a figure rounds to. */
function stepOf(figure: number, tieEpsilon: number): number {
  return Math.round(figure / tieEpsilon);
}
