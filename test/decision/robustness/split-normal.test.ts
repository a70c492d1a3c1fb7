import { describe, expect, it } from "vitest";
import {
  figureAt,
  isCertain,
  splitNormal,
  splitNormalQuantile,
} from "../../../src/decision/robustness/normal.ts";

describe("a split normal", () => {
  it("has its point as median and its interval as central 90 %", () => {
    const ability = splitNormal({ point: 0.9, low: -0.5, high: 2.3 }, "linear");
    expect([0.05, 0.5, 0.95].map((p) => splitNormalQuantile(ability, p))).toEqual([
      expect.closeTo(-0.5, 12),
      0.9,
      expect.closeTo(2.3, 12),
    ]);
    const wait = splitNormal({ point: 0.6, low: 0.2, high: 3 }, "ln");
    expect([0.05, 0.5, 0.95].map((p) => splitNormalQuantile(wait, p))).toEqual([
      expect.closeTo(0.2, 12),
      expect.closeTo(0.6, 12),
      expect.closeTo(3, 12),
    ]);
  });

  // The reference takes the cautious quartile of its three priors: lower ability, longer wait, slower.
  it.each([
    [{ point: 0.9, low: -0.5, high: 2.3 }, "linear", 0.25, 0.3259150876393615],
    [{ point: 0.6, low: 0.2, high: 3 }, "ln", 0.75, 1.160837277214927],
    [{ point: 60, low: 20, high: 250 }, "ln", 0.25, 38.238654090299804],
  ] as const)("has the reference quartile of %o", (interval, scale, probability, quartile) => {
    const belief = splitNormal(interval, scale);
    expect(splitNormalQuantile(belief, probability)).toBeCloseTo(quartile, 9);
  });

  it("puts half of the belief on the point when one half has no width", () => {
    const belief = splitNormal({ point: 1, low: 0.5, high: 1 }, "linear");
    expect(isCertain(belief)).toBe(false);
    expect([0.2, 2].map((z) => figureAt(belief, z))).toEqual([1, 1]);
  });

  it("gives a certain figure back untouched, zero included", () => {
    const belief = splitNormal({ point: 0, low: 0, high: 0 }, "ln");
    expect(isCertain(belief)).toBe(true);
    expect([-2, 0, 2].map((z) => figureAt(belief, z))).toEqual([0, 0, 0]);
  });

  it("takes an end that rounding put on the wrong side of the point for the point", () => {
    const belief = splitNormal({ point: 0.3, low: 0.1 + 0.2, high: 0.4 }, "linear");
    expect([-3, 0].map((z) => figureAt(belief, z))).toEqual([0.3, 0.3]);
  });

  it("refuses what is no interval", () => {
    expect(() => splitNormal({ point: 3, low: 1, high: 2 }, "linear")).toThrow(
      new RangeError("an interval needs low <= point <= high, not 1, 3, 2"),
    );
    expect(() => splitNormal({ point: NaN, low: 1, high: 2 }, "linear")).toThrow(RangeError);
    expect(() => splitNormal({ point: 1, low: 0, high: 2 }, "ln")).toThrow(
      new RangeError("an interval on the ln scale needs positive ends, not 0"),
    );
  });
});
