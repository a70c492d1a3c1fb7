/** What the stated preferences leave open about the weights. */
import type { Criterion } from "../../schema/vocabulary.ts";
import { type PerCriterion, perCriterion } from "../alternative.ts";
import type { Weighting } from "../need.ts";

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
  const { mode, priority, weights, concentration } = weighting;
  if (mode === "priority" && priority !== null) return { kind: "ordinal", priority };
  const concentrations = perCriterion((criterion) => concentration * weights[criterion]);
  return { kind: "dirichlet", concentrations };
}
