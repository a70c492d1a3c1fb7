import { expect, it } from "vitest";
import { labelOf } from "../../src/decision/confidence.ts";
import { firstRankAcceptability } from "../../src/decision/robustness/first-rank.ts";
import { rng, scenarios } from "./robustness/scenarios.ts";

// The thresholds of the reference, not those of the shipped levels.
const THRESHOLDS = { high: 0.9, moderate: 0.7, low: 0.55 };

it("changes its word at a threshold, which belongs to the better word", () => {
  const chances = [1, 0.9, 0.8999, 0.7, 0.6999, 0.55, 0.5499, 0];
  expect(chances.map((chance) => labelOf(chance, THRESHOLDS))).toEqual([
    "high",
    "high",
    "moderate",
    "moderate",
    "low",
    "low",
    "toss-up",
    "toss-up",
  ]);
});

it.each(scenarios)("says the reference's word for $name", (scenario) => {
  const { alternatives, valueFunctions, belief, expected } = scenario;
  const readings = { count: 1000, seed: rng.seed };
  const [chance = NaN] = firstRankAcceptability(alternatives, valueFunctions, belief, readings);
  expect(labelOf(chance, THRESHOLDS)).toBe(expected.confidence);
});
