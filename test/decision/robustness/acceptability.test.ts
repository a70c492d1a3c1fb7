import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dirichletAcceptability,
  exactAcceptability,
  ordinalAcceptability,
  uniformAcceptability,
} from "../../../src/decision/robustness/acceptability.ts";
import { asRecord, fixtures, scenarios, type Triple } from "./scenarios.ts";

/** Differences in hundredths, so that a score's rounding error cannot decide a draw. */
const difference = fc.integer({ min: -100, max: 100 }).map((hundredths) => hundredths / 100);
const shape = fc.double({ min: 0.5, max: 20, noNaN: true });
const differences = fc.tuple(difference, difference, difference);

describe("uniform weights", () => {
  it.each(fixtures.accept_uniform)("reproduce the reference for $d", ({ d, p }) => {
    expect(uniformAcceptability(d)).toBeCloseTo(p, 9);
  });

  it("are ahead by d1^2 / ((d1 - d2)(d1 - d3)) when one difference of three is positive", () => {
    expect(uniformAcceptability([0.5, -0.5, -0.5])).toBeCloseTo(0.25 / (1 * 1), 12);
  });

  it("are certain when all differences agree, and even when there are none", () => {
    expect(uniformAcceptability([0.5, 0, 0.1])).toBe(1);
    expect(uniformAcceptability([-0.5, 0, -0.1])).toBe(0);
    expect(uniformAcceptability([0, 0, 0])).toBe(0.5);
  });
});

describe("weights known by their order", () => {
  it.each(fixtures.accept_ordered)("reproduce the reference for $d_in_priority_order", (row) => {
    expect(ordinalAcceptability(row.d_in_priority_order)).toBeCloseTo(row.p, 9);
  });

  it("average over the orders of what was not named", () => {
    const [first, second] = [asRecord([0.2, 0.1, -0.3]), asRecord([0, 0, 0])];
    const named = exactAcceptability(first, second, { kind: "ordinal", priority: ["quality"] });
    const both = [ordinalAcceptability([-0.3, 0.2, 0.1]), ordinalAcceptability([-0.3, 0.1, 0.2])];
    expect(named).toBeCloseTo(((both[0] ?? 0) + (both[1] ?? 0)) / 2, 12);
    const ignorance = exactAcceptability(first, second, { kind: "ordinal", priority: [] });
    expect(ignorance).toBeCloseTo(uniformAcceptability([0.2, 0.1, -0.3]), 12);
  });
});

describe("stated weights", () => {
  it.each(fixtures.accept_dirichlet)("reproduce the reference for $d", ({ d, alpha, p }) => {
    expect(dirichletAcceptability(d, alpha)).toBeCloseTo(p, 9);
  });

  it("ignore a criterion without weight or without difference", () => {
    expect(dirichletAcceptability([0.5, -9, 0], [1, 0, 4])).toBe(1);
    expect(dirichletAcceptability([-0.5, 9, 0], [1, 0, 4])).toBe(0);
    expect(dirichletAcceptability([0, 9, 0], [1, 0, 4])).toBe(0.5);
  });

  it("of concentration 1 are uniform weights, however far apart the differences are", () => {
    const exponent = fc.integer({ min: -6, max: 0 });
    fc.assert(
      fc.property(differences, exponent, exponent, ([first, ...others], ...exponents) => {
        const d = [first, ...others.map((each, index) => each * 10 ** (exponents[index] ?? 0))];
        fc.pre(d.every((each) => each !== 0));
        expect(dirichletAcceptability(d, [1, 1, 1])).toBeCloseTo(uniformAcceptability(d), 12);
      }),
    );
  });

  // Two criteria: the first weight is a Beta variable, here with closed forms of its distribution.
  it.each([
    [[1, -0.01], [1, 1], 1 / 1.01],
    [[1, -0.0001], [1, 1], 1 / 1.0001],
    [[0.3, -0.3], [60, 60], 0.5],
    [[1, -1], [0.01, 0.01], 0.5],
    [[1, -3], [2, 1], 1 - 0.75 ** 2],
  ])("of differences %o and concentrations %o", (d, alpha, chance) => {
    expect(dirichletAcceptability(d, alpha)).toBeCloseTo(chance, 12);
  });

  it("share the certainty between a pair", () => {
    fc.assert(
      fc.property(differences, shape, shape, shape, (d, ...alpha) => {
        const reverse = d.map((each) => -each);
        const sum = dirichletAcceptability(d, alpha) + dirichletAcceptability(reverse, alpha);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("the reference scenarios", () => {
  it.each(scenarios)("$name over the weights alone", ({ alternatives, belief, expected }) => {
    const [pick, runnerUp] = alternatives;
    if (pick === undefined || runnerUp === undefined) throw new Error("a scenario has two models");
    const exact = exactAcceptability(pick.values, runnerUp.values, belief);
    expect(exact).toBeCloseTo(expected.acceptability_weights_only, 6);
    const gaps = ["cost", "latency", "quality"] as const;
    const d = gaps.map((each) => pick.values[each] - runnerUp.values[each]) as Triple;
    expect(uniformAcceptability(d)).toBeCloseTo(expected.acceptability_uniform_weights, 6);
  });
});
