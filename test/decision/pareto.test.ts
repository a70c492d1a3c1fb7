import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedScore } from "../../src/decision/alternative.ts";
import { dominatedBy, dominates, paretoFront } from "../../src/decision/dominance.ts";
import { decisions } from "./robustness/arbitraries.ts";
import { certain, fixtures, IDENTITY, alternativeOf } from "./robustness/scenarios.ts";

const model = (id: string, cost: number, latency: number, quality: number) =>
  alternativeOf(
    id,
    { cost: certain(cost), latency: certain(latency), quality: certain(quality) },
    IDENTITY,
  );
const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id);

describe("the Pareto front", () => {
  const points = Object.entries(fixtures.pareto.points_cost_per_1k_requests_and_minus_theta);
  const models = points.map(([id, [cost, minusAbility]]) => model(id, cost, 1, -minusAbility));

  it("of fourteen models is the reference's, cheapest first", () => {
    expect(idsOf(paretoFront(models))).toEqual([
      "gpt-4.1-nano",
      "gpt-4o-mini",
      "gpt-4.1-mini",
      "o4-mini",
    ]);
    expect(idsOf(paretoFront(models)).toSorted()).toEqual(fixtures.pareto.front);
  });

  it("says who on it dominates whom", () => {
    const dominators = dominatedBy(models);
    expect(dominators.get("gpt-4o-2024-08-06")).toEqual(["gpt-4.1-mini", "o4-mini"]);
    expect(dominators.get("o4-mini")).toEqual([]);
    expect([...dominators.keys()]).toEqual(idsOf(models));
  });

  it("keeps equal models together and compares every attribute", () => {
    const twins = [model("b", 1, 1, 1), model("a", 1, 1, 1), model("fast", 2, 0.5, 1)];
    expect(idsOf(paretoFront(twins))).toEqual(["a", "b", "fast"]);
    expect(idsOf(paretoFront([model("a", 1, 2, 1), model("b", 1, 1, 1)]))).toEqual(["b"]);
    expect(idsOf(paretoFront([model("a", 1, 1, 1), model("b", 1, 1, 2)]))).toEqual(["b"]);
    expect(dominates(model("a", 1, 1, 1), model("b", 1, 1, 1))).toBe(false);
    expect(dominates(model("a", 1, 1, 1), model("b", 1, 2, 1))).toBe(true);
  });

  it("is who nobody dominates, in any order", () => {
    fc.assert(
      fc.property(decisions(8), ({ alternatives }) => {
        const free = alternatives.filter(
          (own) => !alternatives.some((rival) => dominates(rival, own)),
        );
        const front = idsOf(paretoFront(alternatives));
        expect(front.toSorted()).toEqual(idsOf(free).toSorted());
        expect(idsOf(paretoFront(alternatives.toReversed()))).toEqual(front);
        for (const [id, dominators] of dominatedBy(alternatives)) {
          expect(dominators.length === 0).toBe(front.includes(id));
        }
      }),
    );
  });

  it("holds a best score for all weights", () => {
    fc.assert(
      fc.property(decisions(8), ({ alternatives, weights }) => {
        const best = Math.max(...alternatives.map(({ values }) => weightedScore(values, weights)));
        const front = paretoFront(alternatives).map(({ values }) => weightedScore(values, weights));
        expect(Math.max(...front)).toBeCloseTo(best, 12);
      }),
    );
  });
});
