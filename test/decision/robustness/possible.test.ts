import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alternative, perCriterion } from "../../../src/decision/alternative.ts";
import { winners } from "../../../src/decision/dominance.ts";
import type { Interval } from "../../../src/facts/claims.ts";
import { decisions } from "./arbitraries.ts";
import { scenarios } from "./scenarios.ts";

function shrink({ point, low, high }: Interval, part: number): Interval {
  return { point, low: point - part * (point - low), high: point + part * (high - point) };
}

function withNarrower(alternative: Alternative, part: number): Alternative {
  const attributes = perCriterion((criterion) => shrink(alternative.attributes[criterion], part));
  return { ...alternative, attributes };
}

describe("necessary and possible winners", () => {
  it.each(scenarios)("reproduce the reference of $name", (scenario) => {
    const { alternatives, valueFunctions, weights, expected } = scenario;
    const { range, necessarily_best, possibly_best } = expected.necessary;
    const result = winners(alternatives, valueFunctions, weights);
    expect(result).toEqual({
      ranges: expected.ranking.map((id) => ({
        id,
        low: expect.closeTo(range[id]?.[0] ?? NaN, 9),
        high: expect.closeTo(range[id]?.[1] ?? NaN, 9),
      })),
      necessarilyBest: necessarily_best,
      possiblyBest: expect.toSatisfy(
        (ids: string[]) => String(ids.toSorted()) === String(possibly_best.toSorted()),
      ),
    });
  });

  it("keep a necessary winner and gain no possible one when intervals shrink", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(decisions(5), part, ({ alternatives, valueFunctions, weights }, kept) => {
        const before = winners(alternatives, valueFunctions, weights);
        const narrower = alternatives.map((each) => withNarrower(each, kept));
        const after = winners(narrower, valueFunctions, weights);
        expect(after.necessarilyBest).toEqual(expect.arrayContaining(before.necessarilyBest));
        expect(before.possiblyBest).toEqual(expect.arrayContaining(after.possiblyBest));
      }),
    );
  });

  it("are at most one, and at least one, and the necessary one is the only possible one", () => {
    fc.assert(
      fc.property(decisions(5), ({ alternatives, valueFunctions, weights }) => {
        const { necessarilyBest, possiblyBest } = winners(alternatives, valueFunctions, weights);
        expect(necessarilyBest.length).toBeLessThanOrEqual(1);
        expect(possiblyBest.length).toBeGreaterThanOrEqual(1);
        const isDecided = necessarilyBest.length === 1;
        expect(isDecided ? possiblyBest : []).toEqual(necessarilyBest);
      }),
    );
  });
});
