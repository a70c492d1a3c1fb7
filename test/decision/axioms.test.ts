/** Laws every ranking must keep: the figures may be any, the order may not contradict itself. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marginOf } from "../../src/decision/alternative.ts";
import { rankAlternatives } from "./ranked.ts";
import type { Anchors } from "../../src/decision/values.ts";
import { normaliseWeights } from "../../src/decision/weights.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  QUALITY_LEVELS,
} from "../../src/schema/vocabulary.ts";
import {
  alternative,
  alternatives,
  anchorsArbitrary,
  type Attributes,
  attributesArbitrary,
  importanceArbitrary,
  modelsArbitrary,
  TIE_EPSILON,
  weightsArbitrary,
} from "./arbitraries.ts";
import { amount, reference } from "./reference.ts";

const runs = { numRuns: 4000 };

function ids(ranked: readonly { id: string }[]): string[] {
  return ranked.map((each) => each.id);
}

describe("laws of the ranking", () => {
  it("independence: leaving models out changes no bit of the others' scores, nor their order", () => {
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        fc.infiniteStream(fc.boolean()),
        (models, anchors, weights, coin) => {
          const all = rankAlternatives(alternatives(models, anchors), weights, TIE_EPSILON);
          const kept = new Set(ids(all).filter(() => coin.next().value === true));
          const some = alternatives(models, anchors).filter(({ id }) => kept.has(id));
          const restricted = all.filter(({ id }) => kept.has(id));
          expect(rankAlternatives(some, weights, TIE_EPSILON)).toEqual(
            restricted.map((each, index) => ({ ...each, rank: index + 1 })),
          );
        },
      ),
      runs,
    );
  });

  const gain = fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 0.9, noNaN: true }));
  const better = fc
    .tuple(attributesArbitrary, gain, gain, gain)
    .map(([worse, cheaper, faster, abler]): [Attributes, Attributes] => [
      worse,
      {
        cost: worse.cost * (1 - cheaper),
        latency: worse.latency * (1 - faster),
        quality: worse.quality + abler,
      },
    ])
    .filter(([worse, improved]) => CRITERIA.some((each) => worse[each] !== improved[each]));

  it("dominance: nowhere worse and somewhere better ranks strictly first, on plateaus and at weight 0 too", () => {
    fc.assert(
      fc.property(
        better,
        anchorsArbitrary,
        weightsArbitrary,
        ([worse, improved], anchors, weights) => {
          // The id alone would put the dominated one first.
          const pair = [alternative("a", worse, anchors), alternative("b", improved, anchors)];
          expect(ids(rankAlternatives(pair, weights, TIE_EPSILON))).toEqual(["b", "a"]);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it("monotonicity: improving a model never lowers its score nor its rank, and raises it off the plateaus", () => {
    fc.assert(
      fc.property(
        better,
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        ([worse, improved], models, anchors, weights) => {
          const others = alternatives(models, anchors);
          const placed = (attributes: Attributes) =>
            rankAlternatives(
              [...others, alternative("x", attributes, anchors)],
              weights,
              TIE_EPSILON,
            ).find(({ id }) => id === "x");
          const [before, after] = [placed(worse), placed(improved)];
          if (before === undefined || after === undefined) throw new Error("x is ranked");
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          expect(after.rank).toBeLessThanOrEqual(before.rank);
          const gained = CRITERIA.some(
            (each) => weights[each] * (after.values[each] - before.values[each]) > 1e-12,
          );
          if (gained) expect(after.score).toBeGreaterThan(before.score);
        },
      ),
      runs,
    );
  });

  it("permutation: the order of the input changes nothing", () => {
    fc.assert(
      fc.property(
        modelsArbitrary.chain((models) => {
          const indexes = [...models.keys()];
          return fc.tuple(
            fc.constant(models),
            fc.shuffledSubarray(indexes, { minLength: indexes.length }),
          );
        }),
        anchorsArbitrary,
        weightsArbitrary,
        ([models, shuffled], anchors, weights) => {
          const some = alternatives(models, anchors);
          const turned = shuffled.flatMap((index) => some[index] ?? []);
          expect(rankAlternatives(turned, weights, TIE_EPSILON)).toEqual(
            rankAlternatives(some, weights, TIE_EPSILON),
          );
        },
      ),
      runs,
    );
  });

  it("units: cents for dollars, minutes for seconds, a shifted ability scale, importances out of 100", () => {
    // Powers of two keep ties exact; any other factor moves last bits, and an exact tie with them.
    const unit = fc.integer({ min: -20, max: 20 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        importanceArbitrary,
        fc.record({
          money: unit,
          time: unit,
          importance: unit,
          shift: fc.integer({ min: -8, max: 8 }),
        }),
        (models, anchors, importance, { money, time, importance: scale, shift }) => {
          // Sixteenths of a logit, so that adding the shift is exact as well.
          const grid = (logits: number) => Math.round(logits * 16) / 16;
          const plain = models.map((each) => ({ ...each, quality: grid(each.quality) }));
          const plainAnchors = { ...anchors, barLogits: grid(anchors.barLogits) };
          const scaled = plain.map((each) => ({
            cost: each.cost * money,
            latency: each.latency * time,
            quality: each.quality + shift,
          }));
          const scaledAnchors: Anchors = {
            ...plainAnchors,
            budgetUsdPerMonth: anchors.budgetUsdPerMonth * money,
            targetSeconds: anchors.targetSeconds * time,
            barLogits: plainAnchors.barLogits + shift,
          };
          const scaledImportance = {
            cost: importance.cost * scale,
            latency: importance.latency * scale,
            quality: importance.quality * scale,
          };
          const here = rankAlternatives(
            alternatives(plain, plainAnchors),
            normaliseWeights(importance),
            TIE_EPSILON,
          );
          const there = rankAlternatives(
            alternatives(scaled, scaledAnchors),
            normaliseWeights(scaledImportance),
            TIE_EPSILON,
          );
          expect(ids(there)).toEqual(ids(here));
          for (const [place, each] of here.entries()) {
            expect(there[place]?.score).toBeCloseTo(each.score, 9);
          }
        },
      ),
      runs,
    );
  });

  it("units: any other factor leaves every score where it was, but for the last digits", () => {
    const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(
        attributesArbitrary,
        anchorsArbitrary,
        importanceArbitrary,
        fc.tuple(factor, factor, factor, fc.double({ min: -5, max: 5, noNaN: true })),
        (attributes, anchors, importance, [money, time, scale, shift]) => {
          const scoreWith = (raw: Attributes, frame: Anchors, stated: typeof importance) =>
            rankAlternatives(
              [alternative("a", raw, frame)],
              normaliseWeights(stated),
              TIE_EPSILON,
            )[0]?.score;
          const moved = {
            cost: attributes.cost * money,
            latency: attributes.latency * time,
            quality: attributes.quality + shift,
          };
          const movedAnchors = {
            ...anchors,
            budgetUsdPerMonth: anchors.budgetUsdPerMonth * money,
            targetSeconds: anchors.targetSeconds * time,
            barLogits: anchors.barLogits + shift,
          };
          const scaled = {
            cost: importance.cost * scale,
            latency: importance.latency * scale,
            quality: importance.quality * scale,
          };
          expect(scoreWith(moved, movedAnchors, scaled)).toBeCloseTo(
            scoreWith(attributes, anchors, importance) ?? Number.NaN,
            9,
          );
        },
      ),
      runs,
    );
  });

  it("clones: a copy gets the same score and the next rank, and nobody else moves", () => {
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        (models, anchors, weights) => {
          const some = alternatives(models, anchors);
          const before = rankAlternatives(some, weights, TIE_EPSILON);
          const original = some[0];
          if (original === undefined) throw new Error("there are models");
          // Sorts right after the original among ids, so no twin of it can stand between.
          const copied = [...some, { ...original, id: `${original.id}-copy` }];
          const after = rankAlternatives(copied, weights, TIE_EPSILON);
          const place = ids(after).indexOf(original.id);
          expect(ids(after)[place + 1]).toBe(`${original.id}-copy`);
          expect(after[place + 1]?.score).toBe(after[place]?.score);
          expect(ids(after).filter((id) => !id.endsWith("-copy"))).toEqual(ids(before));
          expect(rankAlternatives(some, weights, TIE_EPSILON)).toEqual(before);
        },
      ),
      runs,
    );
  });

  it("ranks are 1 to n, scores never rise along them, and contributions add up to each score", () => {
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        (models, anchors, weights) => {
          const ranked = rankAlternatives(alternatives(models, anchors), weights, TIE_EPSILON);
          expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
          for (const [place, each] of ranked.entries()) {
            const next = ranked[place + 1];
            if (next !== undefined) expect(each.score - next.score).toBeGreaterThan(-TIE_EPSILON);
            const { cost, latency, quality } = each.contributions;
            expect(cost + latency + quality).toBe(each.score);
          }
        },
      ),
      runs,
    );
  });

  it("the explanation adds up: contributions make the margin, and the margin is the gap in score", () => {
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        (models, anchors, weights) => {
          const [winner, rival] = rankAlternatives(
            alternatives(models, anchors),
            weights,
            TIE_EPSILON,
          );
          if (winner === undefined || rival === undefined) throw new Error("two models are ranked");
          const { margin, contributions } = marginOf(winner.values, rival.values, weights);
          const { cost, latency, quality } = contributions;
          expect(cost + latency + quality).toBe(margin);
          expect(margin).toBeCloseTo(winner.score - rival.score, 9);
        },
      ),
      runs,
    );
  });

  it("the range of an attribute never moves a rank: only its point counts", () => {
    fc.assert(
      fc.property(
        modelsArbitrary,
        anchorsArbitrary,
        weightsArbitrary,
        (models, anchors, weights) => {
          const some = alternatives(models, anchors);
          const wide = some.map((each) => ({
            ...each,
            attributes: {
              ...each.attributes,
              quality: { ...each.attributes.quality, low: -9, high: 9 },
            },
          }));
          expect(ids(rankAlternatives(wide, weights, TIE_EPSILON))).toEqual(
            ids(rankAlternatives(some, weights, TIE_EPSILON)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("asking for more", () => {
  const { BUDGET, QUALITY, COMPLEXITY, K_LAT, W_LOGIT } = reference.constants;
  const place = (choices: readonly string[]) => fc.integer({ min: 0, max: choices.length - 1 });
  const request = fc.record({
    budget: place(BUDGET_LEVELS),
    quality: place(QUALITY_LEVELS),
    complexity: place(COMPLEXITIES),
    latencyImportance: fc.constantFrom(0, 1, 2, 4),
    volume: fc.double({ min: 0.001, max: 1000, noNaN: true }),
  });
  type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;
  const pair = fc
    .tuple(attributesArbitrary, attributesArbitrary)
    .map(([one, two]) => {
      const [cheap, dear] = one.cost < two.cost ? [one, two] : [two, one];
      const [low, high] = [Math.min(one.quality, two.quality), Math.max(one.quality, two.quality)];
      return {
        cheaper: { ...cheap, quality: low },
        better: { cost: dear.cost, latency: cheap.latency, quality: high },
      };
    })
    .filter(
      ({ cheaper, better }) => cheaper.cost < better.cost && cheaper.quality < better.quality,
    );

  /** Whether the better model comes first, and whether its score is told from the other's at all. */
  function picksBetter(
    { cheaper, better }: Record<"cheaper" | "better", Attributes>,
    asked: Request,
  ) {
    const budget = BUDGET[BUDGET_LEVELS[asked.budget] ?? "medium"];
    const quality = QUALITY[QUALITY_LEVELS[asked.quality] ?? "standard"];
    const step = quality.step + COMPLEXITY[COMPLEXITIES[asked.complexity] ?? "moderate"];
    const anchors = {
      budgetUsdPerMonth: amount(budget.usd_month),
      targetSeconds: 10,
      zeroAtMultiple: K_LAT,
      barLogits: 0.25 + 0.5 * step,
      logitsToZero: W_LOGIT,
    };
    const weights = normaliseWeights({
      cost: budget.importance,
      latency: asked.latencyImportance,
      quality: quality.importance,
    });
    const models = Object.entries({ cheaper, better }).map(([id, each]) =>
      alternative(id, { ...each, cost: each.cost * asked.volume }, anchors),
    );
    const [first, second] = rankAlternatives(models, weights, TIE_EPSILON);
    return {
      isFirst: first?.id === "better",
      isTied: Math.abs((first?.score ?? 0) - (second?.score ?? 0)) <= TIE_EPSILON,
    };
  }

  it("more quality, complexity or budget, or less volume, never moves the pick from better to cheaper", () => {
    fc.assert(
      fc.property(
        pair,
        request,
        fc.constantFrom("budget", "quality", "complexity", "volume" as const),
        (models, asked, raised) => {
          fc.pre(picksBetter(models, asked).isFirst);
          const most = {
            budget: BUDGET_LEVELS.length - 1,
            quality: QUALITY_LEVELS.length - 1,
            complexity: COMPLEXITIES.length - 1,
          };
          const more =
            raised === "volume"
              ? { ...asked, volume: asked.volume / 3 }
              : { ...asked, [raised]: Math.min(most[raised], asked[raised] + 1) };
          const { isFirst, isTied } = picksBetter(models, more);
          // Scores within the tie's epsilon can round to either side of it.
          expect(isFirst || isTied).toBe(true);
        },
      ),
      { numRuns: 6000 },
    );
  });
});
