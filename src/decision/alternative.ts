/** A model as the decision sees it: attributes with their uncertainty, and what they are worth to this request. */
import type { Interval } from "../facts/fact.ts";
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
