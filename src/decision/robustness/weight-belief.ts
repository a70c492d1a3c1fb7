/** What the stated preferences leave open about the weights, and draws from it. */
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import { type PerCriterion, perCriterion } from "../alternative.ts";
import type { Weighting } from "../need.ts";
import { drawExponential, drawGamma, type RandomStream } from "./random.ts";

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

/** Fills `weights`, in the order of {@link CRITERIA}, with the next draw; they add up to 1. */
export type WeightSampler = (weights: Float64Array) => void;

/** A sampler of the weights. Every draw takes the criteria in their fixed order. */
export function weightSampler(belief: WeightBelief, random: RandomStream): WeightSampler {
  if (belief.kind === "dirichlet") {
    const shapes = CRITERIA.map((criterion) => belief.concentrations[criterion]);
    return (weights) => {
      for (let index = 0; index < weights.length; index++) {
        weights[index] = drawGamma(shapes[index] ?? 0, random);
      }
      normalise(weights);
    };
  }
  const priority = belief.priority.map((criterion) => CRITERIA.indexOf(criterion));
  return (weights) => {
    for (let index = 0; index < weights.length; index++) weights[index] = drawExponential(random);
    priority.forEach((receiver, place) => {
      let largest = receiver;
      for (let index = 0; index < weights.length; index++) {
        const isGiven = priority.indexOf(index) !== -1 && priority.indexOf(index) < place;
        if (!isGiven && (weights[index] ?? 0) > (weights[largest] ?? 0)) largest = index;
      }
      swap(weights, receiver, largest);
    });
    normalise(weights);
  };
}

function swap(numbers: Float64Array, a: number, b: number): void {
  const held = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = held;
}

function normalise(weights: Float64Array): void {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += weights[index] ?? 0;
  for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] ?? 0) / sum;
}
