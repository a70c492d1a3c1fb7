/** Leaving out who cannot come first never changes who does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moved } from "../../src/decision/constraints/check.ts";
import { decide, type Decision } from "../../src/decision/decision.ts";
import { undominated } from "../../src/decision/dominance.ts";
import type { Need } from "../../src/decision/need.ts";
import {
  type Contender,
  contenderOf,
  pickAmong,
  withBudget,
  withVolume,
  withWaitLimit,
  withWeight,
} from "../../src/decision/supposition.ts";
import { CRITERIA } from "../../src/schema/vocabulary.ts";
import {
  catalogOf,
  catalogWith,
  type Gap,
  modelOf,
  SEED,
  shipped,
  UNVARIED,
  variation,
  varied,
} from "./catalogs.ts";
import { decisionOf, documents, needOf, needOrNull } from "./needs.ts";

const amount = fc
  .double({ min: Math.log(0.1), max: Math.log(1e6), noNaN: true })
  .map((power) => Math.exp(power));

interface Change {
  moved: Moved | undefined;
  change: (need: Need) => Need;
}

function volumeOf(requests: number): Change {
  return { moved: "volume", change: (need) => withVolume(need, requests) };
}

function waitLimitOf(seconds: number): Change {
  return { moved: "wait-limit", change: (need) => withWaitLimit(need, seconds) };
}

/** What a user could change, as the flips change it. */
const changes = fc.oneof(
  amount.map((usd) => ({
    moved: "budget" as const,
    change: (need: Need) => withBudget(need, usd, shipped.levels),
  })),
  amount.map(volumeOf),
  amount.map(waitLimitOf),
  fc
    .tuple(fc.constantFrom(...CRITERIA), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    .map(([criterion, weight]) => ({
      moved: undefined,
      change: (need: Need) => withWeight(need, criterion, weight),
    })),
);

function picks(decision: Decision, { moved, change }: Change) {
  const need = change(decision.need);
  const excluded = decision.excluded.flatMap((each) => contenderOf(each, decision) ?? []);
  const everyone = [...decision.ranking, ...excluded];
  const running = [...undominated(decision), ...excluded];
  const among = (models: Contender[]) => pickAmong(models, { need }, moved, decision.sheets);
  return {
    ofAll: among(everyone),
    ofSome: among(running),
    decidedAgain: decide(need, decision.sheets).ranking[0]?.id ?? null,
    leftOut: everyone.length - running.length,
  };
}

it("under any budget, volume, wait limit and weights the same model comes first", () => {
  let leftOut = 0;
  fc.assert(
    fc.property(
      documents,
      fc.array(variation, { minLength: 2, maxLength: 3 }),
      fc.array(changes, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
      (document, models, tried, isIdle) => {
        const { models: _all, ...asked } = document;
        const catalog = catalogWith(models);
        const { workload } = asked;
        const volume = isIdle ? { workload: { ...workload, requestsPerMonth: 0 } } : {};
        const need = needOrNull({ ...asked, ...volume }, catalog);
        fc.pre(need !== null);
        const decision = decisionOf({ ...need, includeSuccessors: true }, catalog);
        for (const change of tried) {
          const { ofAll, ofSome, decidedAgain, ...seen } = picks(decision, change);
          leftOut += seen.leftOut;
          expect(ofSome).toBe(ofAll);
          expect(ofAll).toBe(decidedAgain);
        }
      },
    ),
    { numRuns: 150, seed: SEED },
  );
  expect(leftOut).toBeGreaterThan(180);
});

describe("a model worse in everything", () => {
  const worse = { ...UNVARIED, base: "gpt-4o-mini", priceFactor: 2, logitShift: -1 };
  const beside = (gaps: Gap[]) => {
    const mini = modelOf(shipped, "gpt-4o-mini");
    const slower = { speedFactor: 0.5, firstTokenFactor: 2 };
    return catalogOf([mini, varied(shipped, "worse", { ...worse, ...slower, gaps })]);
  };
  const idsInTheRunning = (decision: Decision) => undominated(decision).map(({ id }) => id);

  it("is left out", () => {
    const catalog = beside([]);
    expect(idsInTheRunning(decisionOf(needOf({}, catalog), catalog))).toEqual(["gpt-4o-mini"]);
  });

  it("is found without any volume too: answers are then priced as in the usual month", () => {
    const mini = modelOf(shipped, "gpt-4o-mini");
    const quick = { ...UNVARIED, base: "gpt-4o-mini", speedFactor: 2, firstTokenFactor: 0.5 };
    const better = { ...quick, priceFactor: 10, logitShift: 1 };
    const catalog = catalogOf([mini, varied(shipped, "better", better)]);
    const need = needOf({ workload: { requestsPerMonth: 0 }, budget: "low" }, catalog);
    const decision = decisionOf(need, catalog);
    expect(idsInTheRunning(decision).toSorted()).toEqual(["better", "gpt-4o-mini"]);
    const { ofAll, ofSome } = picks(decision, volumeOf(1e6));
    expect([ofAll, ofSome]).toEqual(["gpt-4o-mini", "gpt-4o-mini"]);
  });

  it("stays without any volume where a task has no usual month: another one brings its price back", () => {
    const mini = modelOf(shipped, "gpt-4o-mini");
    const cheaper = { ...UNVARIED, base: "gpt-4o-mini", priceFactor: 0.1, speedFactor: 0.5 };
    const tasks = shipped.tasks.map((task) => ({
      ...task,
      workload: { ...task.workload, requestsPerMonth: 0 },
    }));
    const catalog = { ...catalogOf([mini, varied(shipped, "cheaper", cheaper)]), tasks };
    const need = needOf({ workload: { requestsPerMonth: 0 }, budget: "low" }, catalog);
    expect(idsInTheRunning(decisionOf(need, catalog))).toContain("cheaper");
  });

  it("stays where its speed is unknown: a wait limit leaves it open, and the better model out", () => {
    const catalog = beside(["output speed"]);
    const decision = decisionOf(needOf({ workload: { outputTokens: 1000 } }, catalog), catalog);
    expect(idsInTheRunning(decision)).toContain("worse");
    const { ofAll, ofSome } = picks(decision, waitLimitOf(1));
    expect([ofAll, ofSome]).toEqual(["worse", "worse"]);
  });

  it("stays where it may send more: a volume shuts out the better model alone", () => {
    const claim = (value: number) => [
      { value, source: "openai-model-page-4o", observed: "2026-11-20" },
    ];
    const limits = { requestsPerMinute: claim(1e9), tokensPerMinute: claim(1e12) };
    const [mini, other] = beside([]).models;
    if (mini === undefined || other === undefined) throw new Error("there are two");
    const catalog = catalogOf([mini, { ...other, rateLimits: { 1: limits } }]);
    const decision = decisionOf(needOf({ rateLimits: { usageTier: 1 } }, catalog), catalog);
    expect(idsInTheRunning(decision)).toContain("worse");
    const { ofAll, ofSome } = picks(decision, volumeOf(1e9));
    expect([ofAll, ofSome]).toEqual(["worse", "worse"]);
  });

  it("stays where rate limits count: they may shut out the better model alone", () => {
    const catalog = beside(["rate limits"]);
    const need = needOf({ rateLimits: { usageTier: 1 } }, catalog);
    const decision = decisionOf(need, catalog);
    expect(idsInTheRunning(decision)).toContain("worse");
    const { ofAll, ofSome } = picks(decision, volumeOf(1e9));
    expect([ofAll, ofSome]).toEqual(["worse", "worse"]);
  });
});
