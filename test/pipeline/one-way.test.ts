/** The one-way switch, and what the value of cost and the shares of benchmarks may depend on: whole engine, any request. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkShares } from "../../src/decision/ability.ts";
import type { RankedModel } from "../../src/decision/decision.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  type Complexity,
  QUALITY_LEVELS,
} from "../../src/schema/vocabulary.ts";
import { catalogOf, SEED, shipped, UNVARIED, variation, varied } from "./catalogs.ts";
import { decisionOf, needOf, wishes } from "./needs.ts";

const TASKS = shipped.tasks.map(({ id }) => id);
const place = (choices: readonly string[]) => fc.integer({ min: 0, max: choices.length - 1 });

const asked = fc.record({
  task: fc.constantFrom(...TASKS),
  quality: place(QUALITY_LEVELS),
  complexity: place(COMPLEXITIES),
  budget: fc.oneof(place(BUDGET_LEVELS), fc.double({ min: 5, max: 20_000, noNaN: true })),
  byAmount: fc.boolean(),
  requests: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1000, max: 2_000_000 })),
  // Within one measure, and where neither model's wait is worth less than the other's.
  latency: fc.constantFrom("batch", "realtime"),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

function documentOf({ task, quality, complexity, budget, byAmount, requests, latency }: Asked) {
  return {
    task,
    quality: QUALITY_LEVELS[quality],
    complexity: COMPLEXITIES[complexity],
    budget: byAmount ? budget + 5 : BUDGET_LEVELS[Math.floor(budget) % BUDGET_LEVELS.length],
    latency,
    workload: { requestsPerMonth: requests },
  };
}

const RAISES = ["quality", "complexity", "budget", "volume"] as const;

/** The same with more of one thing asked for, or less volume; null where there is no more. */
function raised(each: Asked, what: (typeof RAISES)[number]): Asked | null {
  const level = Math.floor(each.budget) % BUDGET_LEVELS.length;
  switch (what) {
    case "quality":
      return each.quality + 1 < QUALITY_LEVELS.length
        ? { ...each, quality: each.quality + 1 }
        : null;
    case "complexity":
      return each.complexity + 1 < COMPLEXITIES.length
        ? { ...each, complexity: each.complexity + 1 }
        : null;
    case "budget":
      if (each.byAmount) return { ...each, budget: each.budget * 1.7 };
      return level + 1 < BUDGET_LEVELS.length ? { ...each, budget: level + 1 } : null;
    case "volume":
      return { ...each, requests: Math.floor(each.requests / 3) };
  }
}

/** Whether the better model comes first, and whether its score is told from the other's at all. */
function standingOf(better: string, document: object, catalog: Catalog) {
  const { ranking } = decisionOf(needOf(document, catalog), catalog);
  const [first, second] = ranking;
  return {
    isFirst: first?.id === better,
    isTied: Math.abs((first?.score ?? 0) - (second?.score ?? 0)) <= 1e-9,
  };
}

/** @returns how often more moved the pick the right way: a law that meets no switch proves nothing */
function switchesOf(better: string, catalog: Catalog, numRuns: number): number {
  let switched = 0;
  fc.assert(
    fc.property(asked, fc.constantFrom(...RAISES), (each, what) => {
      const more = raised(each, what);
      fc.pre(more !== null);
      const before = standingOf(better, documentOf(each), catalog);
      const after = standingOf(better, documentOf(more), catalog);
      if (!before.isFirst && after.isFirst) switched += 1;
      fc.pre(before.isFirst);
      expect(after.isFirst || after.isTied).toBe(true);
    }),
    { numRuns, seed: SEED, maxSkipsPerRun: 1000 },
  );
  return switched;
}

describe("more quality, complexity or budget, or less volume", () => {
  it("never moves the pick of the shipped pair from GPT-4o to mini, and does move it the other way", () => {
    expect(switchesOf("gpt-4o", shipped, 1200)).toBeGreaterThan(5);
  });

  it.each([
    [2, 0.3],
    [8, 0.8],
    [16.7, 1.5],
  ])("nor of a pair at %s times the price and %s logits apart", (priceFactor, logitShift) => {
    const base = { ...UNVARIED, base: "gpt-4o-mini" };
    const pair = [
      varied(shipped, "cheaper", base),
      varied(shipped, "better", { ...base, priceFactor, logitShift }),
    ];
    expect(switchesOf("better", catalogOf(pair), 400)).toBeGreaterThan(5);
  });
});

describe("the volume", () => {
  it("moves no score up to the usual month, and lowers every score beyond", () => {
    fc.assert(
      fc.property(
        asked,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (each, below, beyond) => {
          const scoresAt = (requests: number) => {
            const document = documentOf({ ...each, byAmount: false });
            const { ranking } = decisionOf(
              needOf({ ...document, workload: { requestsPerMonth: Math.round(requests) } }),
            );
            return new Map(ranking.map((model: RankedModel) => [model.id, model.score]));
          };
          const usual = needOf({ task: each.task }).usualRequestsPerMonth;
          const atUsual = scoresAt(usual);
          expect(scoresAt(usual * below)).toEqual(atUsual);
          for (const [id, score] of scoresAt(usual * beyond)) {
            expect(score).toBeLessThanOrEqual(atUsual.get(id) ?? NaN);
          }
        },
      ),
      { numRuns: 200, seed: SEED },
    );
  });
});

describe("the shares of benchmarks", () => {
  it("are the same whatever models, benchmarks and tasks the catalog has besides", () => {
    const [first] = shipped.benchmarks;
    const [task] = shipped.tasks;
    if (first === undefined || task === undefined) throw new Error("the catalog is not empty");
    fc.assert(
      fc.property(wishes, variation, (document, change) => {
        const larger: Catalog = {
          ...catalogOf([...shipped.models, varied(shipped, "newcomer", change)]),
          benchmarks: [...shipped.benchmarks, { ...first, id: "new-benchmark" }],
          tasks: [
            ...shipped.tasks,
            { ...task, id: "new-task", benchmarks: { mmlu: { relevance: 9, because: "new" } } },
          ],
        };
        expect(needOf(document, larger).benchmarks).toEqual(needOf(document).benchmarks);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it("stand on profiles that are what the shipped tasks of each complexity came to when frozen", () => {
    const { profiles } = shipped.levels.quality;
    for (const complexity of COMPLEXITIES) {
      const members = shipped.tasks.filter((task) => task.complexity === complexity);
      const mean = benchmarkShares(
        members.map((task) => ({ ...task, share: 1 / members.length })),
        complexity,
        { profiles, taskShare: 1 },
      );
      const relevances = mean.filter(({ relevance }) => relevance > 0);
      expect(Object.keys(profiles[complexity])).toEqual(relevances.map(({ id }) => id));
      for (const { id, relevance } of relevances) {
        expect(Math.abs((profiles[complexity][id] ?? NaN) - relevance)).toBeLessThan(1e-4);
      }
      const whole = Object.values(profiles[complexity]).reduce((sum, each) => sum + each, 0);
      expect(whole).toBeCloseTo(1, 9);
    }
  });

  it("name only benchmarks that the catalog describes", () => {
    const known = shipped.benchmarks.map(({ id }) => id);
    const named = Object.values(shipped.levels.quality.profiles).flatMap(Object.keys);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  it("give the shipped pair a gap that grows with the complexity, in every task", () => {
    const gapAt = (task: string, complexity: Complexity) => {
      const { ranking } = decisionOf(needOf({ task, complexity }));
      const of = (id: string) =>
        ranking.find((model) => model.id === id)?.attributes.quality.point ?? NaN;
      return of("gpt-4o") - of("gpt-4o-mini");
    };
    for (const task of TASKS) {
      const gaps = COMPLEXITIES.map((complexity) => gapAt(task, complexity));
      expect([task, gaps.toSorted((a, b) => a - b)]).toEqual([task, gaps]);
    }
  });
});
