import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Weighting } from "../../../src/decision/need.ts";
import { mulberry32 } from "../../../src/decision/robustness/random.ts";
import {
  type WeightBelief,
  weightBeliefOf,
  weightSampler,
} from "../../../src/decision/robustness/weight-belief.ts";
import { CRITERIA } from "../../../src/schema/vocabulary.ts";

const DRAWS = 20_000;

function sample(belief: WeightBelief, seed = 1): number[][] {
  const next = weightSampler(belief, mulberry32(seed));
  const weights = new Float64Array(CRITERIA.length);
  return Array.from({ length: DRAWS }, () => {
    next(weights);
    return [...weights];
  });
}

function means(draws: number[][]): number[] {
  return CRITERIA.map((_, j) => draws.reduce((sum, row) => sum + (row[j] ?? 0), 0) / DRAWS);
}

describe("drawn weights", () => {
  it("add up to 1 and are never negative", () => {
    const shape = fc.double({ min: 0, max: 60, noNaN: true });
    const some = fc.double({ min: 0.1, max: 60, noNaN: true });
    fc.assert(
      fc.property(shape, shape, some, fc.integer(), (cost, latency, quality, seed) => {
        const belief = { kind: "dirichlet", concentrations: { cost, latency, quality } } as const;
        const weights = new Float64Array(CRITERIA.length);
        weightSampler(belief, mulberry32(seed))(weights);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("scatter around the stated weights, and leave a criterion without weight at 0", () => {
    const draws = sample({
      kind: "dirichlet",
      concentrations: { cost: 6, latency: 0, quality: 9 },
    });
    // A Beta(6, 9) has mean .4 and variance .4 * .6 / 16.
    expect(means(draws)).toEqual([expect.closeTo(0.4, 2), 0, expect.closeTo(0.6, 2)]);
    const variance = draws.reduce((sum, [cost = 0]) => sum + (cost - 0.4) ** 2, 0) / DRAWS;
    expect(variance).toBeCloseTo(0.015, 3);
  });

  it("respect a complete priority, centred on the rank-order centroid", () => {
    const draws = sample({ kind: "ordinal", priority: ["quality", "cost", "latency"] });
    expect(draws.every(([c = 0, l = 0, q = 0]) => q >= c && c >= l)).toBe(true);
    const centroid = [5 / 18, 2 / 18, 11 / 18];
    expect(means(draws)).toEqual(centroid.map((weight) => expect.closeTo(weight, 2)));
  });

  it("leave the order of unnamed criteria open", () => {
    const draws = sample({ kind: "ordinal", priority: ["latency"] });
    expect(draws.every(([c = 0, l = 0, q = 0]) => l >= c && l >= q)).toBe(true);
    const rest = (5 + 2) / 36;
    const centre = [rest, 11 / 18, rest];
    expect(means(draws)).toEqual(centre.map((weight) => expect.closeTo(weight, 2)));
    expect(means(sample({ kind: "ordinal", priority: [] }))).toEqual(
      CRITERIA.map(() => expect.closeTo(1 / 3, 2)),
    );
  });
});

describe("the belief behind a weighting", () => {
  const stated: Weighting = {
    mode: "levels",
    importance: { cost: 2, latency: 1, quality: 2 },
    weights: { cost: 0.4, latency: 0.2, quality: 0.4 },
    concentration: 5,
    priority: null,
  };

  it("spreads around words and numbers by the concentration", () => {
    const concentrations = { cost: 2, latency: 1, quality: 2 };
    expect(weightBeliefOf(stated)).toEqual({ kind: "dirichlet", concentrations });
    expect(weightBeliefOf({ ...stated, mode: "priority" })).toEqual({
      kind: "dirichlet",
      concentrations,
    });
  });

  it("is the order alone for a complete priority", () => {
    const priority: Weighting["priority"] = ["quality", "cost", "latency"];
    expect(weightBeliefOf({ ...stated, mode: "priority", priority })).toEqual({
      kind: "ordinal",
      priority,
    });
  });
});
