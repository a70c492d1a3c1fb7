/** Random decisions for the laws: models by their raw attributes, anchors and importances, plateaus and ties included. */
import fc from "fast-check";
import type { Alternative, PerCriterion } from "../../src/decision/alternative.ts";
import { type Anchors, valueFunctions } from "../../src/decision/values.ts";
import { normaliseWeights } from "../../src/decision/weights.ts";
import { certain, reference } from "./reference.ts";

export const TIE_EPSILON = reference.constants.TIE_EPS;

/** Raw attributes: USD a month, seconds, logits. */
export type Attributes = PerCriterion<number>;

function figure(min: number, max: number) {
  return fc.double({ min, max, noNaN: true });
}

/** Magnitudes spread evenly over factors of ten. */
function magnitude(lowest: number, highest: number) {
  return figure(Math.log(lowest), Math.log(highest)).map(Math.exp);
}

/** Often one of a few round figures, so that equal attributes and exact ties occur. */
export const attributesArbitrary: fc.Arbitrary<Attributes> = fc.record({
  cost: fc.oneof(magnitude(0.01, 1e6), fc.constantFrom(0, 33, 550)),
  latency: fc.oneof(magnitude(0.05, 200), fc.constantFrom(0.5, 3, 10)),
  quality: fc.oneof(figure(-3, 4), fc.constantFrom(0.9, 1.3)),
});

export const anchorsArbitrary: fc.Arbitrary<Anchors> = fc.record({
  budgetUsdPerMonth: fc.oneof(magnitude(1, 1e6), fc.constantFrom(100, 1000, Infinity)),
  targetSeconds: fc.oneof(magnitude(0.1, 100), fc.constantFrom(1, 10, Infinity)),
  zeroAtMultiple: fc.constant(reference.constants.K_LAT),
  barLogits: figure(0.25, 2.75),
  logitsToZero: fc.constant(reference.constants.W_LOGIT),
});

export const importanceArbitrary: fc.Arbitrary<PerCriterion<number>> = fc
  .record({
    cost: fc.oneof(fc.constantFrom(0, 1, 2, 4), figure(1e-6, 10)),
    latency: fc.oneof(fc.constantFrom(0, 1, 2, 4), figure(1e-6, 10)),
    quality: fc.oneof(fc.constantFrom(0, 1, 2, 4, 8), figure(1e-6, 10)),
  })
  .filter(({ cost, latency, quality }) => cost + latency + quality > 0);

export const weightsArbitrary = importanceArbitrary.map(normaliseWeights);

export function alternative(id: string, attributes: Attributes, anchors: Anchors): Alternative {
  const functions = valueFunctions(anchors);
  return {
    id,
    attributes: {
      cost: certain(attributes.cost),
      latency: certain(attributes.latency),
      quality: certain(attributes.quality),
    },
    values: {
      cost: functions.cost(attributes.cost),
      latency: functions.latency(attributes.latency),
      quality: functions.quality(attributes.quality),
    },
  };
}

/** A handful of models, by ids m0, m1, … */
export function alternatives(models: readonly Attributes[], anchors: Anchors): Alternative[] {
  return models.map((attributes, index) => alternative(`m${index}`, attributes, anchors));
}

export const modelsArbitrary = fc.array(attributesArbitrary, { minLength: 2, maxLength: 7 });
