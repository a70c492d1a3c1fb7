/** What is kept of logs without end: bounded, exact while few, and close to exact beyond. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  busiestMinute,
  keep,
  medianOf,
  type Minutes,
  newSample,
  newTally,
  ranksOf,
  tally,
  tallyMinute,
  tallyTogether,
} from "../../src/profile/tallies.ts";
import type { UsageRecord } from "../../src/profile/record.ts";
import { usageCounter } from "../../src/profile/usage.ts";

const SHARES = [0.5, 0.95, 1];

function exactRanks(figures: readonly number[]): number[] {
  const sorted = figures.toSorted((a, b) => a - b);
  return SHARES.map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
}

function tallied(figures: readonly number[]) {
  const into = newTally();
  for (const figure of figures) tally(into, figure, 1);
  return into;
}

const tokens = fc.integer({ min: 0, max: 1_000_000 });

describe("percentiles", () => {
  it("are nearest ranks, exactly, while figures are few", () => {
    fc.assert(
      fc.property(fc.array(tokens, { minLength: 1, maxLength: 300 }), (figures) => {
        expect(ranksOf(tallied(figures), SHARES)).toEqual(exactRanks(figures));
      }),
    );
  });

  it("are off by a twentieth of a percent at most when there are many, the largest not at all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 97 }), (step) => {
        const figures = Array.from(
          { length: 12_000 },
          (_each, index) => (index * step * 31) % 999_983,
        );
        const into = tallied(figures);
        expect(into.isCoarse).toBe(true);
        const ranks = ranksOf(into, SHARES);
        const exact = exactRanks(figures);
        ranks.forEach((rank, index) => {
          const off = Math.abs((rank ?? Number.NaN) / (exact[index] ?? Number.NaN) - 1);
          expect(off).toBeLessThanOrEqual(0.0005);
        });
        expect(ranks[2]).toBe(exact[2]);
        // A document whose p95 is above its max would be refused.
        expect(ranks[1]).toBeLessThanOrEqual(ranks[2] ?? 0);
      }),
      { numRuns: 10 },
    );
  });

  it("take out again what was written twice, and are the same of parts and of the whole", () => {
    fc.assert(
      fc.property(fc.array(tokens), fc.array(tokens, { minLength: 1 }), (some, others) => {
        const into = tallied([...some, ...others]);
        for (const figure of some) tally(into, figure, -1);
        expect(ranksOf(into, SHARES)).toEqual(exactRanks(others));
        const together = tallyTogether([tallied(some), tallied(others)]);
        expect(ranksOf(together, SHARES)).toEqual(exactRanks([...some, ...others]));
      }),
    );
  });
});

test("a median of few figures is one of them, of many close to theirs, of two samples by their sizes", () => {
  const sampled = (figures: readonly number[]) => {
    const sample = newSample();
    for (const figure of figures) keep(sample, figure);
    return sample;
  };
  // Nearest rank: the second of four.
  expect(medianOf([sampled([4, 1, 3, 2])])).toBe(2);
  expect(medianOf([sampled([])])).toBeNull();
  const many = Array.from({ length: 100_000 }, (_each, index) => (index * 7919) % 100_003);
  const sample = sampled(many);
  expect(sample.figures.length).toBeLessThanOrEqual(2000);
  expect((medianOf([sample]) ?? 0) / 50_000).toBeCloseTo(1, 1);
  // 100,000 around 50,000 beside ten of 1: not ten of two thousand.
  expect(
    (medianOf([sample, sampled(Array.from({ length: 10 }, () => 1))]) ?? 0) / 50_000,
  ).toBeCloseTo(1, 1);
});

test("the busiest minute is of the clock, whatever the order", () => {
  const minutes: Minutes = new Map();
  // Two in one minute, one a second later in the next, and one taken out again.
  for (const seconds of [3659, 3601, 3660, 60, 61]) tallyMinute(minutes, seconds, 1);
  tallyMinute(minutes, 61, -1);
  expect(busiestMinute(minutes)).toBe(2);
  expect(busiestMinute(new Map())).toBeNull();
});

test("of a log without end no more is kept than of a long one", () => {
  const counter = usageCounter("none");
  const kept = () => {
    const [cell] = counter.result().groups[0]?.cells ?? [];
    return [
      cell?.spread?.input.counts.size ?? 0,
      cell?.spread?.output.counts.size ?? 0,
      cell?.firstTokenSeconds.figures.length ?? 0,
      cell?.answerSeconds.figures.length ?? 0,
      cell?.outputRates.figures.length ?? 0,
      cell?.days.size ?? 0,
    ];
  };
  const add = (from: number, to: number) => {
    for (let index = from; index < to; index++) counter.add(record(index), "log");
  };
  add(0, 60_000);
  const long = kept();
  add(60_000, 180_000);
  const longer = kept();
  longer.forEach((size, index) =>
    expect(size).toBeLessThanOrEqual(1.25 * Math.max(long[index] ?? 0, 1000)),
  );
  expect(counter.result().totals.requests).toBe(180_000);
});

function record(index: number): UsageRecord {
  const time = 1_794_873_600 + (index % 2_500_000);
  return {
    kind: "usage",
    project: null,
    apiKey: null,
    tag: null,
    model: "gpt-4o",
    tier: "standard",
    requests: 1,
    textInput: (index * 7919) % 60_000,
    cachedInput: 0,
    cacheWriteInput: 0,
    imageInput: 0,
    cachedImageInput: 0,
    audioInput: 0,
    output: (index * 104_729) % 9000,
    reasoning: null,
    time: { start: time, end: time },
    id: `id-${index}`,
    firstTokenSeconds: (index % 997) / 1000,
    answerSeconds: 1 + (index % 991) / 100,
  };
}
