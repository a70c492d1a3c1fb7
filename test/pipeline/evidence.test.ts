/** Better knowledge is never punished and a missing fact never rewarded. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RankedModel } from "../../src/decision/decision.ts";
import { splitNormal, splitNormalQuantile } from "../../src/decision/robustness/normal.ts";
import { resultAtLogit } from "../../src/facts/logits.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Model } from "../../src/schema/model.ts";
import {
  catalogOf,
  catalogWith,
  type Gap,
  lacking,
  newcomers,
  SEED,
  shipped,
  variation,
  varied,
} from "./catalogs.ts";
import {
  answerOf,
  constraint,
  DAY,
  decisionOf,
  documents,
  needOf,
  needOrNull,
  wishes,
} from "./needs.ts";

/** The guess that stands in for a fact nobody has: the less favourable quartile of its prior. */
const { priors } = shipped.levels.evidence;
const CAUTIOUS = {
  firstTokenSeconds: splitNormalQuantile(splitNormal(priors.timeToFirstTokenSeconds, "ln"), 0.75),
  tokensPerSecond: splitNormalQuantile(splitNormal(priors.outputTokensPerSecond, "ln"), 0.25),
  abilityLogits: splitNormalQuantile(splitNormal(priors.abilityLogits.standard, "linear"), 0.25),
};

/** The same points, every interval narrower: more test items, less doubt about carrying over and about speeds. */
function surer(catalog: Catalog, share: number): Catalog {
  const { quality, evidence } = catalog.levels;
  return {
    ...catalog,
    models: catalog.models.map((model) => ({
      ...model,
      ...(model.benchmarks === undefined
        ? {}
        : {
            benchmarks: Object.fromEntries(
              Object.entries(model.benchmarks).map(([id, claims]) => [
                id,
                claims.map((claim) => ({ ...claim, items: (claim.items ?? 1e4) * 1e4 })),
              ]),
            ),
          }),
    })),
    levels: {
      ...catalog.levels,
      quality: {
        ...quality,
        transferSd: {
          standard: quality.transferSd.standard * share,
          reasoning: quality.transferSd.reasoning * share,
        },
        siblingWideningLogits: quality.siblingWideningLogits * share,
      },
      evidence: {
        ...evidence,
        singleSourceLatencyWidening: evidence.singleSourceLatencyWidening * share,
      },
    },
  };
}

describe("narrower intervals around the same points", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });

  it("change no score and no place", () => {
    fc.assert(
      fc.property(wishes, newcomers, share, (document, changes, by) => {
        const catalog = catalogWith(changes);
        const need = needOf(document, catalog);
        const account = (models: RankedModel[]) =>
          models.map((model) => [model.id, model.score, model.values]);
        expect(account(decisionOf(need, surer(catalog, by)).ranking)).toEqual(
          account(decisionOf(need, catalog).ranking),
        );
      }),
      { numRuns: 220, seed: SEED },
    );
  });

  it("only add to the models that must be best and only take from those that can be", () => {
    fc.assert(
      fc.property(wishes, newcomers, share, (document, changes, by) => {
        const catalog = catalogWith(changes);
        const need = needOf(document, catalog);
        const vague = answerOf(need, catalog, { draws: 0, seed: 1 }).result;
        const sure = answerOf(need, surer(catalog, by), { draws: 0, seed: 1 }).result;
        expect(vague.necessarilyBest.filter((id) => !sure.necessarilyBest.includes(id))).toEqual(
          [],
        );
        expect(sure.possiblyBest.filter((id) => !vague.possiblyBest.includes(id))).toEqual([]);
        expect(sure.possiblyBest).toContain(sure.recommendation?.model);
        for (const [place, model] of sure.ranking.entries()) {
          const [low, high] = vague.ranking[place]?.range ?? [NaN, NaN];
          expect(model.range[0]).toBeGreaterThanOrEqual(low - 1e-12);
          expect(model.range[1]).toBeLessThanOrEqual(high + 1e-12);
        }
      }),
      { numRuns: 110, seed: SEED },
    );
  });
});

/** One claim about a model of one snapshot, fresh on the day of the decision and from a source that is believed. */
function stated<Value>(value: Value) {
  return [{ value, source: "openai-pricing-page", observed: DAY, scope: "all" as const }];
}

describe("facts that are missing", () => {
  const placed = (model: Model, document: object): RankedModel | undefined =>
    decisionOf(needOf(document), catalogOf([...shipped.models, model])).ranking.find(
      (each) => each.id === model.id,
    );
  const better = fc.double({ min: 1, max: 20, noNaN: true });
  const rank = { feasible: 2, unknown: 1, infeasible: 0 };

  it("are worth no more than any value at least as good as the cautious guess", () => {
    fc.assert(
      fc.property(wishes, variation, better, better, better, (document, change, a, b, c) => {
        const bare = lacking(
          varied(shipped, "subject", change),
          "first token",
          "output speed",
          "results",
        );
        const firstToken = stated(CAUTIOUS.firstTokenSeconds / a);
        const rate = stated(CAUTIOUS.tokensPerSecond * b);
        const results = Object.fromEntries(
          shipped.benchmarks.map((benchmark) => [
            benchmark.id,
            stated(
              resultAtLogit(
                CAUTIOUS.abilityLogits + Math.log(c) + 1e-9 - benchmark.difficulty,
                benchmark,
                shipped.levels.quality,
              ),
            ),
          ]),
        );
        const known = [
          { ...bare, speed: { timeToFirstTokenSeconds: firstToken } },
          { ...bare, speed: { outputTokensPerSecond: rate } },
          { ...bare, benchmarks: results },
          {
            ...bare,
            benchmarks: results,
            speed: { timeToFirstTokenSeconds: firstToken, outputTokensPerSecond: rate },
          },
        ];
        const without = placed(bare, document);
        fc.pre(without !== undefined);
        for (const model of known) {
          expect(placed(model, document)?.score).toBeGreaterThanOrEqual(without.score - 1e-12);
        }
      }),
      { numRuns: 180, seed: SEED },
    );
  });

  it("never raise a score, unless what was known was worse than the cautious guess", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        wishes,
        variation,
        fc.constantFrom<Gap>("first token", "output speed", "results", "cached price"),
        (document, change, gap) => {
          const whole = varied(shipped, "subject", { ...change, gaps: [] });
          const before = placed(whole, document);
          const after = placed(lacking(whole, gap), document);
          fc.pre(before !== undefined && after !== undefined);
          const { wait, quality } = before.assessment;
          const wasWorse =
            (gap === "first token" && wait.firstToken.point > CAUTIOUS.firstTokenSeconds) ||
            (gap === "output speed" && wait.tokensPerSecond.point < CAUTIOUS.tokensPerSecond) ||
            (gap === "results" && quality.ability.point < CAUTIOUS.abilityLogits);
          if (!wasWorse) expect(after.score).toBeLessThanOrEqual(before.score);
        },
      ),
      { numRuns: 200, seed: SEED },
    );
  });

  it("never let a model meet a requirement that its facts do not show it meets", () => {
    // An end that nobody announced is no end: lifecycle dates are the one fact whose absence says something.
    const gaps: Gap[] = [
      "first token",
      "output speed",
      "results",
      "cached price",
      "output price",
      "window",
      "images",
      "features",
      "rate limits",
    ];
    fc.assert(
      fc.property(
        documents,
        constraint,
        variation,
        fc.constantFrom(...gaps),
        (asked, more, change, gap) => {
          const { models: _only, ...document } = { ...asked, ...more };
          const need = needOrNull(document, shipped);
          fc.pre(need !== null);
          const whole = varied(shipped, "subject", { ...change, gaps: [] });
          const screenOf = (model: Model) => {
            const decision = decisionOf(need, catalogOf([...shipped.models, model]));
            const all = [...decision.ranking.map((each) => each.screened), ...decision.excluded];
            return (
              all.find((each) => each.assessment.candidate.id === "subject")?.screen ?? "infeasible"
            );
          };
          const before = screenOf(whole);
          const after = screenOf(lacking(whole, gap));
          // A value worse than the guess may be what failed: then the guess leaves the question open, no more.
          if (before === "infeasible") expect(after).not.toBe("feasible");
          else expect(rank[after]).toBeLessThanOrEqual(rank[before]);
        },
      ),
      { numRuns: 250, seed: SEED },
    );
  });

  it("of any one benchmark never raise the score, unless its result was worse than the cautious guess", () => {
    fc.assert(
      fc.property(wishes, variation, fc.nat(), (document, change, choice) => {
        const whole = varied(shipped, "subject", { ...change, gaps: [] });
        const before = placed(whole, document);
        const used = before?.assessment.quality.estimate?.used ?? [];
        const part = used[choice % Math.max(1, used.length)];
        fc.pre(before !== undefined && part !== undefined);
        const { [part.benchmarkId]: _dropped, ...benchmarks } = whole.benchmarks ?? {};
        const after = placed({ ...whole, benchmarks }, document);
        const own = part.logit.point + part.difficulty;
        if (own >= CAUTIOUS.abilityLogits) {
          expect(after?.score).toBeLessThanOrEqual(before.score + 1e-12);
        }
      }),
      { numRuns: 120, seed: SEED },
    );
  });
});

describe("what stands in for the quality of a model that nobody tested", () => {
  const pointOf = (model: string, catalog: Catalog = shipped) => {
    const need = needOf({ models: [model], effort: "none" }, catalog);
    const ranked = decisionOf(need, catalog).ranking.find(({ id }) => id === model);
    return ranked?.assessment.quality.ability.point;
  };

  it("is the guess of its family, each stated with its reason", () => {
    const { abilityLogits } = priors;
    for (const { because } of Object.values(abilityLogits)) {
      expect(because.length).toBeGreaterThan(20);
    }
    const moved: Catalog = structuredClone(shipped);
    moved.levels.evidence.priors.abilityLogits.reasoning = {
      point: 1.5,
      low: 0.5,
      high: 2.5,
      because: "a test",
    };
    // 1.5 - .6745 / 1.6449: a quarter of a normal lies below its mean by .6745 deviations.
    expect(pointOf("gpt-6-luna", moved)).toBeCloseTo(1.5 - 0.67449 / 1.64485, 4);
    expect(pointOf("gpt-6-luna")).toBeCloseTo(CAUTIOUS.abilityLogits, 12);
    expect(pointOf("gpt-4o", moved)).toBe(pointOf("gpt-4o"));
  });
});
