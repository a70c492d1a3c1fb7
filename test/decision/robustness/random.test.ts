import { describe, expect, it } from "vitest";
import {
  drawExponential,
  drawGamma,
  drawNormal,
  mulberry32,
  type RandomStream,
} from "../../../src/decision/robustness/random.ts";
import { rng } from "./scenarios.ts";

const DRAWS = 40_000;
const alwaysZero: RandomStream = () => 0;

function moments(draw: (random: RandomStream) => number): { mean: number; variance: number } {
  const random = mulberry32(rng.seed);
  const numbers = Array.from({ length: DRAWS }, () => draw(random));
  const mean = numbers.reduce((sum, x) => sum + x, 0) / DRAWS;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS;
  return { mean, variance };
}

describe("mulberry32", () => {
  it("starts with the reference numbers", () => {
    const random = mulberry32(rng.seed);
    expect(rng.first.map(() => random())).toEqual(rng.first);
  });
});

describe("draws", () => {
  // A gamma variable of scale 1 has its shape as mean and as variance; fourth moments give the errors.
  it.each([0.1, 0.5, 1, 2, 8, 30])("of a gamma variable of shape %d have its moments", (shape) => {
    const { mean, variance } = moments((random) => drawGamma(shape, random));
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / DRAWS));
    const varianceError = Math.sqrt((2 * shape ** 2 + 6 * shape) / DRAWS);
    expect(Math.abs(variance - shape)).toBeLessThan(4 * varianceError);
  });

  it("of a gamma variable of shape 0 are 0", () => {
    expect(drawGamma(0, mulberry32(1))).toBe(0);
  });

  it("of a normal and of an exponential variable have their moments", () => {
    const normal = moments(drawNormal);
    expect(Math.abs(normal.mean)).toBeLessThan(4 / Math.sqrt(DRAWS));
    expect(Math.abs(normal.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    const exponential = moments(drawExponential);
    expect(Math.abs(exponential.mean - 1)).toBeLessThan(4 / Math.sqrt(DRAWS));
    expect(Math.abs(exponential.variance - 1)).toBeLessThan(4 * Math.sqrt(8 / DRAWS));
  });

  it("stay finite on the smallest uniform number", () => {
    expect(Number.isFinite(drawNormal(alwaysZero))).toBe(true);
    expect(Number.isFinite(drawExponential(alwaysZero))).toBe(true);
  });
});
