/** The usual month: how the volume, the amount of a budget and a price turn an answer when answers are priced as in it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alternative } from "../../src/decision/alternative.ts";
import { budgetFlip, priceFlip, volumeFlip, type Pair } from "../../src/decision/flips.ts";
import { floorRequests, costValue } from "../../src/decision/values.ts";
import { TIE_EPSILON, weightsArbitrary } from "./arbitraries.ts";
import { amount, certain, EXACT_DIGITS, reference } from "./reference.ts";

const { BUDGET, K_LAT: zeroAtMultiple, W_LOGIT: logitsToZero } = reference.constants;

/** What the reference's amounts are held against. */
const ANCHOR = { usualMonthAnchorUsd: amount(BUDGET.medium.usd_month) };

const FRAME = { targetSeconds: 10, zeroAtMultiple, barLogits: 1.25, logitsToZero };

/** Matches a figure of the reference to its digits, and null where it has none. */
function near(figure: number | null): unknown {
  return figure === null ? null : expect.closeTo(figure, EXACT_DIGITS);
}

/** A model of so much a month as valued, with so much value on quality; they are alike in the wait. */
function modelOf(id: string, cost: number, budget: number, quality: number): Alternative {
  return {
    id,
    attributes: { cost: certain(cost), latency: certain(1), quality: certain(quality) },
    values: { cost: costValue(cost, budget), latency: 1, quality },
  };
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

describe("the usual month", () => {
  const money = fc.double({ min: 1e-5, max: 0.2, noNaN: true });
  const asked = fc.record({
    requests: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400_000 })),
    usualRequests: fc.integer({ min: 1, max: 200_000 }),
    usualMonthAnchorUsd: fc.constant(1000),
    usd: fc.tuple(money, money).map(([one, two]) => ({
      winner: Math.max(one, two),
      rival: Math.min(one, two),
    })),
    budget: fc.oneof(
      fc.constantFrom<"low" | "medium">("low", "medium"),
      fc.double({ min: 0.01, max: 20_000, noNaN: true }),
    ),
    weights: weightsArbitrary,
    rest: fc.double({ min: 0.001, max: 1, noNaN: true }),
  });
  type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

  const amountOf = ({ budget }: Asked) =>
    typeof budget === "number" ? budget : amount(BUDGET[budget].usd_month);
  const floorOf = (each: Asked, budget = each.budget) =>
    floorRequests(
      {
        budget:
          typeof budget === "number"
            ? { word: null, usdPerMonth: budget }
            : { word: budget, usdPerMonth: amountOf({ ...each, budget }) },
        usualRequestsPerMonth: each.usualRequests,
      },
      ANCHOR,
    );
  /** The dearer model's lead, with so much ahead on the other criteria. */
  const leadOf = (each: Asked, requests: number, budget: Asked["budget"]) => {
    const valued = Math.max(requests, floorOf(each, budget));
    const usd = amountOf({ ...each, budget });
    const gap = costValue(valued * each.usd.winner, usd) - costValue(valued * each.usd.rival, usd);
    return each.weights.cost * gap + each.rest;
  };
  const contestAt = (each: Asked): Pair | null => {
    const valued = Math.max(each.requests, floorOf(each));
    const anchors = { ...FRAME, budgetUsdPerMonth: amountOf(each) };
    const of = (id: "winner" | "rival", quality: number) =>
      modelOf(id, valued * each.usd[id], anchors.budgetUsdPerMonth, quality);
    const quality = each.rest / each.weights.quality;
    if (!(each.weights.quality > 1e-3)) return null;
    const [dearer, cheaper] = [of("winner", quality), of("rival", 0)];
    const isAhead = leadOf(each, each.requests, each.budget) > 0;
    return {
      winner: isAhead ? dearer : cheaper,
      rival: isAhead ? cheaper : dearer,
      weights: each.weights,
      anchors,
      tieEpsilon: TIE_EPSILON,
    };
  };
  const sides = (pair: Pair, { usd }: Asked) =>
    pair.winner.id === "winner" ? usd : { winner: usd.rival, rival: usd.winner };

  it("no volume at or below it is a flip, and every flip above it is one", () => {
    const seen = tally();
    fc.assert(
      fc.property(asked, (each) => {
        const pair = contestAt(each);
        fc.pre(pair !== null);
        const floor = floorOf(each);
        const flip = volumeFlip(pair, sides(pair, each), floor);
        seen.count(flip !== null);
        const leadAt = (requests: number) => leadOf(each, requests, each.budget);
        expect(leadAt(0)).toBe(leadAt(floor));
        if (flip === null) {
          const first = Math.sign(leadAt(0));
          for (const requests of [floor * 1.001, floor * 10, floor * 1e6]) {
            const lead = leadAt(requests);
            expect(Math.abs(lead) < 1e-6 || Math.sign(lead) === first).toBe(true);
          }
          return;
        }
        expect(flip.at).toBeGreaterThan(floor);
        expect(Math.abs(leadAt(flip.at))).toBeLessThanOrEqual(1e-6);
        expect(leadAt(flip.at * 1.001)).toBeLessThan(0);
        expect(leadAt(Math.max(floor, flip.at / 1.001))).toBeGreaterThan(0);
      }),
      { numRuns: 4000 },
    );
    seen.expectBoth();
  });

  it("the amount of a budget turns where it says, below and above the anchor", () => {
    const seen = tally();
    fc.assert(
      fc.property(asked, (each) => {
        const pair = contestAt(each);
        fc.pre(pair !== null);
        const flip = budgetFlip(pair, sides(pair, each), each);
        seen.count(flip !== null && flip.at > 0);
        if (flip === null || flip.at === 0) return;
        const leadAt = (budget: number) => leadOf(each, each.requests, budget);
        expect(Math.abs(leadAt(flip.at))).toBeLessThanOrEqual(1e-6);
        expect(leadAt(flip.at * 1.001)).toBeGreaterThanOrEqual(0);
        expect(leadAt(flip.at / 1.001)).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 4000 },
    );
    seen.expectBoth();
  });

  it("the value of cost never rises with the volume, and never falls with the amount of a budget", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 1, max: 100, noNaN: true }), (each, more) => {
        const valueAt = (requests: number, budget: Asked["budget"]) =>
          costValue(
            Math.max(requests, floorOf(each, budget)) * each.usd.winner,
            amountOf({ ...each, budget }),
          );
        const now = valueAt(each.requests, each.budget);
        expect(valueAt(each.requests * more, each.budget)).toBeLessThanOrEqual(now);
        const amountNow = amountOf(each);
        expect(valueAt(each.requests, amountNow * more)).toBeGreaterThanOrEqual(
          valueAt(each.requests, amountNow) - 1e-12,
        );
      }),
      { numRuns: 4000 },
    );
  });
});

describe("cost at the usual month of the reference", () => {
  it.each(reference.fixtures.cost_at_usual_month)(
    "$requests requests where $usual_requests are usual, budget $budget",
    (each) => {
      const { requests, usual_requests, weight_cost, rest } = each;
      const budget =
        typeof each.budget === "number"
          ? { word: null, usdPerMonth: each.budget }
          : { word: each.budget, usdPerMonth: amount(BUDGET[each.budget].usd_month) };
      const asked = { budget, usualRequestsPerMonth: usual_requests };
      const floor = floorRequests(asked, ANCHOR);
      const valued = Math.max(requests, floor);
      const [dearerUsd, cheaperUsd] = each.usd_per_request;
      const values = [dearerUsd, cheaperUsd].map((usd) =>
        costValue(valued * usd, budget.usdPerMonth),
      );
      const lead = weight_cost * ((values[0] ?? 0) - (values[1] ?? 0)) + rest;
      const weights = { cost: weight_cost, latency: 0, quality: 1 - weight_cost };
      const of = (id: string, usd: number, quality: number) =>
        modelOf(id, valued * usd, budget.usdPerMonth, quality);
      const dearer = of("dearer", dearerUsd, rest / weights.quality);
      const cheaper = of("cheaper", cheaperUsd, 0);
      const [winner, rival] = lead > 0 ? [dearer, cheaper] : [cheaper, dearer];
      const usd =
        lead > 0
          ? { winner: dearerUsd, rival: cheaperUsd }
          : { winner: cheaperUsd, rival: dearerUsd };
      const pair: Pair = {
        winner,
        rival,
        weights,
        anchors: { ...FRAME, budgetUsdPerMonth: budget.usdPerMonth },
        tieEpsilon: TIE_EPSILON,
      };
      const month = {
        requests,
        usualRequests: usual_requests,
        usualMonthAnchorUsd: ANCHOR.usualMonthAnchorUsd,
      };
      expect({
        floor,
        valued,
        valuedBills: [valued * dearerUsd, valued * cheaperUsd],
        values,
        lead,
        volume: volumeFlip(pair, usd, floor)?.at ?? null,
        budget: budgetFlip(pair, usd, month)?.at ?? null,
        price: priceFlip(pair)?.at ?? null,
      }).toEqual({
        floor: near(each.floor_requests),
        valued: near(each.valued_requests),
        valuedBills: each.valued_bills.map(near),
        values: each.values.map(near),
        lead: near(each.lead_of_dearer),
        volume: near(each.volume_flip),
        budget: near(each.budget_flip),
        price: near(each.price_multiplier_of_dearer),
      });
    },
  );
});
