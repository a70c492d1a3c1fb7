import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { perCriterion } from "../../../src/decision/alternative.ts";
import { exactAcceptability } from "../../../src/decision/robustness/acceptability.ts";
import { firstRankAcceptability } from "../../../src/decision/robustness/first-rank.ts";
import { decisions } from "./arbitraries.ts";
import {
  alternativeOf,
  asRecord,
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
const readings = { count: 1000, seed: rng.seed };
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

describe("the reference, within four standard errors of its own draws and of as many of ours", () => {
  it("five models and uncertain values", () => {
    const { values, alpha, N, rank_acceptability: expected } = fixtures.smaa_generic;
    const alternatives = Object.entries(values).map(([id, [cost, latency, quality]]) => {
      const attributes = {
        cost: interval(cost),
        latency: interval(latency),
        quality: interval(quality),
      };
      return alternativeOf(id, attributes, IDENTITY);
    });
    const belief = { kind: "dirichlet", concentrations: asRecord(alpha) } as const;
    const chances = firstRankAcceptability(alternatives, IDENTITY, belief, {
      ...readings,
      scales: LINEAR,
    });
    alternatives.forEach(({ id }, index) => {
      const share = expected[id]?.[0] ?? NaN;
      const error = Math.abs((chances[index] ?? NaN) - share);
      // A share of 0 in 1,000 readings may stand for less than one of them.
      expect(error).toBeLessThanOrEqual(samplingTolerance(share, 10_000, N) + 1e-3);
    });
  });

  it.each(scenarios)("$name", ({ alternatives, valueFunctions, belief, expected }) => {
    const { acceptability, N } = expected.smaa;
    const chances = firstRankAcceptability(alternatives, valueFunctions, belief, readings);
    alternatives.forEach(({ id }, index) => {
      const share = acceptability[id] ?? NaN;
      const error = Math.abs((chances[index] ?? NaN) - share);
      expect(error).toBeLessThanOrEqual(samplingTolerance(share, 10_000, N));
    });
  });

  it.each(scenarios)("$name with the evidence alone", (scenario) => {
    const { alternatives, valueFunctions, weights, expected } = scenario;
    // Weights this concentrated are the stated ones.
    const concentrations = perCriterion((criterion) => 1e6 * weights[criterion]);
    const belief = { kind: "dirichlet", concentrations } as const;
    const chances = firstRankAcceptability(alternatives, valueFunctions, belief, readings);
    alternatives.forEach(({ id }, index) => {
      const share = expected.smaa_evidence_only[id] ?? NaN;
      const tolerance = samplingTolerance(share, 10_000, expected.smaa.N) + 1e-3;
      expect(Math.abs((chances[index] ?? NaN) - share)).toBeLessThanOrEqual(tolerance);
    });
  });
});

describe("first-rank acceptability", () => {
  const values = fc.double({ min: 0.5, max: 1, noNaN: true });
  const triples = fc.tuple(values, values, values);
  const priorities = fc.shuffledSubarray(["cost", "latency", "quality"] as const);
  const concentrations = fc.tuple(
    ...[0, 1, 2].map(() =>
      fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 60, noNaN: true })),
    ),
  );

  it("is the exact chance where only the weights are open, between two models", () => {
    fc.assert(
      fc.property(triples, triples, concentrations, ([...first], [...second], [a, b, c]) => {
        fc.pre((a ?? 0) + (b ?? 0) + (c ?? 0) > 0);
        const belief = {
          kind: "dirichlet",
          concentrations: asRecord([a ?? 0, b ?? 0, c ?? 0]),
        } as const;
        const models = [ofValues("x", first), ofValues("y", second)] as const;
        const [chance] = firstRankAcceptability(models, IDENTITY, belief, readings);
        const exact = exactAcceptability(models[0].values, models[1].values, belief);
        // Splitting the rest of the weight at 1,000 even places errs by less than one place.
        expect(Math.abs((chance ?? NaN) - exact)).toBeLessThan(1e-3);
      }),
    );
  });

  it("is the exact chance for every order of importance, complete or not", () => {
    fc.assert(
      fc.property(triples, triples, priorities, ([...first], [...second], priority) => {
        const belief = { kind: "ordinal", priority } as const;
        const models = [ofValues("x", first), ofValues("y", second)] as const;
        const [chance] = firstRankAcceptability(models, IDENTITY, belief, readings);
        const exact = exactAcceptability(models[0].values, models[1].values, belief);
        expect(Math.abs((chance ?? NaN) - exact)).toBeLessThan(1e-3);
      }),
    );
  });

  it("is 1 in sum, and never outside 0 to 1", () => {
    fc.assert(
      fc.property(decisions(5), fc.integer(), ({ alternatives, valueFunctions }, seed) => {
        const chances = firstRankAcceptability(alternatives, valueFunctions, UNIFORM, {
          count: 50,
          seed,
        });
        expect(sum(chances)).toBeCloseTo(1, 9);
        for (const chance of chances) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it("does not depend on the order of models that never tie", () => {
    const models = fc.array(triples, { minLength: 2, maxLength: 6 });
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
        const settings = { count: 40, seed, scales: LINEAR };
        const forwards = firstRankAcceptability(alternatives, IDENTITY, UNIFORM, settings);
        const backwards = firstRankAcceptability(
          alternatives.toReversed(),
          IDENTITY,
          UNIFORM,
          settings,
        );
        backwards.toReversed().forEach((chance, index) => {
          expect(chance).toBeCloseTo(forwards[index] ?? NaN, 9);
        });
      }),
    );
  });

  it("is 0 for a model that a rival beats with certainty", () => {
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
        const chances = firstRankAcceptability(models, valueFunctions, UNIFORM, {
          count: 50,
          seed,
        });
        expect(chances.at(-1)).toBe(0);
      }),
    );
  });

  it("gives a tie in every reading to the model named first", () => {
    const models = [ofValues("b", [1, 1, 1]), ofValues("a", [1, 1, 1])];
    expect(firstRankAcceptability(models, IDENTITY, UNIFORM, { count: 10, seed: 1 })).toEqual([
      1, 0,
    ]);
  });

  it("is the same for the same seed, and another for another", () => {
    const [scenario] = scenarios.filter(({ name }) => name.startsWith("S8"));
    if (scenario === undefined) throw new Error("S8 is in the reference");
    const { alternatives, valueFunctions, belief } = scenario;
    const run = (seed: number) =>
      firstRankAcceptability(alternatives, valueFunctions, belief, { count: 500, seed });
    expect(run(7)).toEqual(run(7));
    expect(run(8)).not.toEqual(run(7));
  });

  it("needs a reading", () => {
    expect(() => firstRankAcceptability([], IDENTITY, UNIFORM, { count: 0, seed: 1 })).toThrow(
      new RangeError("at least one reading is needed, not 0"),
    );
  });
});
