/** The drawn regions of weights against the ranking itself. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rankAlternatives } from "../ranked.ts";
import { weightPolygons, weightRegions } from "../../../src/decision/robustness/polygon.ts";
import { ofValues, type Triple } from "./scenarios.ts";

const value = fc.double({ min: -1, max: 1, noNaN: true });
const rows: fc.Arbitrary<Triple[]> = fc.array(fc.tuple(value, value, value), {
  minLength: 1,
  maxLength: 6,
});
const part = fc.double({ min: 0.01, max: 1, noNaN: true });
const EPSILON = 1e-9;

test("a point of a region, taken anywhere between its corners, is won by the region's model", () => {
  fc.assert(
    fc.property(rows, fc.array(part, { minLength: 12, maxLength: 12 }), (values, parts) => {
      const alternatives = values.map((each, index) => ofValues(`m${index}`, each));
      for (const { id, corners } of weightPolygons(alternatives)) {
        if (corners.length === 0) continue;
        const shares = corners.map((_corner, index) => parts[index] ?? 1);
        const total = shares.reduce((sum, each) => sum + each, 0);
        const inside = (criterion: "cost" | "latency" | "quality") =>
          corners.reduce(
            (sum, corner, index) => sum + ((shares[index] ?? 0) / total) * corner[criterion],
            0,
          );
        const weights = {
          cost: inside("cost"),
          latency: inside("latency"),
          quality: inside("quality"),
        };
        const ranking = rankAlternatives(alternatives, weights, EPSILON);
        const own = ranking.find((each) => each.id === id);
        expect(own?.score).toBeCloseTo(ranking[0]?.score ?? Number.NaN, 9);
      }
    }),
  );
});

test("regions have corners where they have a share", () => {
  fc.assert(
    fc.property(rows, (values) => {
      const alternatives = values.map((each, index) => ofValues(`m${index}`, each));
      expect(weightPolygons(alternatives).map(({ corners }) => corners.length >= 3)).toEqual(
        weightRegions(alternatives).map(({ share }) => share > 0),
      );
    }),
  );
});
