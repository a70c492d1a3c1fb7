import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeOn, ratioScale, shareOn, stepScale } from "../../src/report/controls/scale.ts";

test("a scale of ratios has ten places a power of ten, from one end to the other", () => {
  expect(ratioScale(0, 1).values).toEqual([1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]);
  expect(ratioScale(-1, 0).values).toEqual([
    0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1,
  ]);
  expect(ratioScale(2, 8).values).toHaveLength(61);
});

test("a scale of steps starts at nothing", () => {
  expect(stepScale(2, 0.5).values).toEqual([0, 0.5, 1, 1.5, 2]);
});

test("a value stands between its neighbours by ratio, from nothing by difference", () => {
  const scale = ratioScale(0, 1);
  expect(shareOn(scale, 1)).toBe(0);
  expect(shareOn(scale, 10)).toBe(1);
  expect(shareOn(scale, Math.sqrt(2 * 2.5))).toBeCloseTo(0.35, 12);
  expect(shareOn(stepScale(4, 1), 0.5)).toBe(0.125);
});

test("a value off the scale has no share, and the nearest end for its place", () => {
  const scale = ratioScale(0, 1);
  expect([shareOn(scale, 0.5), shareOn(scale, 11)]).toEqual([null, null]);
  expect([placeOn(scale, 0.5), placeOn(scale, 11)]).toEqual([0, 10]);
});

test("every value of a scale stands at its own place", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(ratioScale(0, 6), ratioScale(-1, 2), stepScale(10, 0.5)),
      (scale) => {
        expect(scale.values.map((value) => placeOn(scale, value))).toEqual(
          scale.values.map((_value, place) => place),
        );
      },
    ),
  );
});
