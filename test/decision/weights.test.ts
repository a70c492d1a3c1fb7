import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concentration,
  explicitImportance,
  normaliseWeights,
  priorityImportance,
  rankOrderCentroid,
  qualityLeadWorthUsdPerMonth,
} from "../../src/decision/weights.ts";
import { CRITERIA } from "../../src/schema/vocabulary.ts";
import {
  amount,
  byCriterion,
  EXACT_DIGITS,
  reference,
  rounded,
  weightConstants,
} from "./reference.ts";

const { BUDGET, LATENCY, QUALITY } = reference.constants;
type Request = (typeof reference.fixtures.weights.levels)[number]["request"];

/** The importance of the words; an amount and a wait of 3 s both count 2. */
function importanceOf({
  budget = "medium",
  latency = "standard",
  quality = "standard",
  ...rest
}: Request) {
  if (rest.priority !== undefined) return priorityImportance(rest.priority);
  return explicitImportance(rest.weights ?? {}, {
    cost: typeof budget === "number" ? 2 : BUDGET[budget].importance,
    latency: typeof latency === "number" ? 2 : LATENCY[latency].importance,
    quality: QUALITY[quality].importance,
  });
}

describe("weights", () => {
  it.each(reference.fixtures.weights.levels)(
    "$request",
    ({ request, importance, weights, kappa }) => {
      const resolved = importanceOf(request);
      expect(rounded(resolved)).toEqual(rounded(byCriterion(importance)));
      expect(rounded(normaliseWeights(resolved))).toEqual(rounded(byCriterion(weights)));
      const stated = ["budget", "latency", "quality"].filter((field) => field in request).length;
      expect(concentration(stated, request.weights !== undefined, weightConstants)).toBe(kappa);
    },
  );

  it("counts what a use case chose as a part of a statement", () => {
    expect(concentration(0.5, false, weightConstants)).toBe(7.5);
  });

  it.each(Object.entries(reference.fixtures.weights.roc))(
    "centroid of %s criteria",
    (n, expected) => {
      const centroid = rankOrderCentroid(Number(n));
      expect(centroid).toHaveLength(expected.length);
      for (const [place, weight] of expected.entries()) {
        expect(centroid[place]).toBeCloseTo(weight, EXACT_DIGITS);
      }
    },
  );

  it("shares the rest equally among criteria an order leaves out", () => {
    expect(rounded(priorityImportance(["latency"]))).toEqual(
      rounded({ latency: 11 / 18, cost: 7 / 36, quality: 7 / 36 }),
    );
    expect(priorityImportance(["latency", "quality"])).toEqual(
      priorityImportance(["latency", "quality", "cost"]),
    );
    expect(priorityImportance(["latency", "quality", "latency"])).toEqual(
      priorityImportance(["latency", "quality"]),
    );
  });

  it("keeps the words' importance beside partial explicit numbers, a stated 0 included", () => {
    expect(
      explicitImportance({ cost: 0, quality: 5 }, { cost: 2, latency: 4, quality: 1 }),
    ).toEqual({
      cost: 0,
      latency: 4,
      quality: 5,
    });
  });

  it("refuses importances that are all 0", () => {
    expect(() => normaliseWeights({ cost: 0, latency: 0, quality: 0 })).toThrow(RangeError);
  });

  it("adds up to 1 and does not depend on the unit of importance, up to the largest doubles", () => {
    const importance = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(importance, importance, fc.constantFrom(0.1, 3, 1e300), (cost, latency, unit) => {
        const weights = normaliseWeights({ cost, latency, quality: 1 });
        expect(CRITERIA.reduce((sum, each) => sum + weights[each], 0)).toBeCloseTo(1, 12);
        const scaled = { cost: cost * unit, latency: latency * unit, quality: unit };
        expect(rounded(normaliseWeights(scaled))).toEqual(rounded(weights));
      }),
      { numRuns: 2000 },
    );
    expect(
      normaliseWeights({ cost: Number.MAX_VALUE, latency: 0, quality: Number.MAX_VALUE }),
    ).toEqual({ cost: 0.5, latency: 0, quality: 0.5 });
  });
});

describe("what a lead in quality is worth", () => {
  // One logit below the bar is a value of 1 / W_LOGIT.
  const oneLogit = 1 / reference.constants.W_LOGIT;

  it.each(Object.entries(reference.fixtures.scenarios))("%s, per logit", (_, scenario) => {
    const { weights, B, valued_requests, workload } = scenario.need;
    const month = qualityLeadWorthUsdPerMonth(oneLogit, byCriterion(weights), amount(B));
    const near = (figure: number | null) =>
      figure === null ? null : expect.closeTo(figure, EXACT_DIGITS);
    const request = month === null ? null : month / valued_requests;
    expect([request, request === null ? null : request * workload.n]).toEqual([
      near(scenario.willingness_to_pay_per_logit_and_request),
      near(scenario.willingness_to_pay_per_logit),
    ]);
  });

  it("is no amount of money without a budget, or where money does not count", () => {
    const half = { cost: 0.5, latency: 0, quality: 0.5 };
    expect(qualityLeadWorthUsdPerMonth(1, half, Infinity)).toBeNull();
    expect(qualityLeadWorthUsdPerMonth(1, { cost: 0, latency: 0, quality: 1 }, 100)).toBeNull();
    expect(qualityLeadWorthUsdPerMonth(-0.5, half, 100)).toBe(50);
  });
});
