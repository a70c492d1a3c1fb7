import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  weightedScore,
} from "../../../src/decision/alternative.ts";
import { figureFlip, leadOf, standingOf } from "../../../src/decision/hinges.ts";
import { isCertain, splitNormal, WORKING_SCALES } from "../../../src/decision/robustness/normal.ts";
import { CRITERIA } from "../../../src/schema/vocabulary.ts";
import { decisions } from "./arbitraries.ts";
import { asRecord, IDENTITY, near, ofValues, scenarios } from "./scenarios.ts";

/** Every uncertain figure with its flip, the one worth most first. */
function informationValues(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
) {
  const standing = standingOf(alternatives, weights);
  return alternatives
    .flatMap(({ id, attributes, values }, index) =>
      CRITERIA.flatMap((criterion) => {
        const { point } = attributes[criterion];
        const belief = splitNormal(attributes[criterion], WORKING_SCALES[criterion]);
        if (isCertain(belief)) return [];
        const isPick = index === 0;
        const lead = leadOf(values, criterion, isPick, standing, valueFunctions, weights);
        const flip = figureFlip(lead, belief);
        return [
          {
            id,
            criterion,
            point,
            threshold: flip?.threshold() ?? null,
            flipProbability: flip?.probability() ?? 0,
            expectedLossAvoided: flip?.expectedLossAvoided() ?? 0,
          },
        ];
      }),
    )
    .toSorted((a, b) => b.expectedLossAvoided - a.expectedLossAvoided || (a.id < b.id ? -1 : 1));
}

describe("the value of information", () => {
  it.each(scenarios)("reproduces the reference of $name", (scenario) => {
    const { alternatives, valueFunctions, weights, expected } = scenario;
    expect(informationValues(alternatives, valueFunctions, weights)).toEqual(
      expected.voi.map((row) => ({
        id: row.model,
        criterion: row.criterion,
        point: row.point,
        threshold: near(row.threshold, 6),
        flipProbability: near(row.flip_probability, 6),
        expectedLossAvoided: near(row.expected_loss_avoided, 6),
      })),
    );
  });

  it("is nothing where everything is known or nobody competes", () => {
    const known = [ofValues("a", [1, 1, 1]), ofValues("b", [0, 0, 0])];
    expect(informationValues(known, IDENTITY, asRecord([0.4, 0.2, 0.4]))).toEqual([]);
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error("there are scenarios");
    const { alternatives, valueFunctions, weights } = scenario;
    const alone = informationValues(alternatives.slice(0, 1), valueFunctions, weights);
    expect(alone.map(({ threshold }) => threshold)).toEqual([null, null]);
  });

  it("has its thresholds where the pick ties with its best rival", () => {
    fc.assert(
      fc.property(decisions(4), ({ alternatives, valueFunctions, weights }) => {
        const scoreOf = (values: Parameters<typeof weightedScore>[0]): number =>
          weightedScore(values, weights);
        const ranked = alternatives.toSorted((a, b) => scoreOf(b.values) - scoreOf(a.values));
        for (const { id, criterion, threshold } of informationValues(
          ranked,
          valueFunctions,
          weights,
        )) {
          if (threshold === null) continue;
          const scores = ranked.map((model) => {
            if (model.id !== id) return { id: model.id, score: scoreOf(model.values) };
            const value = valueFunctions[criterion](threshold);
            return { id, score: scoreOf({ ...model.values, [criterion]: value }) };
          });
          const own = scores.find((each) => each.id === id)?.score ?? NaN;
          const others = scores.filter((each) => each.id !== id).map(({ score }) => score);
          expect(own).toBeCloseTo(Math.max(...others), 9);
        }
      }),
    );
  });

  it("is largest first, never negative, and 0 for a figure that cannot change the pick", () => {
    fc.assert(
      fc.property(decisions(4), ({ alternatives, valueFunctions, weights }) => {
        const ranked = alternatives.toSorted(
          (a, b) => weightedScore(b.values, weights) - weightedScore(a.values, weights),
        );
        const rows = informationValues(ranked, valueFunctions, weights);
        const losses = rows.map(({ expectedLossAvoided }) => expectedLossAvoided);
        expect(losses).toEqual(losses.toSorted((a, b) => b - a));
        for (const { threshold, flipProbability, expectedLossAvoided } of rows) {
          expect(expectedLossAvoided).toBeGreaterThanOrEqual(0);
          expect(flipProbability).toBeLessThanOrEqual(0.5);
          expect(threshold !== null || flipProbability + expectedLossAvoided === 0).toBe(true);
        }
      }),
    );
  });
});
