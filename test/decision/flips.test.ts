import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alternative, weightedScore } from "../../src/decision/alternative.ts";
import { rankAlternatives } from "./ranked.ts";
import {
  budgetFlip,
  priceFlip,
  volumeFlip,
  abilityFlip,
  importanceMultiplier,
  weightFlip,
  type Pair,
  type Flip,
} from "../../src/decision/flips.ts";
import type { Anchors } from "../../src/decision/values.ts";
import { normaliseWeights } from "../../src/decision/weights.ts";
import { CRITERIA, type Criterion } from "../../src/schema/vocabulary.ts";
import {
  alternative,
  anchorsArbitrary,
  type Attributes,
  attributesArbitrary,
  TIE_EPSILON,
  weightsArbitrary,
} from "./arbitraries.ts";
import { amount, byCriterion, EXACT_DIGITS, reference, type Scenario } from "./reference.ts";

const { K_LAT: zeroAtMultiple, W_LOGIT: logitsToZero } = reference.constants;

function pairOf(
  one: Alternative,
  two: Alternative,
  weights: Pair["weights"],
  anchors: Anchors,
): Pair {
  const [winner, rival] = rankAlternatives([one, two], weights, TIE_EPSILON);
  if (winner === undefined || rival === undefined) throw new Error("two models are ranked");
  return { winner, rival, weights, anchors, tieEpsilon: TIE_EPSILON };
}

function contestOfScenario(scenario: Scenario): Pair {
  const anchors = {
    budgetUsdPerMonth: amount(scenario.need.B),
    targetSeconds: scenario.need.tau,
    zeroAtMultiple,
    barLogits: scenario.need.bar,
    logitsToZero,
  };
  const [one, two] = Object.entries(scenario.attributes).map(([id, raw]) =>
    alternative(
      id,
      { cost: raw.valued_monthly_cost, latency: raw.latency_s[0], quality: raw.theta[0] },
      anchors,
    ),
  );
  if (one === undefined || two === undefined) throw new Error("a scenario has two models");
  return pairOf(one, two, byCriterion(scenario.need.weights), anchors);
}

/** Matches a figure of the reference to its digits, and null where it has none. */
function near(figure: number | null): unknown {
  return figure === null ? null : expect.closeTo(figure, EXACT_DIGITS);
}

describe("flips of the scenarios", () => {
  describe.each(Object.entries(reference.fixtures.scenarios))("%s", (_, scenario) => {
    const pair = contestOfScenario(scenario);
    const expected = scenario.flip;

    it.each(CRITERIA)("weight and importance of %s", (criterion) => {
      expect({
        weight: weightFlip(pair, criterion)?.at ?? null,
        multiplier: importanceMultiplier(pair, criterion)?.at ?? null,
      }).toEqual({
        weight: near(expected[criterion].flip_weight),
        multiplier: near(expected[criterion].importance_multiplier),
      });
    });

    it("volume, budget and price", () => {
      const usd = (id: string) => scenario.attributes[id]?.cost_per_request ?? Number.NaN;
      const usdPerRequest = { winner: usd(pair.winner.id), rival: usd(pair.rival.id) };
      const price = priceFlip(pair);
      const { workload, usual_requests, floor_requests } = scenario.need;
      const billOf = (id: string) => scenario.attributes[id]?.monthly_cost ?? Number.NaN;
      const dearestBill = Math.max(...[pair.winner.id, pair.rival.id].map(billOf));
      // An amount is a limit: below the dearer one's bill that model is out before its value ties.
      const budget = budgetFlip(pair, usdPerRequest, {
        requests: workload.n,
        usualRequests: usual_requests,
        usualMonthAnchorUsd: amount(reference.constants.BUDGET.medium.usd_month),
      });
      expect({
        volume: volumeFlip(pair, usdPerRequest, floor_requests)?.at ?? null,
        budget: budget !== null && budget.at >= dearestBill ? budget.at : null,
        bill: price === null ? null : price.at * billOf(price.model),
        multiple: price?.at ?? null,
        dearer: price?.model ?? expected.dearer,
      }).toEqual({
        volume: near(expected.volume),
        budget: near(expected.budget),
        bill: near(expected.monthly_cost_of_dearer),
        multiple: near(expected.price_multiplier_of_dearer),
        dearer: expected.dearer,
      });
    });
  });
});

/** The pair as it stands after one thing moved: the winner's lead in score. */
function leadAfter(
  pair: Pair,
  moved: {
    anchors?: Partial<Anchors>;
    weights?: Pair["weights"];
    winner?: Partial<Attributes>;
    rival?: Partial<Attributes>;
  },
): number {
  const anchors = { ...pair.anchors, ...moved.anchors };
  const weights = moved.weights ?? pair.weights;
  const scored = (side: "winner" | "rival") => {
    const { cost, latency, quality } = pair[side].attributes;
    const raw = { cost: cost.point, latency: latency.point, quality: quality.point };
    return weightedScore(alternative(side, { ...raw, ...moved[side] }, anchors).values, weights);
  };
  return scored("winner") - scored("rival");
}

/** A flip is real when its point ties and the lead changes hands there, to the side it names. */
function expectReal(flip: Flip, leadAt: (parameter: number) => number, step: number) {
  expect(Math.abs(leadAt(flip.at))).toBeLessThanOrEqual(TIE_EPSILON);
  const away = flip.direction === "above" ? step : -step;
  expect(leadAt(flip.at + away)).toBeLessThan(0);
  expect(leadAt(flip.at - away)).toBeGreaterThan(0);
}

const contests = fc
  .tuple(attributesArbitrary, attributesArbitrary, weightsArbitrary, anchorsArbitrary)
  .map(([one, two, weights, anchors]) =>
    pairOf(alternative("a", one, anchors), alternative("b", two, anchors), weights, anchors),
  );
/** Only pairs with a clear winner: a tie has its flips where it stands. */
const decided = contests.filter((pair) => leadAfter(pair, {}) > 1e-6);
const runs = { numRuns: 8000 };

/** The month as a single request, and no usual month: the budget alone moves. */
function asOneRequest({ winner, rival }: Pair) {
  const usd = { winner: winner.attributes.cost.point, rival: rival.attributes.cost.point };
  return [usd, { requests: 1, usualRequests: 0, usualMonthAnchorUsd: 1000 }] as const;
}

/** How often a property met a flip and how often none: a law about flips that meets none proves nothing. */
function tally() {
  const met = { flip: 0, none: 0 };
  return {
    count: (found: boolean) => (met[found ? "flip" : "none"] += 1),
    expectBoth: () => {
      expect(met.flip).toBeGreaterThan(100);
      expect(met.none).toBeGreaterThan(100);
    },
  };
}

function weightsWith(pair: Pair, criterion: Criterion, weight: number) {
  const others = 1 - pair.weights[criterion];
  const share = (each: Criterion) =>
    each === criterion ? weight : (pair.weights[each] / others) * (1 - weight);
  return { cost: share("cost"), latency: share("latency"), quality: share("quality") };
}

describe("every flip is real, and where there is none nothing flips", () => {
  it.each(CRITERIA)("weight of %s", (criterion) => {
    const seen = tally();
    fc.assert(
      fc.property(decided, (pair) => {
        fc.pre(pair.weights[criterion] < 1 - 1e-9);
        const flip = weightFlip(pair, criterion);
        seen.count(flip !== null);
        const leadAt = (weight: number) =>
          leadAfter(pair, { weights: weightsWith(pair, criterion, weight) });
        if (flip === null) {
          for (const weight of [0, 0.25, 0.5, 0.75, 1]) {
            expect(leadAt(weight)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
          }
          return;
        }
        expect(flip.becomes).toBe(pair.rival.id);
        expectReal(flip, leadAt, Math.min(flip.at, 1 - flip.at) / 1000);
        expect(flip.direction).toBe(flip.at > pair.weights[criterion] ? "above" : "below");
      }),
      runs,
    );
    seen.expectBoth();
  });

  it.each(CRITERIA)("importance of %s", (criterion) => {
    const seen = tally();
    fc.assert(
      fc.property(decided, (pair) => {
        const flip = importanceMultiplier(pair, criterion);
        seen.count(flip !== null);
        const leadAt = (multiple: number) => {
          const importance = { ...pair.weights };
          importance[criterion] *= multiple;
          return leadAfter(pair, { weights: normaliseWeights(importance) });
        };
        if (flip !== null) {
          expectReal(flip, leadAt, flip.at / 1000);
          expect(flip.direction).toBe(flip.at > 1 ? "above" : "below");
        } else if (pair.weights[criterion] < 1) {
          for (const multiple of [1e-6, 0.1, 10, 1e6]) {
            expect(leadAt(multiple)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
          }
        }
      }),
      runs,
    );
    seen.expectBoth();
  });

  it("volume", () => {
    const seen = tally();
    fc.assert(
      fc.property(decided, fc.integer({ min: 1, max: 1e7 }), (pair, requests) => {
        const winnerUsd = pair.winner.attributes.cost.point / requests;
        const rivalUsd = pair.rival.attributes.cost.point / requests;
        const flip = volumeFlip(pair, { winner: winnerUsd, rival: rivalUsd }, 0);
        seen.count(flip !== null);
        const leadAt = (volume: number) =>
          leadAfter(pair, {
            winner: { cost: winnerUsd * volume },
            rival: { cost: rivalUsd * volume },
          });
        if (flip !== null) {
          expectReal(flip, leadAt, flip.at / 1000);
          expect(flip.direction).toBe(flip.at > requests ? "above" : "below");
        } else {
          for (const times of [0, 1e-6, 0.1, 10, 1e6]) {
            expect(leadAt(requests * times)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
          }
        }
      }),
      runs,
    );
    seen.expectBoth();
  });

  it("budget", () => {
    const seen = tally();
    fc.assert(
      fc.property(decided, (pair) => {
        const flip = budgetFlip(pair, ...asOneRequest(pair));
        seen.count(flip !== null);
        const leadAt = (budgetUsdPerMonth: number) =>
          leadAfter(pair, { anchors: { budgetUsdPerMonth } });
        if (flip !== null) {
          expectReal(flip, leadAt, flip.at / 1000);
          const now = pair.anchors.budgetUsdPerMonth;
          expect(flip.direction).toBe(flip.at > now ? "above" : "below");
        } else {
          for (const usd of [0.001, 1, 1000, 1e6, 1e9, Infinity]) {
            expect(leadAt(usd)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
          }
        }
      }),
      runs,
    );
    seen.expectBoth();
  });

  it.each(["winner", "rival"] as const)("price of the %s", (side) => {
    const seen = tally();
    fc.assert(
      fc.property(decided, (pair) => {
        const flip = priceFlip(pair, side);
        seen.count(flip !== null);
        const today = pair[side].attributes.cost.point;
        const leadAt = (multiple: number) =>
          leadAfter(pair, { [side]: { cost: multiple * today } });
        if (flip !== null) {
          expectReal(flip, leadAt, flip.at / 1000);
          expect(flip.direction).toBe(side === "winner" ? "above" : "below");
          expect(flip.model).toBe(pair[side].id);
        } else if (side === "rival") {
          expect(leadAt(0)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
        }
      }),
      runs,
    );
    seen.expectBoth();
  });

  it.each(["winner", "rival"] as const)("ability of the %s", (side) => {
    const seen = tally();
    fc.assert(
      fc.property(decided, (pair) => {
        const flip = abilityFlip(pair, side);
        seen.count(flip !== null);
        const leadAt = (quality: number) => leadAfter(pair, { [side]: { quality } });
        if (flip !== null) {
          // The step stays below the bar, where the value still moves.
          expectReal(flip, leadAt, (pair.anchors.barLogits - flip.at) / 1000);
          expect(flip.direction).toBe(side === "winner" ? "below" : "above");
        } else if (side === "rival") {
          expect(leadAt(1e6)).toBeGreaterThanOrEqual(-2 * TIE_EPSILON);
        }
      }),
      runs,
    );
    seen.expectBoth();
  });
});

describe("flips that do not exist", () => {
  const anchors = {
    budgetUsdPerMonth: 1000,
    targetSeconds: 10,
    zeroAtMultiple,
    barLogits: 1.25,
    logitsToZero,
  };
  const cheap: Attributes = { cost: 33, latency: 3, quality: 0.9 };
  const dear: Attributes = { cost: 550, latency: 3, quality: 1.3 };
  const between = (
    one: Attributes,
    two: Attributes,
    weights: [number, number, number],
    frame = anchors,
  ) =>
    pairOf(
      alternative("one", one, frame),
      alternative("two", two, frame),
      byCriterion(weights),
      frame,
    );

  it("none by money where money does not count", () => {
    const pair = between(cheap, dear, [0, 0.2, 0.8]);
    expect([
      volumeFlip(pair, { winner: 0.0055, rival: 0.00033 }, 0),
      budgetFlip(pair, ...asOneRequest(pair)),
      priceFlip(pair),
      importanceMultiplier(pair, "cost"),
    ]).toEqual([null, null, null, null]);
  });

  it("without a budget only a budget can bring money back in", () => {
    const frame = { ...anchors, budgetUsdPerMonth: Infinity };
    const pair = between(cheap, dear, [0.4, 0.2, 0.4], frame);
    expect([
      volumeFlip(pair, { winner: 0.0055, rival: 0.00033 }, 0),
      priceFlip(pair),
      weightFlip(pair, "cost"),
    ]).toEqual([null, null, null]);
    expect(budgetFlip(pair, ...asOneRequest(pair))).toMatchObject({
      direction: "below",
      becomes: "one",
    });
  });

  it("none where both models cost the same, are as fast, or as good", () => {
    const pair = between(cheap, { ...cheap, quality: 1 }, [0.4, 0.2, 0.4]);
    expect([
      volumeFlip(pair, { winner: 0.00033, rival: 0.00033 }, 0),
      budgetFlip(pair, ...asOneRequest(pair)),
      weightFlip(pair, "cost"),
      weightFlip(pair, "quality"),
    ]).toEqual([null, null, null, null]);
  });

  it("none at a volume beyond every number, against a model that costs nothing", () => {
    const pair = between({ ...cheap, cost: 0 }, dear, [1e-7, 0, 1 - 1e-7]);
    expect(volumeFlip(pair, { winner: 0.0055, rival: 0 }, 0)).toBeNull();
  });

  it("none by the weight of a criterion that is everything already", () => {
    expect(weightFlip(between(cheap, dear, [1, 0, 0]), "cost")).toBeNull();
  });

  it("none where a model is better at everything", () => {
    const pair = between(
      { cost: 33, latency: 2, quality: 1 },
      { cost: 550, latency: 30, quality: 0 },
      [0.4, 0.2, 0.4],
    );
    expect(CRITERIA.map((criterion) => weightFlip(pair, criterion))).toEqual([null, null, null]);
    expect([
      volumeFlip(pair, { winner: 0.00033, rival: 0.0055 }, 0),
      budgetFlip(pair, ...asOneRequest(pair)),
      priceFlip(pair),
    ]).toEqual([null, null, null]);
  });
});
