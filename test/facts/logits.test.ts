import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chanceCorrected,
  qualityIndex,
  resultAtLogit,
  resultLogit,
  resultLogitInterval,
  resultStandardError,
  standardError,
} from "../../src/facts/logits.ts";
import { benchmarkScale, EXACT_DIGITS, logitConstants, reference } from "../decision/reference.ts";

const rows = Object.entries(reference.fixtures.benchmark_logits).flatMap(([model, results]) =>
  Object.entries(results).map(([id, row]) => ({ model, id, ...row })),
);

describe("benchmark results as log-odds", () => {
  it.each(rows)("$model on $id: $acc is $logit logits", ({ id, acc, logit, se }) => {
    const scale = benchmarkScale(id);
    expect(resultLogit(acc, scale, logitConstants)).toBeCloseTo(logit, EXACT_DIGITS);
    expect(standardError(acc, scale, logitConstants)).toBeCloseTo(se, EXACT_DIGITS);
  });

  it("corrects for guessing: a quarter right of four choices is nothing known", () => {
    expect(chanceCorrected(0.25, 0.25)).toBe(0);
    expect(chanceCorrected(1, 0.25)).toBe(1);
  });

  it("clips what no finite log-odds stand for", () => {
    const { low, high } = logitConstants.accuracyClip;
    const scale = benchmarkScale("mmlu");
    expect(resultLogit(10, scale, logitConstants)).toBeCloseTo(Math.log(low / (1 - low)), 12);
    expect(resultLogit(100, scale, logitConstants)).toBeCloseTo(Math.log(high / (1 - high)), 12);
    expect(standardError(100, scale, logitConstants)).toBeGreaterThan(0);
  });

  it("turns an error rate round", () => {
    const wrong = { scale: "percent-wrong", chance: 0 } as const;
    const right = { scale: "percent", chance: 0 } as const;
    expect(resultLogit(1.5, wrong, logitConstants)).toBeCloseTo(
      resultLogit(98.5, right, logitConstants),
      12,
    );
    expect(resultLogitInterval({ point: 2, low: 1, high: 4 }, wrong, logitConstants)).toEqual({
      point: resultLogit(2, wrong, logitConstants),
      low: resultLogit(4, wrong, logitConstants),
      high: resultLogit(1, wrong, logitConstants),
    });
  });

  it("reads a rating as log-odds already: 18.5 points are about .11 logit", () => {
    const arena = { scale: "elo", chance: 0, eloStandardError: 4 } as const;
    expect(resultLogit(1300, arena, logitConstants)).toBeCloseTo(0, 12);
    expect(resultLogit(1318.5, arena, logitConstants)).toBeCloseTo((18.5 * Math.LN10) / 400, 12);
    expect(standardError(1280, arena, logitConstants)).toBeCloseTo((4 * Math.LN10) / 400, 12);
    expect(resultStandardError(1280, arena, logitConstants)).toBeCloseTo(4, 12);
  });

  it("takes an unknown number of items as the stated few, and a claim's own number first", () => {
    const scale = { scale: "percent", chance: 0 } as const;
    const sizeOf = (items?: number) => resultStandardError(50, scale, logitConstants, items);
    expect(sizeOf()).toBeCloseTo((100 * 0.5) / Math.sqrt(logitConstants.itemsWhenUnknown), 12);
    expect(sizeOf(400)).toBeCloseTo((100 * 0.5) / Math.sqrt(400), 12);
  });

  it("is the plain binomial error in the benchmark's own unit: GPQA 53.6 of 198 items", () => {
    expect(resultStandardError(53.6, benchmarkScale("gpqa"), logitConstants)).toBeCloseTo(
      100 * Math.sqrt((0.536 * 0.464) / 198),
      10,
    );
  });

  it("gives the result back", () => {
    const scale = fc.constantFrom<{ scale: "percent" | "percent-wrong" | "elo"; chance: number }>(
      { scale: "percent", chance: 0.25 },
      { scale: "percent-wrong", chance: 0 },
      { scale: "elo", chance: 0 },
    );
    fc.assert(
      fc.property(scale, fc.double({ min: -5, max: 5, noNaN: true }), (benchmark, logits) => {
        const result = resultAtLogit(logits, benchmark, logitConstants);
        expect(resultLogit(result, benchmark, logitConstants)).toBeCloseTo(logits, 8);
      }),
      { numRuns: 3000 },
    );
  });

  it("maps ability 0 to 50, and rises", () => {
    expect(qualityIndex(0)).toBe(50);
    expect([0.97, 1.36, 2.32].map((ability) => Math.round(qualityIndex(ability)))).toEqual([
      73, 80, 91,
    ]);
  });
});
