import { describe, expect, it } from "vitest";
import {
  isNearThreshold,
  labelOf,
  sampleUntilClear,
} from "../../../src/decision/robustness/confidence.ts";
import { rng, scenarios } from "./scenarios.ts";

// The thresholds of the reference, not those of the shipped levels.
const THRESHOLDS = { high: 0.9, moderate: 0.7, low: 0.55 };
const sampling = { draws: 2000, extendedDraws: 8000, extendWithin: 0.02, seed: rng.seed };

function drawsOf(prefix: string, extendedDraws: number): number[] {
  return scenarios
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ alternatives, valueFunctions, belief }) => {
      const settings = { ...sampling, extendedDraws };
      return sampleUntilClear(alternatives, valueFunctions, belief, settings, THRESHOLDS).draws;
    });
}

describe("the word for a chance", () => {
  it("changes at its threshold, which belongs to the better word", () => {
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

  it("is unclear within a distance of any threshold", () => {
    const chances = [0.93, 0.915, 0.885, 0.8, 0.69, 0.63, 0.56, 0.5];
    expect(chances.map((chance) => isNearThreshold(chance, THRESHOLDS, 0.02))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("sampling until the word is clear", () => {
  it.each(scenarios)("says the reference's word for $name", (scenario) => {
    const { alternatives, valueFunctions, belief, expected } = scenario;
    const { models } = sampleUntilClear(alternatives, valueFunctions, belief, sampling, THRESHOLDS);
    const chance = models[0]?.rankAcceptability[0] ?? NaN;
    expect(labelOf(chance, THRESHOLDS)).toBe(expected.confidence);
  });

  it("goes on only near a threshold, and only when more draws are allowed", () => {
    expect(drawsOf("S1", 8000)).toEqual([2000]);
    expect(drawsOf("S6", 8000)).toEqual([8000]);
    expect(drawsOf("S6", 1000)).toEqual([2000]);
  });
});
