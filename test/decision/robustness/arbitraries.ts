/** Random models and requests for the laws of the engine. */
import * as fc from "fast-check";
import type { Alternative, PerCriterion } from "../../../src/decision/alternative.ts";
import type { Interval } from "../../../src/facts/claims.ts";
import { alternativeOf, valueFunctionsOf } from "./scenarios.ts";

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** Weights that add up to 1; a criterion may have none. */
export const weights: fc.Arbitrary<PerCriterion<number>> = fc
  .record({ cost: number(0, 1), latency: number(0, 1), quality: number(0.01, 1) })
  .map(({ cost, latency, quality }) => {
    const sum = cost + latency + quality;
    return { cost: cost / sum, latency: latency / sum, quality: quality / sum };
  });

export const valueFunctions = fc
  .tuple(number(10, 10_000), number(0.5, 20), number(0, 3))
  .map(([budget, target, bar]) => valueFunctionsOf(budget, target, bar));

/** A positive figure with a factor to either side. */
const ratioInterval = (min: number, max: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(number(min, max), number(1, 3), number(1, 3))
    .map(([point, below, above]) => ({ point, low: point / below, high: point * above }));

const differenceInterval: fc.Arbitrary<Interval> = fc
  .tuple(number(-1, 3), number(0, 1.5), number(0, 1.5))
  .map(([point, below, above]) => ({ point, low: point - below, high: point + above }));

const attributes: fc.Arbitrary<PerCriterion<Interval>> = fc.record({
  cost: ratioInterval(1, 5000),
  latency: ratioInterval(0.2, 30),
  quality: differenceInterval,
});

/** A request and models named a, b, ... in random order. */
export function decisions(modelsAtMost: number): fc.Arbitrary<{
  alternatives: Alternative[];
  valueFunctions: ReturnType<typeof valueFunctionsOf>;
  weights: PerCriterion<number>;
}> {
  return fc
    .tuple(valueFunctions, weights, fc.array(attributes, { minLength: 2, maxLength: modelsAtMost }))
    .map(([functions, stated, rows]) => ({
      valueFunctions: functions,
      weights: stated,
      alternatives: rows.map((row, index) =>
        alternativeOf(String.fromCharCode(97 + index), row, functions),
      ),
    }));
}
