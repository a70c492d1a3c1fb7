import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AbilityConstants,
  type BenchmarkResult,
  estimateAbility,
} from "../../src/decision/ability.ts";
import { resultLogitInterval, standardError } from "../../src/facts/logits.ts";
import { benchmarkScale, interval, logitConstants, reference, rounded } from "./reference.ts";

const constants: AbilityConstants = {
  totalRelevance: 1,
  transferSd: reference.constants.TAU.standard,
  thinBelowShare: 0.5,
  thinFactor: 2,
  siblingWideningLogits: 0.15,
};

function resultsOf(model: string, relevances: Record<string, number>): BenchmarkResult[] {
  return Object.entries(relevances).map(([benchmarkId, relevance]) => {
    const scale = benchmarkScale(benchmarkId);
    const result = reference.facts[model]?.q[benchmarkId];
    if (result === undefined) throw new Error(`${model} has no ${benchmarkId}`);
    return {
      benchmarkId,
      relevance,
      logit: resultLogitInterval(interval(result), scale, logitConstants),
      standardError: standardError(result[0], scale, logitConstants),
      difficulty: scale.difficulty,
      sibling: false,
    };
  });
}

function one(overrides: Partial<BenchmarkResult> = {}): BenchmarkResult {
  return {
    benchmarkId: "one",
    relevance: 1,
    logit: { point: 1, low: 1, high: 1 },
    standardError: 0,
    difficulty: 0,
    sibling: false,
    ...overrides,
  };
}

const cases = Object.entries(reference.fixtures.quality_index).flatMap(([task, models]) =>
  Object.entries(models).map(([model, expected]) => ({ task, model, ...expected })),
);

describe("ability", () => {
  it.each(cases)("$model at $task is $theta logits", ({ task, model, theta, lo90, hi90 }) => {
    const relevances = reference.constants.TASK[task]?.benchmarks ?? {};
    const totalRelevance = Object.values(relevances).reduce((sum, each) => sum + each, 0);
    const estimate = estimateAbility(resultsOf(model, relevances), {
      ...constants,
      totalRelevance,
    });
    expect(estimate && rounded({ ...estimate.ability })).toEqual(
      rounded({ point: theta, low: lo90, high: hi90 }),
    );
    expect([estimate?.knownShare, estimate?.thin]).toEqual([1, false]);
  });

  it("is unknown without a result", () => {
    expect(estimateAbility([], constants)).toBeNull();
    expect(estimateAbility([one({ relevance: 0 })], constants)).toBeNull();
  });

  it("leaves a missing benchmark out instead of counting it as bad", () => {
    const present = [one({ benchmarkId: "a", difficulty: 0.5 })];
    const estimate = estimateAbility(present, { ...constants, totalRelevance: 2 });
    expect(estimate?.ability.point).toBe(1.5);
    expect([estimate?.knownShare, estimate?.thin]).toEqual([0.5, false]);
  });

  it("doubles the transfer error where less than half of the relevance is known", () => {
    const reach = (totalRelevance: number) => {
      const estimate = estimateAbility([one()], { ...constants, totalRelevance });
      return [estimate?.thin, (estimate?.ability.high ?? 0) - 1];
    };
    const usual = 1.6448536269514722 * 0.3 * Math.sqrt(2);
    expect(reach(2)).toEqual([false, expect.closeTo(usual, 12)]);
    expect(reach(2.01)).toEqual([true, expect.closeTo(2 * usual, 12)]);
  });

  it("widens a neighbour's result on both sides", () => {
    const exact = estimateAbility([one()], constants);
    const sibling = estimateAbility([one({ sibling: true })], constants);
    const reach = (high: number | undefined) => ((high ?? 0) - 1) ** 2;
    expect(reach(sibling?.ability.high) - reach(exact?.ability.high)).toBeCloseTo(0.15 ** 2, 12);
    expect(reach(sibling?.ability.low) - reach(exact?.ability.low)).toBeCloseTo(0.15 ** 2, 12);
    expect(sibling?.ability.point).toBe(exact?.ability.point);
  });

  it("adds up from its parts, whatever their order, and is never certain", () => {
    const result = fc.record({
      benchmarkId: fc.string({ minLength: 1, maxLength: 4 }),
      relevance: fc.integer({ min: 1, max: 5 }),
      logit: fc
        .tuple(
          fc.double({ min: -4, max: 4, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        )
        .map(([point, down, up]) => ({ point, low: point - down, high: point + up })),
      standardError: fc.double({ min: 0, max: 0.5, noNaN: true }),
      difficulty: fc.double({ min: -1, max: 3, noNaN: true }),
      sibling: fc.boolean(),
    });
    const results = fc.uniqueArray(result, {
      selector: (each) => each.benchmarkId,
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(results, fc.integer({ min: 0, max: 5 }), (some, turn) => {
        const totalRelevance = some.reduce((sum, each) => sum + each.relevance, 0) * 1.5;
        const estimate = estimateAbility(some, { ...constants, totalRelevance });
        const turned = [...some.slice(turn), ...some.slice(0, turn)].toReversed();
        expect(estimateAbility(turned, { ...constants, totalRelevance })).toEqual(estimate);
        const parts = estimate?.used.reduce((sum, each) => sum + each.contributionLogits, 0);
        expect(parts).toBe(estimate?.ability.point);
        expect(estimate?.ability.low).toBeLessThan((estimate?.ability.point ?? 0) - 0.4);
        expect(estimate?.ability.high).toBeGreaterThan((estimate?.ability.point ?? 0) + 0.4);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the log-odds gap of two models with the same benchmarks, whatever the difficulties", () => {
    const gap = (difficulty: number) => {
      const at = (point: number) =>
        estimateAbility(
          [one({ difficulty, logit: { point, low: point, high: point } })],
          constants,
        );
      return (at(1.5)?.ability.point ?? 0) - (at(0.5)?.ability.point ?? 0);
    };
    expect(gap(0)).toBeCloseTo(gap(2.7), 12);
  });
});
