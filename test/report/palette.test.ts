/** Hues of models: told apart by all kinds of sight, readable on every ground, and never given to two models. */
import { describe, expect, test } from "vitest";
import { paletteOf } from "../../src/report/pen.ts";
import { HUES } from "../../src/report/styles/base.ts";
import { contrast, difference, SIGHTS } from "../support/colour-vision.ts";

const GROUNDS = { light: ["#ffffff", "#f7f7f4"], dark: ["#1b1d21", "#131417"] };

describe.each(["light", "dark"] as const)("%s", (scheme) => {
  const hues: readonly string[] = HUES[scheme];

  test.each(Object.keys(SIGHTS))("any two hues differ by 15 or more with %s", (sight) => {
    for (const [place, one] of hues.entries()) {
      for (const two of hues.slice(place + 1)) {
        const apart = difference(one, two, sight);
        expect({ one, two, apart: apart >= 15 || apart }).toEqual({ one, two, apart: true });
      }
    }
  });

  test("as text every hue has a contrast of 4.5", () => {
    for (const hue of hues) {
      for (const ground of GROUNDS[scheme]) expect(contrast(hue, ground)).toBeGreaterThan(4.5);
    }
  });
});

test("CIEDE2000 as its authors publish it", () => {
  // Black and white differ by the whole scale of lightness.
  expect(difference("#000000", "#ffffff", "usual")).toBeCloseTo(100, 1);
  expect(difference("#1d52b9", "#1d52b9", "tritanopia")).toBe(0);
});

test("a model keeps its hue; of more models than hues the best ranked have one, the others none", () => {
  const models = Array.from({ length: 9 }, (_, place) => ({ id: `m${place}`, snapshots: [] }));
  const ranking = ["m8", "m7"].map((model) => ({ model }));
  const palette = paletteOf({ models: models as never }, { ranking: ranking as never });
  const classes = models.map(({ id }) => palette.classOf(id));
  expect(classes).toEqual([
    "model-1",
    "model-2",
    "model-3",
    "model-4",
    "model-other",
    "model-other",
    "model-other",
    "model-5",
    "model-6",
  ]);
});
