import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AbilityConstants,
  type BenchmarkResult,
  estimateAbility,
  type BenchmarkShare,
  benchmarkShares,
  type TaskEvidence,
} from "../../src/decision/ability.ts";
import { resultLogitInterval, standardError } from "../../src/facts/logits.ts";
import { COMPLEXITIES, type Complexity } from "../../src/schema/vocabulary.ts";
import {
  benchmarkScale,
  EXACT_DIGITS,
  interval,
  logitConstants,
  reference,
  rounded,
} from "./reference.ts";

const { TAU, TASK, TASK_SHARE, PROFILE, PRIOR_THETA } = reference.constants;

const constants: AbilityConstants = {
  transferSd: TAU.standard,
  thinBelowShare: 0.5,
  thinFactor: 2,
  siblingWideningLogits: 0.15,
  unknown: { point: PRIOR_THETA.cautious, low: PRIOR_THETA.lo90, high: PRIOR_THETA.hi90 },
};

const shareConstants = { profiles: PROFILE, taskShare: TASK_SHARE };

function resultsOf(model: string, without: readonly string[] = []): Map<string, BenchmarkResult> {
  const results = Object.entries(reference.facts[model]?.q ?? {});
  return new Map(
    results
      .filter(([id]) => !without.includes(id))
      .map(([benchmarkId, result]) => {
        const scale = benchmarkScale(benchmarkId);
        return [
          benchmarkId,
          {
            benchmarkId,
            logit: resultLogitInterval(interval(result), scale, logitConstants),
            standardError: standardError(result[0], scale, logitConstants),
            difficulty: scale.difficulty,
            sibling: false,
          },
        ];
      }),
  );
}

/** The reference's tasks, as one or as a mix by shares. */
function evidenceOf(task: string | Record<string, number>): TaskEvidence[] {
  const mix: [string, number][] = typeof task === "string" ? [[task, 1]] : Object.entries(task);
  const whole = mix.reduce((sum, [, share]) => sum + share, 0);
  return mix.map(([id, share]) => {
    const entry = TASK[id];
    if (entry === undefined) throw new Error(`no task ${id} in the reference`);
    const benchmarks = Object.entries(entry.benchmarks).map(
      ([benchmark, relevance]) => [benchmark, { relevance }] as const,
    );
    return {
      share: share / whole,
      complexity: entry.complexity,
      benchmarks: Object.fromEntries(benchmarks),
    };
  });
}

function one(overrides: Partial<BenchmarkResult> = {}): BenchmarkResult {
  return {
    benchmarkId: "one",
    logit: { point: 1, low: 1, high: 1 },
    standardError: 0,
    difficulty: 0,
    sibling: false,
    ...overrides,
  };
}

/** Benchmarks that count for the task alone, in equal shares. */
function equally(...ids: string[]): BenchmarkShare[] {
  return ids.map((id) => ({
    id,
    relevance: 1 / ids.length,
    ofComplexity: 0,
    ofUsualComplexity: 0,
    share: 1 / ids.length,
  }));
}

function resultMap(...results: BenchmarkResult[]): Map<string, BenchmarkResult> {
  return new Map(results.map((result) => [result.benchmarkId, result]));
}

describe("shares of the reference", () => {
  it.each(reference.fixtures.ability.map((each) => [JSON.stringify(each.task), each] as const))(
    "%s",
    (_name, { task, complexity, weights }) => {
      const shares = benchmarkShares(evidenceOf(task), complexity, shareConstants);
      const counting = shares.filter(({ share }) => share > 0);
      expect(rounded(Object.fromEntries(counting.map(({ id, share }) => [id, share])))).toEqual(
        rounded(weights),
      );
    },
  );
});

describe("ability", () => {
  const quality = Object.entries(reference.fixtures.quality_index).flatMap(([task, models]) =>
    Object.entries(models).map(([model, expected]) => ({ task, model, ...expected })),
  );

  it.each(quality)(
    "$model at $task alone is $theta logits",
    ({ task, model, theta, lo90, hi90 }) => {
      // Nothing drawn towards other work: the task's own estimate.
      const shares = benchmarkShares(evidenceOf(task), TASK[task]?.complexity ?? "moderate", {
        profiles: PROFILE,
        taskShare: 1,
      });
      const estimate = estimateAbility(shares, resultsOf(model), constants);
      expect(estimate && rounded({ ...estimate.ability })).toEqual(
        rounded({ point: theta, low: lo90, high: hi90 }),
      );
      expect([estimate?.knownShare, estimate?.thin]).toEqual([expect.closeTo(1, 12), false]);
    },
  );

  it.each(reference.fixtures.ability)(
    "$model at $task as $complexity work without $without",
    ({ task, complexity, model, without, ...expected }) => {
      const shares = benchmarkShares(evidenceOf(task), complexity, shareConstants);
      const estimate = estimateAbility(shares, resultsOf(model, without), constants);
      const { theta, lo90, hi90 } = expected.ability;
      const parts = [...(estimate?.used ?? []), ...(estimate?.missing ?? [])].filter(
        ({ share }) => share > 0,
      );
      expect({
        ability: rounded({ ...(estimate?.ability ?? constants.unknown) }),
        knownShare: Number((estimate?.knownShare ?? 0).toFixed(EXACT_DIGITS)),
        thin: estimate?.thin ?? true,
      }).toEqual({
        ability: rounded({ point: theta, low: lo90, high: hi90 }),
        knownShare: Number(expected.known_share.toFixed(EXACT_DIGITS)),
        thin: expected.thin,
      });
      if (estimate === null) return;
      expect(
        rounded(
          Object.fromEntries(parts.map((part) => [part.benchmarkId, part.contributionLogits])),
        ),
      ).toEqual(rounded(expected.contributions));
      expect(
        estimate.missing.flatMap(({ benchmarkId, share }) => (share > 0 ? [benchmarkId] : [])),
      ).toEqual(expected.missing);
    },
  );

  it("is unknown without a result that counts", () => {
    expect(estimateAbility(equally("one"), new Map(), constants)).toBeNull();
    const elsewhere = resultMap(one({ benchmarkId: "elsewhere" }));
    expect(estimateAbility(equally("one"), elsewhere, constants)).toBeNull();
  });

  it("takes a missing benchmark for cautious, with its own share", () => {
    const present = resultMap(one({ benchmarkId: "a", difficulty: 0.5 }));
    const estimate = estimateAbility(equally("a", "b"), present, constants);
    expect(estimate?.ability.point).toBeCloseTo((1.5 + PRIOR_THETA.cautious) / 2, 12);
    expect([estimate?.knownShare, estimate?.thin]).toEqual([0.5, false]);
    // Half the evidence could be anything: (1/2 * 1.9741)² + 1.6449² * 0.3² * 1.5.
    const reach = Math.hypot((2.3 - PRIOR_THETA.cautious) / 2, 1.6448536 * 0.3 * Math.sqrt(1.5));
    expect((estimate?.ability.high ?? 0) - (estimate?.ability.point ?? 0)).toBeCloseTo(reach, 6);
  });

  it("doubles the transfer error where less than half of the relevance is known", () => {
    const known = resultMap(one());
    const estimates = [equally("one", "b"), equally("one", "b", "c")].map((shares) =>
      estimateAbility(shares, known, constants),
    );
    expect(estimates.map((estimate) => estimate?.thin)).toEqual([false, true]);
  });

  it("widens a neighbour's result on both sides", () => {
    const exact = estimateAbility(equally("one"), resultMap(one()), constants);
    const sibling = estimateAbility(equally("one"), resultMap(one({ sibling: true })), constants);
    const reach = (end: number | undefined) => ((end ?? 0) - 1) ** 2;
    expect(reach(sibling?.ability.high) - reach(exact?.ability.high)).toBeCloseTo(0.15 ** 2, 12);
    expect(reach(sibling?.ability.low) - reach(exact?.ability.low)).toBeCloseTo(0.15 ** 2, 12);
    expect(sibling?.ability.point).toBe(exact?.ability.point);
  });

  it("keeps the log-odds gap of two models with the same benchmarks, whatever the difficulties", () => {
    const gap = (difficulty: number) => {
      const at = (point: number) => {
        const result = one({ difficulty, logit: { point, low: point, high: point } });
        return estimateAbility(equally("one"), resultMap(result), constants)?.ability.point ?? 0;
      };
      return at(1.5) - at(0.5);
    };
    expect(gap(0)).toBeCloseTo(gap(2.7), 12);
  });
});

describe("laws of the ability", () => {
  const IDS = ["a", "b", "c", "d", "e", "f"] as const;
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const table = fc
    .tuple(...IDS.map(() => fc.oneof(fc.constant(0), part)))
    .filter((parts) => parts.some((each) => each > 0.01))
    .map((parts) => {
      const whole = parts.reduce((sum, each) => sum + each, 0);
      return Object.fromEntries(IDS.map((id, index) => [id, (parts[index] ?? 0) / whole]));
    });
  const complexity = fc.constantFrom<Complexity>(...COMPLEXITIES);
  const profiles = fc.record({ routine: table, moderate: table, complex: table });
  const relevances = fc
    .dictionary(fc.constantFrom(...IDS), fc.integer({ min: 1, max: 5 }), { maxKeys: 6 })
    .map((stated) =>
      Object.fromEntries(Object.entries(stated).map(([id, relevance]) => [id, { relevance }])),
    );
  const shares = fc
    .tuple(
      fc.array(fc.record({ complexity, benchmarks: relevances }), { minLength: 1, maxLength: 3 }),
      complexity,
      profiles,
    )
    .map(([tasks, asked, ofWork]) =>
      benchmarkShares(
        tasks.map((task) => ({ ...task, share: 1 / tasks.length })),
        asked,
        { profiles: ofWork, taskShare: TASK_SHARE },
      ),
    );
  const result = fc.record({
    benchmarkId: fc.constantFrom<string>(...IDS),
    logit: fc
      .tuple(fc.double({ min: -4, max: 4, noNaN: true }), part, part)
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
  const runs = { numRuns: 2000 };
  const pointOf = (of: readonly BenchmarkShare[], known: Map<string, BenchmarkResult>) =>
    estimateAbility(of, known, constants)?.ability.point ?? constants.unknown.point;

  it("shares are none below 0 and add up to one, whatever the tasks and the complexity", () => {
    fc.assert(
      fc.property(shares, (some) => {
        expect(some.every(({ share }) => share >= 0)).toBe(true);
        expect(some.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
      runs,
    );
  });

  it("adds up from its parts, whatever the order of the results, and is never certain", () => {
    fc.assert(
      fc.property(shares, results, (some, known) => {
        const estimate = estimateAbility(some, resultMap(...known), constants);
        expect(estimateAbility(some, resultMap(...known.toReversed()), constants)).toEqual(
          estimate,
        );
        if (estimate === null) return;
        const parts = [...estimate.used, ...estimate.missing];
        const sum = parts.reduce((total, each) => total + each.contributionLogits, 0);
        expect(sum).toBe(estimate.ability.point);
        expect(estimate.ability.low).toBeLessThan(estimate.ability.point - 0.4);
        expect(estimate.ability.high).toBeGreaterThan(estimate.ability.point + 0.4);
      }),
      runs,
    );
  });

  it("a better result on any benchmark never lowers it", () => {
    fc.assert(
      fc.property(
        shares,
        results,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (some, known, by) => {
          const [first, ...others] = known;
          if (first === undefined) throw new Error("there are results");
          const { point, low, high } = first.logit;
          const better = { ...first, logit: { point: point + by, low: low + by, high: high + by } };
          expect(pointOf(some, resultMap(better, ...others))).toBeGreaterThanOrEqual(
            pointOf(some, resultMap(first, ...others)),
          );
        },
      ),
      runs,
    );
  });

  it("a result that goes missing never raises it, unless it was worse than the cautious guess", () => {
    fc.assert(
      fc.property(shares, results, (some, known) => {
        for (const gone of known) {
          const before = pointOf(some, resultMap(...known));
          const after = pointOf(some, resultMap(...known.filter((each) => each !== gone)));
          const own = gone.logit.point + gone.difficulty;
          if (own >= constants.unknown.point) expect(after).toBeLessThanOrEqual(before + 1e-12);
          else expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        }
      }),
      runs,
    );
  });
});
