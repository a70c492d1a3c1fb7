import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cascadeBreakEvenShare,
  cheapestSplit,
  mixableModels,
  perfectRouterShare,
  type RoutableModel,
  routedAccuracy,
} from "../../src/decision/splitting.ts";
import { fixtures } from "./robustness/scenarios.ts";

const { routing } = fixtures;
const pair = (smallAccuracy: number, largeAccuracy: number): [RoutableModel, RoutableModel] => [
  { id: "small", usdPerRequest: routing.cost_small, accuracy: smallAccuracy },
  { id: "large", usdPerRequest: routing.cost_large, accuracy: largeAccuracy },
];
const sharesOf = (largeShare: number) =>
  [
    { id: "small", share: expect.closeTo(1 - largeShare, 9) },
    { id: "large", share: expect.closeTo(largeShare, 9) },
  ].filter(({ id }) => (id === "large" ? largeShare > 0 : largeShare < 1));

describe("a blind split", () => {
  it.each(routing.mixture)("for an accuracy of $target", (row) => {
    expect(cheapestSplit(pair(row.qs, row.ql), row.target)).toEqual({
      isFeasible: row.feasible,
      shares: sharesOf(row.share_large),
      usdPerRequest: expect.closeTo(row.cost, 9),
      accuracy: expect.closeTo(row.quality, 9),
    });
  });

  it("skips models above the lower convex hull", () => {
    const models: RoutableModel[] = [
      { id: "dear", usdPerRequest: 10, accuracy: 0.9 },
      { id: "cheap", usdPerRequest: 1, accuracy: 0.5 },
      { id: "poor value", usdPerRequest: 8, accuracy: 0.85 },
      { id: "good value", usdPerRequest: 2, accuracy: 0.8 },
      { id: "dominated", usdPerRequest: 3, accuracy: 0.7 },
    ];
    expect(mixableModels(models).map(({ id }) => id)).toEqual(["cheap", "good value", "dear"]);
    // .85 is half way between .8 and .9.
    expect(cheapestSplit(models, 0.85)).toEqual({
      isFeasible: true,
      shares: [
        { id: "good value", share: expect.closeTo(0.5, 12) },
        { id: "dear", share: expect.closeTo(0.5, 12) },
      ],
      usdPerRequest: expect.closeTo(6, 12),
      accuracy: expect.closeTo(0.85, 12),
    });
  });

  it("is one model when the cheaper is also the better", () => {
    expect(cheapestSplit(pair(0.6, 0.5), 0.55)).toEqual({
      isFeasible: true,
      shares: [{ id: "small", share: 1 }],
      usdPerRequest: routing.cost_small,
      accuracy: 0.6,
    });
  });

  it("never uses a model that is dearer and no better", () => {
    const small = { shares: [{ id: "small", share: 1 }], usdPerRequest: routing.cost_small };
    expect(cheapestSplit(pair(0.6, 0.5), 0.7)).toEqual({
      isFeasible: false,
      accuracy: 0.6,
      ...small,
    });
  });

  it("needs a model", () => {
    expect(() => cheapestSplit([], 0.5)).toThrow(new RangeError("there is no model to mix"));
  });

  it("is never dearer than any mix of two models that reaches the same accuracy", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const models = fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(models, fc.nat(), fc.nat(), share, (rows, first, second, part) => {
        const list = rows.map(([usdPerRequest, accuracy], index) => ({
          id: `m${index}`,
          usdPerRequest,
          accuracy,
        }));
        const [a, b] = [list[first % list.length], list[second % list.length]];
        if (a === undefined || b === undefined) return;
        const accuracy = part * a.accuracy + (1 - part) * b.accuracy;
        const usdPerRequest = part * a.usdPerRequest + (1 - part) * b.usdPerRequest;
        const split = cheapestSplit(list, accuracy);
        expect(split.usdPerRequest).toBeLessThanOrEqual(usdPerRequest + 1e-9);
      }),
    );
  });
});

describe("a cascade", () => {
  const cascade = (checkUsdPerRequest: number) => ({
    smallUsdPerRequest: routing.cost_small,
    largeUsdPerRequest: routing.cost_large,
    checkUsdPerRequest,
  });

  it.each(routing.cascade_breakeven)("breaks even at $e with $cv USD a check", ({ cv, e }) => {
    expect(cascadeBreakEvenShare(cascade(cv))).toBeCloseTo(e, 9);
  });
});

describe("what two accuracies say about a router", () => {
  it.each(routing.bounds)("that sends $e to the large model", ({ ps, pl, e, ...bounds }) => {
    expect(routedAccuracy(ps, pl, e)).toEqual({
      worst: expect.closeTo(bounds.worst, 9),
      blind: expect.closeTo(bounds.blind, 9),
      best: expect.closeTo(bounds.best, 9),
    });
  });

  it("cannot lose more than the large model's own errors, nor win more than its right answers", () => {
    expect(routedAccuracy(0.8, 0.9, 0.3)).toEqual({
      worst: expect.closeTo(0.8 - 0.1, 12),
      blind: expect.closeTo(0.83, 12),
      best: expect.closeTo(1, 12),
    });
    expect(routedAccuracy(0.1, 0.2, 0.9).best).toBeCloseTo(0.1 + 0.2, 12);
  });

  it("that makes no mistake", () => {
    expect(perfectRouterShare(0.402, 0.536)).toBeCloseTo(0.134, 9);
    expect(routedAccuracy(0.402, 0.536, 0.134).best).toBeCloseTo(0.536, 9);
    expect(perfectRouterShare(0.6, 0.5)).toBe(0);
  });
});
