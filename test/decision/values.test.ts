import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  abilityAtValue,
  costAtValue,
  costValue,
  latencyValues,
  qualityValue,
  valueFunctions,
} from "../../src/decision/values.ts";
import { EXACT_DIGITS, reference } from "./reference.ts";

const { K_LAT: zeroAtMultiple, W_LOGIT: logitsToZero } = reference.constants;
const { value_functions: expected } = reference.fixtures;

describe("value functions", () => {
  it.each(expected.cost)("a bill of $C on a budget of $B is worth $v", ({ C, B, v }) => {
    expect(costValue(C, B)).toBeCloseTo(v, EXACT_DIGITS);
  });
  it.each(expected.latency)(
    "a wait of $T s for a target of $tau s is worth $v",
    ({ T, tau, v }) => {
      expect(latencyValues(tau, zeroAtMultiple)(T)).toBeCloseTo(v, EXACT_DIGITS);
    },
  );
  it.each(expected.quality)("an ability of $theta under a bar of $bar is worth $v", (row) => {
    expect(qualityValue(row.theta, row.bar, logitsToZero)).toBeCloseTo(row.v, EXACT_DIGITS);
  });

  it("is worth 1 where there is no anchor to fall short of", () => {
    expect(costValue(1e9, Infinity)).toBe(1);
    expect(latencyValues(Infinity, zeroAtMultiple)(1e9)).toBe(1);
  });

  it("stays finite where a bill over a tiny budget overflows a double", () => {
    expect(costValue(1e12, 1e-320)).toBeCloseTo(-Math.log(1e12) + Math.log(1e-320), 6);
    expect(latencyValues(1e-320, zeroAtMultiple)(1e12)).toBeGreaterThan(-1000);
  });

  it("meets with the same value and slope at the whole budget", () => {
    const step = 1e-4;
    expect(costValue(100, 100)).toBe(0);
    expect(costValue(100 + step, 100)).toBeCloseTo(-costValue(100 - step, 100), 10);
  });

  it("gathers the three of one request", () => {
    const functions = valueFunctions({
      budgetUsdPerMonth: 1000,
      targetSeconds: 10,
      zeroAtMultiple,
      barLogits: 1.25,
      logitsToZero,
    });
    expect([functions.cost(550), functions.latency(40), functions.quality(-0.75)]).toEqual([
      0.44999999999999996, 0, 0,
    ]);
  });
});

describe("attribute at a value", () => {
  const value = fc.double({ min: -5, max: 1, noNaN: true });
  const anchor = fc.double({ min: 0.01, max: 1e6, noNaN: true });

  it("gives the value back", () => {
    fc.assert(
      fc.property(value, anchor, (v, a) => {
        expect(costValue(costAtValue(v, a) ?? Number.NaN, a)).toBeCloseTo(v, 9);
        const ability = abilityAtValue(v, a, logitsToZero) ?? Number.NaN;
        expect(qualityValue(ability, a, logitsToZero)).toBeCloseTo(v, 8);
      }),
      { numRuns: 3000 },
    );
  });

  it("is null above 1, and for money also without an anchor", () => {
    expect(costAtValue(1.01, 100)).toBeNull();
    expect(costAtValue(0.5, Infinity)).toBeNull();
    expect(abilityAtValue(1.01, 1, logitsToZero)).toBeNull();
  });
});
