/** More requirements never let more models in, and asking for more never moves the pick to the lesser model. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision, RankedModel } from "../../src/decision/decision.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Model } from "../../src/schema/model.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  type Criterion,
  QUALITY_LEVELS,
} from "../../src/schema/vocabulary.ts";
import { catalogOf, catalogWith, newcomers, SEED, shipped, variation, varied } from "./catalogs.ts";
import { constraint, decisionOf, documents, ids, needOf, needOrNull, wishes } from "./needs.ts";

/** The document with one requirement more; of two limits on one thing the stricter holds. */
function withConstraint(document: Requirements, more: Requirements): Requirements {
  const stricter = (
    a: Record<string, number | undefined> = {},
    b: Record<string, number | undefined> = {},
    choose: (x: number, y: number) => number,
  ) =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
        const [x, y] = [a[key], b[key]];
        return [key, x === undefined ? y : y === undefined ? x : choose(x, y)];
      }),
    );
  const least = ["contextTokens", "outputTokens"];
  const limits = {
    ...stricter(document.limits, more.limits, Math.min),
    ...Object.fromEntries(
      Object.entries(stricter(document.limits, more.limits, Math.max)).filter(([key]) =>
        least.includes(key),
      ),
    ),
  };
  const availableUntil = [document.availableUntil, more.availableUntil]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  return {
    ...document,
    limits,
    needs: [...new Set([...(document.needs ?? []), ...(more.needs ?? [])])],
    minBenchmarks: stricter(document.minBenchmarks, more.minBenchmarks, Math.max) as Record<
      string,
      number
    >,
    ...(availableUntil === undefined ? {} : { availableUntil }),
    ...(document.rateLimits === undefined && more.rateLimits !== undefined
      ? { rateLimits: more.rateLimits }
      : {}),
  };
}

function group(decision: Decision, screen: "feasible" | "unknown"): string[] {
  return ids(decision.ranking.filter((model) => model.screened.screen === screen));
}

describe("hard requirements", () => {
  it("one more only takes models away, and the pick stays the pick as long as it qualifies", () => {
    fc.assert(
      fc.property(
        documents,
        constraint,
        newcomers,
        ({ useCase: _id, ...document }, more, changes) => {
          // A use case states needs of its own, which a document replaces rather than adds to.
          const catalog = catalogWith(changes);
          const before = needOrNull(document, catalog);
          const after = needOrNull(withConstraint(document, more), catalog);
          fc.pre(before !== null && after !== null);
          const [wide, narrow] = [decisionOf(before, catalog), decisionOf(after, catalog)];
          const [wideFeasible, narrowFeasible] = [
            group(wide, "feasible"),
            group(narrow, "feasible"),
          ];
          expect(narrowFeasible.filter((id) => !wideFeasible.includes(id))).toEqual([]);
          const [wideAll, narrowAll] = [ids(wide.ranking), ids(narrow.ranking)];
          expect(narrowAll.filter((id) => !wideAll.includes(id))).toEqual([]);
          const pick = wide.ranking[0]?.id ?? "";
          const survives =
            wideFeasible.length > 0 ? narrowFeasible.includes(pick) : narrowAll.includes(pick);
          if (survives) expect(narrow.ranking[0]?.id).toBe(pick);
        },
      ),
      { numRuns: 250, seed: SEED },
    );
  });

  it("never rank a model they exclude, whatever its score", () => {
    fc.assert(
      fc.property(documents, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        const decision = decisionOf(need, catalog);
        expect(decision.ranking.filter((model) => model.screened.failed.length > 0)).toEqual([]);
        const open = decision.ranking.filter((model) => model.screened.open.length > 0);
        expect(ids(open)).toEqual(group(decision, "unknown"));
        const { usdPerMonth, usdPerRequest } = need.limits;
        for (const model of decision.ranking.filter((each) => !open.includes(each))) {
          expect(model.cost.usdPerMonth).toBeLessThanOrEqual(usdPerMonth ?? Infinity);
          expect(model.cost.usdPerRequest).toBeLessThanOrEqual(usdPerRequest ?? Infinity);
          expect(model.attributes.latency.point).toBeLessThanOrEqual(
            need.limits.waitSeconds ?? Infinity,
          );
        }
      }),
      { numRuns: 180, seed: SEED },
    );
  });
});

describe("asking for more of two models that are equally fast", () => {
  /** Two models of one speed: the same claims about it, or none. */
  function equallyFast(a: Model, b: Model, isKnown: boolean): Catalog {
    const { speed } = a;
    const everywhere = <Claim extends object>(claims: readonly Claim[] | undefined) =>
      claims?.map((claim) => ({ ...claim, scope: "all" as const }));
    const claims = {
      ...(speed?.outputTokensPerSecond === undefined
        ? {}
        : { outputTokensPerSecond: everywhere(speed.outputTokensPerSecond) ?? [] }),
      ...(speed?.timeToFirstTokenSeconds === undefined
        ? {}
        : { timeToFirstTokenSeconds: everywhere(speed.timeToFirstTokenSeconds) ?? [] }),
    };
    const models = [a, b].map(({ speed: _own, ...model }) =>
      isKnown ? { ...model, speed: claims } : model,
    );
    return catalogOf(models);
  }

  const raised = <Word extends string>(ladder: readonly Word[], word: Word, by: number): Word =>
    ladder[Math.min(ladder.length - 1, ladder.indexOf(word) + by)] ?? word;

  const step = fc.integer({ min: 1, max: 3 });
  const workload = fc.record({ requestsPerMonth: fc.double({ min: 1, max: 1e8, noNaN: true }) });
  const stated = fc
    .record({
      document: wishes,
      budget: fc.constantFrom(...BUDGET_LEVELS),
      complexity: fc.constantFrom(...COMPLEXITIES),
      quality: fc.constantFrom(...QUALITY_LEVELS),
      workload,
    })
    .map(({ document, ...words }) => ({
      ...document,
      ...words,
      workload: { ...document.workload, ...words.workload },
    }));
  type Stated = typeof stated extends fc.Arbitrary<infer Value> ? Value : never;

  const MORE: Record<string, (document: Stated, by: number) => Stated> = {
    "a higher quality": (document, by) => ({
      ...document,
      quality: raised(QUALITY_LEVELS, document.quality, by),
    }),
    "harder work": (document, by) => ({
      ...document,
      complexity: raised(COMPLEXITIES, document.complexity, by),
    }),
    "a larger budget": (document, by) => ({
      ...document,
      budget: raised(BUDGET_LEVELS, document.budget, by),
    }),
    "fewer requests": (document, by) => ({
      ...document,
      workload: {
        ...document.workload,
        requestsPerMonth: document.workload.requestsPerMonth / 10 ** by,
      },
    }),
  };

  /**
   * Whether the better model stays as far ahead and none gains on the bar, which rises by half a logit a step: harder
   * work is measured by other benchmarks, and a model may be better at the easy ones only.
   */
  function keepsUp(before: readonly RankedModel[], after: readonly RankedModel[]): boolean {
    const [pick, rival] = before;
    const rise = (own: RankedModel | undefined) => {
      const later = after.find(({ id }) => id === own?.id);
      return (later?.attributes.quality.point ?? NaN) - (own?.attributes.quality.point ?? NaN);
    };
    const { barPerStep } = shipped.levels.quality;
    return rise(pick) >= rise(rival) - 1e-12 && Math.max(rise(pick), rise(rival)) <= barPerStep;
  }

  it.each(Object.entries(MORE))(
    "%s never moves the pick from the better, dearer model to the cheaper one",
    (_what, more) => {
      fc.assert(
        fc.property(
          stated,
          variation,
          variation,
          fc.boolean(),
          step,
          (document, first, second, isKnown, by) => {
            const pair = equallyFast(
              varied(shipped, "first", { ...first, gaps: [] }),
              varied(shipped, "second", { ...second, gaps: [] }),
              isKnown,
            );
            const before = decisionOf(needOf(document, pair), pair).ranking;
            const [pick, rival] = before;
            fc.pre(pick !== undefined && rival !== undefined);
            // Told apart by more than the last bits: those are not the same for every share of the benchmarks.
            const gap = (of: Criterion) => pick.attributes[of].point - rival.attributes[of].point;
            fc.pre(gap("quality") > 1e-9 && gap("cost") > 1e-9 * pick.attributes.cost.point);
            // Whoever thinks in hidden tokens waits longer at the same speed.
            fc.pre(gap("latency") === 0);
            const after = decisionOf(needOf(more(document, by), pair), pair).ranking;
            fc.pre(keepsUp(before, after));
            expect(after[0]?.id).toBe(pick.id);
          },
        ),
        { numRuns: 150, seed: SEED, maxSkipsPerRun: 100 },
      );
    },
  );
});
