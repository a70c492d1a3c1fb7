/** Alternatives in their order with their ranks, scores and contributions, as a decision has them of models. */
import {
  type Alternative,
  contributionsOf,
  orderAlternatives,
  type PerCriterion,
  type RankedAlternative,
} from "../../src/decision/alternative.ts";

export function rankAlternatives<Each extends Alternative>(
  alternatives: readonly Each[],
  weights: PerCriterion<number>,
  tieEpsilon: number,
): (Each & RankedAlternative)[] {
  return orderAlternatives(alternatives, weights, tieEpsilon).map(
    ({ alternative, score }, place) => ({
      ...alternative,
      rank: place + 1,
      score,
      contributions: contributionsOf(alternative.values, weights),
    }),
  );
}
