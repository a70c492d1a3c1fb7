import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { perCriterion } from "../../../src/decision/alternative.ts";
import { type ModelAcceptability, smaa } from "../../../src/decision/robustness/smaa.ts";
import { decisions } from "./arbitraries.ts";
import {
  alternativeOf,
  asRecord,
  asTriple,
  certain,
  fixtures,
  IDENTITY,
  interval,
  ofValues,
  rng,
  samplingTolerance,
  scenarios,
} from "./scenarios.ts";

const LINEAR = perCriterion(() => "linear" as const);
const UNIFORM = { kind: "ordinal", priority: [] } as const;
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

function byId(models: ModelAcceptability[]): Record<string, ModelAcceptability> {
  return Object.fromEntries(models.map((model) => [model.id, model]));
}

describe("five models and uncertain values", () => {
  const { values, alpha, N, ...expected } = fixtures.smaa_generic;
  const alternatives = Object.entries(values).map(([id, [cost, latency, quality]]) => {
    const attributes = {
      cost: interval(cost),
      latency: interval(latency),
      quality: interval(quality),
    };
    return alternativeOf(id, attributes, IDENTITY);
  });
  const draws = 10_000;
  const belief = { kind: "dirichlet", concentrations: asRecord(alpha) } as const;
  const sampling = { draws, seed: rng.seed, scales: LINEAR };
  const models = byId(smaa(alternatives, IDENTITY, belief, sampling).models);

  it.each(Object.entries(expected.rank_acceptability))("rank %s as the reference", (id, ranks) => {
    const own = models[id]?.rankAcceptability ?? [];
    expect(own).toHaveLength(ranks.length);
    ranks.forEach((share, rank) => {
      const error = Math.abs((own[rank] ?? NaN) - share);
      expect(error).toBeLessThanOrEqual(samplingTolerance(share, draws, N) + 1 / draws);
    });
  });

  it.each(Object.entries(expected.pairwise_winning))("pair %s as the reference", (id, wins) => {
    const own = models[id]?.pairwiseWinning ?? {};
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(wins).toSorted());
    for (const [rival, share] of Object.entries(wins)) {
      const error = Math.abs((own[rival] ?? NaN) - share);
      expect(error).toBeLessThanOrEqual(samplingTolerance(share, draws, N) + 1 / draws);
    }
  });

  const winsOf = (id: string): number => draws * (expected.rank_acceptability[id]?.[0] ?? 0);
  const winners = Object.entries(expected.central_weights).filter(([id]) => winsOf(id) > 10);

  it.each(winners)("centre the weights of %s as the reference", (id, centre) => {
    // A weight of mean w has a variance of w (1 - w) / (1 + sum of alpha): at most .25 / 21.
    const tolerance = 4 * Math.sqrt(0.25 / 21 / winsOf(id));
    const own = models[id]?.centralWeights ?? asRecord([NaN, NaN, NaN]);
    asTriple(own).forEach((weight, index) => {
      expect(Math.abs(weight - (centre[index] ?? NaN))).toBeLessThan(tolerance);
    });
  });
});

describe("the reference scenarios", () => {
  const draws = 10_000;

  it.each(scenarios)("$name", ({ alternatives, valueFunctions, belief, expected }) => {
    const { acceptability, N } = expected.smaa;
    const result = smaa(alternatives, valueFunctions, belief, { draws, seed: rng.seed });
    for (const { id, rankAcceptability } of result.models) {
      const share = acceptability[id] ?? NaN;
      const error = Math.abs((rankAcceptability[0] ?? NaN) - share);
      expect(error).toBeLessThanOrEqual(samplingTolerance(share, draws, N));
    }
  });

  it.each(scenarios)("$name with the evidence alone", (scenario) => {
    const { alternatives, valueFunctions, weights, expected } = scenario;
    // Weights this concentrated are the stated ones.
    const concentrations = perCriterion((criterion) => 1e9 * weights[criterion]);
    const belief = { kind: "dirichlet", concentrations } as const;
    const { models } = smaa(alternatives, valueFunctions, belief, { draws, seed: rng.seed });
    for (const { id, rankAcceptability } of models) {
      const share = expected.smaa_evidence_only[id] ?? NaN;
      const tolerance = samplingTolerance(share, draws, expected.smaa.N);
      expect(Math.abs((rankAcceptability[0] ?? NaN) - share)).toBeLessThanOrEqual(tolerance);
    }
  });
});

describe("acceptability", () => {
  it("is 1 in sum for every model, every rank and every pair", () => {
    fc.assert(
      fc.property(decisions(5), fc.integer(), ({ alternatives, valueFunctions }, seed) => {
        const { models } = smaa(alternatives, valueFunctions, UNIFORM, { draws: 50, seed });
        models.forEach((model, index) => {
          expect(sum(model.rankAcceptability)).toBeCloseTo(1, 9);
          expect(sum(models.map((each) => each.rankAcceptability[index] ?? NaN))).toBeCloseTo(1, 9);
          for (const rival of models) {
            if (rival === model) continue;
            const pair = [model.pairwiseWinning[rival.id], rival.pairwiseWinning[model.id]];
            expect((pair[0] ?? NaN) + (pair[1] ?? NaN)).toBeCloseTo(1, 9);
          }
          const wins = model.rankAcceptability[0] ?? NaN;
          expect(model.centralWeights === null).toBe(wins === 0);
          const centre = model.centralWeights ?? asRecord([0, 0, 0]);
          expect(sum(asTriple(centre))).toBeCloseTo(wins === 0 ? 0 : 1, 9);
        });
      }),
    );
  });

  it("does not depend on the order of models that never tie", () => {
    const values = fc.double({ min: 0.5, max: 1, noNaN: true });
    const models = fc.array(fc.tuple(values, values, values), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(models, fc.integer(), (rows, seed) => {
        const alternatives = rows.map(([cost, latency, quality], index) => {
          const attributes = {
            cost: certain(cost),
            latency: { point: latency, low: latency - 0.2, high: latency + 0.1 },
            quality: { point: quality, low: quality - 0.1, high: quality + 0.3 },
          };
          return alternativeOf(`m${index}`, attributes, IDENTITY);
        });
        const sampling = { draws: 40, seed, scales: LINEAR };
        const forwards = smaa(alternatives, IDENTITY, UNIFORM, sampling);
        const backwards = smaa(alternatives.toReversed(), IDENTITY, UNIFORM, sampling);
        expect(byId(backwards.models)).toEqual(byId(forwards.models));
      }),
    );
  });

  it("of rank 1 is 0 for a model that a rival beats with certainty", () => {
    fc.assert(
      fc.property(decisions(4), fc.integer(), ({ alternatives, valueFunctions }, seed) => {
        const exact = alternatives.map(({ id, attributes }) => {
          const points = perCriterion((criterion) => certain(attributes[criterion].point));
          return alternativeOf(id, points, valueFunctions);
        });
        const [{ attributes } = { attributes: perCriterion(() => certain(1)) }] = exact;
        const worse = {
          cost: certain(attributes.cost.point * 1.5),
          latency: certain(attributes.latency.point * 1.5),
          quality: certain(attributes.quality.point - 0.5),
        };
        const models = [...exact, alternativeOf("worse", worse, valueFunctions)];
        const result = smaa(models, valueFunctions, UNIFORM, { draws: 50, seed });
        expect(result.models.at(-1)).toMatchObject({ centralWeights: null });
      }),
    );
  });

  it("gives a tie in a draw to the model named first", () => {
    const models = [ofValues("b", [1, 1, 1]), ofValues("a", [1, 1, 1])];
    const result = smaa(models, IDENTITY, UNIFORM, { draws: 10, seed: 1 });
    expect(result.models.map(({ id, rankAcceptability }) => [id, rankAcceptability])).toEqual([
      ["b", [1, 0]],
      ["a", [0, 1]],
    ]);
  });

  it("is the same for the same seed, and another for another", () => {
    const [scenario] = scenarios.filter(({ name }) => name.startsWith("S8"));
    if (scenario === undefined) throw new Error("S8 is in the reference");
    const { alternatives, valueFunctions, belief } = scenario;
    const run = (seed: number) => smaa(alternatives, valueFunctions, belief, { draws: 500, seed });
    expect(run(7)).toEqual(run(7));
    expect(run(8).models).not.toEqual(run(7).models);
  });

  it("needs a draw", () => {
    expect(() => smaa([], IDENTITY, UNIFORM, { draws: 0, seed: 1 })).toThrow(
      new RangeError("sampling needs at least one draw, not 0"),
    );
  });
});
