/** Weights from stated importance or order, and what that leaves open about them. */
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import { type PerCriterion, perCriterion } from "./alternative.ts";
import type { Weighting } from "./need.ts";

/**
 * Swing weights: importance divided by its sum. Importances are non-negative and at least one is positive.
 * @throws RangeError when every importance is 0: then nothing says which model is better.
 */
export function normaliseWeights(importance: PerCriterion<number>): PerCriterion<number> {
  const largest = Math.max(...CRITERIA.map((criterion) => importance[criterion]));
  if (!(largest > 0)) throw new RangeError("some criterion must have an importance above 0");
  const sum = CRITERIA.reduce((total, criterion) => total + importance[criterion], 0);
  // Importances near the largest double would sum to infinity: scale those first.
  if (sum === Infinity) return normaliseWeights(perCriterion((each) => importance[each] / largest));
  return perCriterion((each) => importance[each] / sum);
}

/**
 * Rank-order centroid: the centre of gravity of all weights that respect an order of so many criteria, most
 * important first (Barron and Barrett, Management Science 42, 1996). Sums to 1.
 */
export function rankOrderCentroid(criteria: number): number[] {
  const weights: number[] = [];
  let tail = 0;
  for (let rank = criteria; rank >= 1; rank -= 1) {
    tail += 1 / rank;
    weights.unshift(tail / criteria);
  }
  return weights;
}

/**
 * Importance from an order, most important first. Criteria the order leaves out come last and share what remains
 * equally; a repeated name counts where it stands first.
 */
export function priorityImportance(priority: readonly Criterion[]): PerCriterion<number> {
  const named = [...new Set(priority)];
  const centroid = rankOrderCentroid(CRITERIA.length);
  const unnamedShare =
    centroid.slice(named.length).reduce((total, each) => total + each, 0) /
    (CRITERIA.length - named.length);
  return perCriterion((criterion) => {
    const place = named.indexOf(criterion);
    return place === -1 ? unnamedShare : (centroid[place] ?? unnamedShare);
  });
}

/** Explicit importances, with the stated words' importance for the criteria left out. */
export function explicitImportance(
  explicit: Partial<PerCriterion<number>>,
  fromWords: PerCriterion<number>,
): PerCriterion<number> {
  return perCriterion((criterion) => explicit[criterion] ?? fromWords[criterion]);
}

/**
 * Dirichlet concentration of the weights: the more of budget, latency and quality were stated, the surer.
 * @param statements how many were stated; one that a use case chose counts a fraction.
 */
export function concentration(
  statements: number,
  explicitNumbers: boolean,
  constants: Levels["weights"],
): number {
  return explicitNumbers
    ? constants.concentrationExplicit
    : constants.concentrationBase + constants.concentrationPerStatement * statements;
}

/**
 * USD a month, as valued, that a lead in the value of quality is worth at these weights, inside the budget. Null when cost does not
 * count or no budget turns it into money.
 */
export function qualityLeadWorthUsdPerMonth(
  valueLead: number,
  weights: PerCriterion<number>,
  budgetUsdPerMonth: number,
): number | null {
  if (weights.cost === 0 || budgetUsdPerMonth === Infinity) return null;
  return ((weights.quality * Math.abs(valueLead)) / weights.cost) * budgetUsdPerMonth;
}

// What the stated preferences leave open about the weights.

/**
 * Weights spread around a centre (Dirichlet; concentration 0 = the criterion has no weight), or only
 * known by their order: uniform over all weights that respect it, criteria not named coming last in
 * any order, so that an empty priority is complete ignorance.
 */
export type WeightBelief =
  | { kind: "dirichlet"; concentrations: PerCriterion<number> }
  | { kind: "ordinal"; priority: readonly Criterion[] };

/** What a need's weighting says: only the order for a complete priority, else a spread around it. */
export function weightBeliefOf(weighting: Weighting): WeightBelief {
  const { mode, priority, weights, concentration: total } = weighting;
  if (mode === "priority" && priority !== null) return { kind: "ordinal", priority };
  const concentrations = perCriterion((criterion) => total * weights[criterion]);
  return { kind: "dirichlet", concentrations };
}
