/** Hues of models: told apart by all kinds of sight, readable on every ground, and never given to two models. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
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

describe("a model's hue is its own", () => {
  type Asked = readonly string[];
  const modelsOf = (candidates: Asked, successors: Asked) => [
    ...candidates.map((id) => ({ id, role: "candidate", snapshots: [] })),
    ...successors.map((id) => ({ id, role: "successor", snapshots: [] })),
  ];
  const classesOf = (models: ReturnType<typeof modelsOf>, ranking: Asked) => {
    const asked = { ranking: ranking.map((model) => ({ model })) };
    const palette = paletteOf({ models: models as never }, asked as never);
    return models.map(({ id }) => palette.classOf(id).replace("model-", ""));
  };

  test("candidates from the first on, successors from the last back; a second of a hue is grey", () => {
    const models = modelsOf(["a", "b"], ["s", "t", "u", "v", "w", "x"]);
    // The ranked come first, then the later in the catalog: w and x have the hues of b and a.
    expect(classesOf(models, ["b", "a"])).toEqual(["1", "2", "6", "5", "4", "3", "other", "other"]);
    expect(classesOf(models, ["w", "a"])).toEqual(["1", "other", "6", "5", "4", "3", "2", "other"]);
  });

  test("of the shipped models those that people look at together have different ones", async () => {
    const { models } = await openCatalog();
    const served = ["gpt-5.4-mini", "gpt-5.4-nano", "gpt-5.6-luna", "gpt-6-luna"];
    for (const shown of [
      ["gpt-4o-mini", "gpt-4o", ...served],
      [...served, "gpt-6.1-terra", "gpt-6.2-sol"],
    ]) {
      const palette = paletteOf(
        { models },
        { ranking: shown.map((model) => ({ model })) as never },
      );
      expect(shown.map((id) => palette.classOf(id)).toSorted()).toEqual(
        [1, 2, 3, 4, 5, 6].map((hue) => `model-${hue}`),
      );
    }
  });

  const id = fc.integer({ min: 0, max: 30 }).map(String);
  const ids = fc.uniqueArray(id, { maxLength: 15 });

  test("an added model changes no other's; the first always has one, and no two the same", () => {
    fc.assert(
      fc.property(ids, ids, ids, fc.nat(), (candidates, successors, order, place) => {
        const models = modelsOf(
          candidates,
          successors.filter((each) => !candidates.includes(each)),
        );
        const ranking = order.filter((each) => models.some((model) => model.id === each));
        const before = classesOf(models, ranking);
        const added = { id: "new", role: "candidate", snapshots: [] };
        const at = place % (ranking.length + 1);
        const all = [...models, added];
        const ranked = ranking.toSpliced(at, 0, "new");
        const after = classesOf(all, ranked);
        for (const [index, hue] of before.entries()) {
          if (hue !== "other" && after[index] !== "other") expect(after[index]).toBe(hue);
        }
        expect(after[all.findIndex((model) => model.id === ranked[0])]).not.toBe("other");
        for (const shown of [before, after]) {
          const hued = shown.filter((hue) => hue !== "other");
          expect(new Set(hued).size).toBe(hued.length);
        }
      }),
    );
  });
});
