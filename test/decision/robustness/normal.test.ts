import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/decision/robustness/normal.ts";

describe("the standard normal distribution", () => {
  // Probabilities to 15 digits from the error function of the C library.
  it.each([
    [-5, 2.866515718791946e-7],
    [-3, 0.0013498980316300957],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [2, 0.9772498680518208],
    [6, 0.9999999990134123],
    [9, 1],
    [-9, 0],
  ])("is at most %d with its tabled probability", (z, probability) => {
    expect(Math.abs(normalCdf(z) - probability)).toBeLessThan(1e-14);
  });

  it.each([
    [1e-12, -7.034483825301132],
    [0.05, -1.6448536269514726],
    [0.076, -1.4325027208258114],
    [0.5, 0],
    [0.7, 0.5244005127080407],
    [0.975, 1.959963984540054],
    [0.9999, 3.7190164854557084],
    [0, -Infinity],
    [1, Infinity],
  ])("has its tabled quantile at %d", (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 13);
  });
});
