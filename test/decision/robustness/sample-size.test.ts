import { describe, expect, it } from "vitest";
import { halfWidthAfter, observationsFor } from "../../../src/decision/robustness/sample-size.ts";
import { fixtures } from "./scenarios.ts";

describe("sample size", () => {
  it.each(fixtures.sample_size)("for $eps at $confidence", ({ eps, confidence, n }) => {
    expect(observationsFor(eps, confidence)).toBe(n);
  });

  it("of 200 requests leaves 1.96 * .5 / sqrt(200)", () => {
    expect(halfWidthAfter(200)).toBeCloseTo(0.0693, 4);
  });

  it("is the inverse of the half-width", () => {
    expect(halfWidthAfter(observationsFor(0.01))).toBeLessThanOrEqual(0.01);
  });
});
