import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alternative, marginOf } from "../../src/decision/alternative.ts";
import { rankAlternatives } from "./ranked.ts";
import { valueFunctions } from "../../src/decision/values.ts";
import { alternative, TIE_EPSILON } from "./arbitraries.ts";
import { amount, byCriterion, certain, interval, reference, rounded } from "./reference.ts";

function ids(ranked: readonly { id: string }[]): string[] {
  return ranked.map((each) => each.id);
}

/** A model of a given score whatever the criterion, for the tie rule alone. */
function flat(id: string, value: number, attributes: [number, number, number]): Alternative {
  return {
    id,
    attributes: byCriterion([
      certain(attributes[0]),
      certain(attributes[1]),
      certain(attributes[2]),
    ]),
    values: { cost: value, latency: value, quality: value },
  };
}

describe("scenarios", () => {
  const { W_LOGIT: logitsToZero, K_LAT: zeroAtMultiple } = reference.constants;

  it.each(Object.entries(reference.fixtures.scenarios))("%s", (_, scenario) => {
    const functions = valueFunctions({
      budgetUsdPerMonth: amount(scenario.need.B),
      targetSeconds: scenario.need.tau,
      zeroAtMultiple,
      barLogits: scenario.need.bar,
      logitsToZero,
    });
    const models = Object.entries(scenario.attributes).map(([id, raw]): Alternative => {
      const values = {
        cost: functions.cost(raw.valued_monthly_cost),
        latency: functions.latency(raw.latency_s[0]),
        quality: functions.quality(raw.theta[0]),
      };
      const expected = scenario.values[id];
      expect(expected && rounded(byCriterion(expected))).toEqual(rounded(values));
      const attributes = {
        cost: certain(raw.valued_monthly_cost),
        latency: interval(raw.latency_s),
        quality: interval(raw.theta),
      };
      return { id, attributes, values };
    });
    const weights = byCriterion(scenario.need.weights);
    const ranked = rankAlternatives(models, weights, TIE_EPSILON);
    expect(ids(ranked)).toEqual(scenario.ranking);
    expect(rounded(Object.fromEntries(ranked.map(({ id, score }) => [id, score])))).toEqual(
      rounded(scenario.scores),
    );
    const [winner, rival] = ranked;
    if (winner === undefined || rival === undefined) throw new Error("two models are ranked");
    const { margin, contributions } = marginOf(winner.values, rival.values, weights);
    expect(rounded({ margin })).toEqual(rounded({ margin: scenario.margin }));
    expect(rounded(contributions)).toEqual(rounded(byCriterion(scenario.contributions)));
  });
});

describe("ties", () => {
  it.each(reference.fixtures.ties)("$note", ({ attributes, weights, ranking, scores }) => {
    const anchors = {
      budgetUsdPerMonth: 1000,
      targetSeconds: 10,
      zeroAtMultiple: reference.constants.K_LAT,
      barLogits: 0.25,
      logitsToZero: reference.constants.W_LOGIT,
    };
    const models = Object.entries(attributes).map(([id, raw]) =>
      alternative(id, byCriterion(raw), anchors),
    );
    const ranked = rankAlternatives(models.toReversed(), byCriterion(weights), TIE_EPSILON);
    expect(ids(ranked)).toEqual(ranking);
    expect(rounded(Object.fromEntries(ranked.map(({ id, score }) => [id, score])))).toEqual(
      rounded(scores),
    );
  });

  it("goes by the heaviest criterion first, equal weights by quality, then cost, then latency", () => {
    const cheap = flat("cheap", 1, [1, 5, 1]);
    const fast = flat("fast", 1, [2, 1, 1]);
    const able = flat("able", 1, [2, 5, 2]);
    const order = (cost: number, latency: number, quality: number) =>
      ids(rankAlternatives([able, cheap, fast], { cost, latency, quality }, TIE_EPSILON));
    expect(order(1 / 3, 1 / 3, 1 / 3)).toEqual(["able", "cheap", "fast"]);
    expect(order(0.4, 0.4, 0.2)).toEqual(["cheap", "fast", "able"]);
    expect(order(0.2, 0.5, 0.3)).toEqual(["fast", "able", "cheap"]);
    expect(order(0, 0, 1)).toEqual(["able", "cheap", "fast"]);
  });

  it("falls back on the id when nothing else differs", () => {
    const twins = [flat("b", 1, [1, 1, 1]), flat("a", 1, [1, 1, 1])];
    expect(ids(rankAlternatives(twins, byCriterion([0.2, 0.3, 0.5]), TIE_EPSILON))).toEqual([
      "a",
      "b",
    ]);
  });

  it("treats scores that round to the same step as equal, and only those", () => {
    const dear = flat("dear", 0.5 + 4e-10, [9, 1, 1]);
    const cheap = flat("cheap", 0.5, [1, 1, 1]);
    const ahead = flat("ahead", 0.5 + 2e-9, [9, 1, 1]);
    const weights = byCriterion([1, 0, 0]);
    expect(ids(rankAlternatives([dear, cheap], weights, TIE_EPSILON))).toEqual(["cheap", "dear"]);
    expect(ids(rankAlternatives([ahead, cheap], weights, TIE_EPSILON))).toEqual(["ahead", "cheap"]);
  });

  it("stays transitive on a chain of scores a fraction of a step apart", () => {
    const model = fc.record({
      steps: fc.integer({ min: 0, max: 12 }),
      cost: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(model, { minLength: 3, maxLength: 8 }), (chain) => {
        const models = chain.map(({ steps, cost }, index) =>
          flat(`m${index}`, 0.5 + steps * 3e-10, [cost, 1, 1]),
        );
        const weights = byCriterion([0.5, 0.25, 0.25]);
        const order = ids(rankAlternatives(models, weights, TIE_EPSILON));
        for (const [place, first] of order.entries()) {
          for (const second of order.slice(place + 1)) {
            const pair = models.filter(({ id }) => id === first || id === second);
            expect(ids(rankAlternatives(pair, weights, TIE_EPSILON))).toEqual([first, second]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
