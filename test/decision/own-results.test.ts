/** The user's own tests beside public results: the worked example of 200 tests, 186 and 173 of them passed. */
import { expect, test } from "vitest";
import { phi, withOwnResult } from "../../src/decision/own-results.ts";
import type { QualityEstimate } from "../../src/decision/quality.ts";
import { mixing } from "../../src/decision/robustness/sequences.ts";
import type { OwnTests } from "../../src/schema/evaluation.ts";
import { shipped } from "../pipeline/catalogs.ts";

const DIFFICULTY = -1.027137;

function quality(point: number, low: number, high: number): QualityEstimate {
  return { ability: { point, low, high }, estimate: null, facts: [], results: [], thin: true };
}

function own(passRate: number, logit: number, standardError: number, more: Partial<OwnTests>) {
  const value: OwnTests = {
    run: "eval",
    tests: 200,
    passRate,
    effectiveTests: 200,
    logit,
    standardError,
    pairs: [],
    ...more,
  };
  const claim = { value, source: "own", observed: "2026-11-22" };
  return {
    statement: { claim, class: "own", scope: "alias", loss: null } as const,
    task: "general",
  };
}

test.each([
  [
    "gpt-4o",
    quality(1.371, 0.82, 1.91),
    own(0.93, 2.554283, 0.272631, { difficulty: DIFFICULTY }),
    0.565528,
    1.459305,
    0.218379,
  ],
  [
    "gpt-4o-mini",
    quality(0.971, 0.43, 1.51),
    own(0.865, 1.841992, 0.205249, { difficulty: DIFFICULTY }),
    0.673974,
    0.865762,
    0.187437,
  ],
])("%s: own and public, by their precision", (_name, estimate, result, weight, theta, sd) => {
  const combined = withOwnResult(estimate, result, 1.25, shipped.levels);
  expect(combined.own?.weight).toBeCloseTo(weight, 3);
  expect(combined.ability.point).toBeCloseTo(theta, 3);
  expect((combined.ability.high - combined.ability.point) / 1.6448536).toBeCloseTo(sd, 3);
});

test("few tests leave public results in charge, a thousand rule them out", () => {
  const weightOf = (standardError: number) =>
    withOwnResult(
      quality(1, 0.45, 1.55),
      own(0.9, 2, standardError, { difficulty: -1 }),
      1.25,
      shipped.levels,
    ).own?.weight;
  // 20 tests at 90 %: sqrt(1/18.5 + 1/2.5) = .674; 1,000: sqrt(1/900.5 + 1/100.5) = .105.
  expect(weightOf(0.674)).toBeLessThan(0.25);
  expect(weightOf(0.105)).toBeGreaterThan(0.8);
});

test("a target puts the user's own bar at the bar of the question, wherever that is", () => {
  for (const bar of [0.25, 1.25, 2.75]) {
    const result = own(0.865, 1.841992, 0.205249, { target: 0.9 });
    const { ability } = withOwnResult(quality(0.971, 0.43, 1.51), result, bar, shipped.levels);
    // One less half of what is missing to the log-odds of .9.
    expect(1 - (bar - ability.point) / 2).toBeCloseTo(0.822384, 6);
  }
});

test("the same tests err together: phi .408, so the gap is known to .266 instead of .341", () => {
  const rho = phi({ both: 168, onlyThis: 18, onlyOther: 5, neither: 9 });
  expect(rho).toBeCloseTo(0.407731, 6);
  const [a, b] = [0.272631, 0.205249];
  expect(Math.sqrt(a ** 2 + b ** 2 - 2 * rho * a * b)).toBeCloseTo(0.266127, 6);
  expect(phi({ both: 5, onlyThis: 0, onlyOther: 0, neither: 0 })).toBe(0);
});

test("mixing gives the correlations asked for, and the nearest possible where none can be so", () => {
  const ids = ["a", "b", "c"];
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, each, place) => sum + each * (other[place] ?? 0), 0);
  const rows = mixing(ids, [
    { first: "a", second: "b", rho: 0.4 },
    { first: "c", second: "b", rho: 0.5 },
  ]);
  const [a = [], b = [], c = []] = rows;
  expect([dot(a, b), dot(b, c), dot(a, c), dot(b, b), dot(c, c)]).toEqual(
    [0.4, 0.5, 0, 1, 1].map((each) => expect.closeTo(each, 12) as number),
  );
  const impossible = mixing(ids, [
    { first: "a", second: "b", rho: 0.99 },
    { first: "b", second: "c", rho: 0.99 },
    { first: "a", second: "c", rho: -0.99 },
  ]);
  for (const row of impossible) expect(dot(row, row)).toBeCloseTo(1, 12);
});
