import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uniformAcceptability } from "../../../src/decision/robustness/acceptability.ts";
import { weightRegions } from "../../../src/decision/robustness/polygon.ts";
import { fixtures, near, nearWeights, ofValues, type Triple } from "./scenarios.ts";

const value = fc.double({ min: -1, max: 1, noNaN: true });
const rows: fc.Arbitrary<Triple[]> = fc.array(fc.tuple(value, value, value), {
  minLength: 1,
  maxLength: 8,
});

function regionsOf(values: Triple[]): ReturnType<typeof weightRegions> {
  return weightRegions(values.map((each, index) => ofValues(`m${index}`, each)));
}

describe("regions of weights", () => {
  it.each(fixtures.accept_polygon)("reproduce the reference of $name models", (fixture) => {
    expect(regionsOf(fixture.values)).toEqual(
      fixture.acceptability.map((share, index) => ({
        id: `m${index}`,
        share: near(share),
        centralWeights: nearWeights(fixture.central_weights[index] ?? null),
      })),
    );
  });

  it("give the only model every weight", () => {
    const third = expect.closeTo(1 / 3, 12);
    expect(regionsOf([[0, 0, 0]])).toEqual([
      { id: "m0", share: 1, centralWeights: { cost: third, latency: third, quality: third } },
    ]);
  });

  it("give the first of equal models the region of both", () => {
    const shares = regionsOf([
      [0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5],
      [0, 0, 1],
    ]).map(({ share }) => share);
    expect(shares).toEqual([expect.closeTo(0.75, 12), 0, expect.closeTo(0.25, 12)]);
  });

  it("fill the triangle", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const sum = regionsOf(values).reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it("agree with the exact chance of a pair", () => {
    fc.assert(
      fc.property(fc.tuple(value, value, value), (d) => {
        fc.pre(d.some((each) => Math.abs(each) > 1e-6));
        const [first] = regionsOf([d, [0, 0, 0]]);
        expect(first?.share).toBeCloseTo(uniformAcceptability(d), 6);
      }),
    );
  });

  it("do not depend on the order of the models", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const models = values.map((each, index) => ofValues(`m${index}`, each));
        const forwards = new Map(weightRegions(models).map(({ id, share }) => [id, share]));
        const isDistinct = new Set(values.map(String)).size === values.length;
        fc.pre(isDistinct);
        for (const { id, share } of weightRegions(models.toReversed())) {
          expect(share).toBeCloseTo(forwards.get(id) ?? -1, 9);
        }
      }),
    );
  });

  it("are empty for a dominated model", () => {
    fc.assert(
      fc.property(rows, (values) => {
        const [[c, l, q] = [0, 0, 0]] = values;
        const regions = regionsOf([...values, [c - 0.1, l - 0.2, q - 0.3]]);
        expect(regions.at(-1)).toMatchObject({ share: 0, centralWeights: null });
      }),
    );
  });
});
