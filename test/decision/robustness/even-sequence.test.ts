import { expect, it } from "vitest";
import { normalCdf } from "../../../src/decision/robustness/normal.ts";
import {
  evenColumns,
  evenNormals,
  mulberry32,
} from "../../../src/decision/robustness/sequences.ts";

/** The middles of 4,096 equal parts of the interval: what a column reads is a place in it. */
const PLACES = Float64Array.from({ length: 4096 }, (_, part) => (part + 0.5) / 4096);

it("fills the interval so evenly that no share of it is off by more than a few of 1,000 numbers", () => {
  const next = evenColumns(1000, mulberry32(1));
  for (let column = 0; column < 20; column++) {
    const places = [...next()(PLACES)].toSorted((a, b) => a - b);
    // The discrepancy of such a sequence is of the order log n / n: here 7e-3; chance would give 3e-2 and more.
    places.forEach((place, rank) => {
      expect(Math.abs(place - (rank + 0.5) / 1000)).toBeLessThan(0.01);
    });
  }
});

it("fills a square as evenly, for any two of its columns", () => {
  const next = evenColumns(1000, mulberry32(2));
  const columns = Array.from({ length: 8 }, () => [...next()(PLACES)]);
  for (const [index, first] of columns.entries()) {
    for (const second of columns.slice(index + 1)) {
      const inCorner = first.filter((x, place) => x < 0.5 && (second[place] ?? 1) < 0.5).length;
      expect(Math.abs(inCorner / 1000 - 0.25)).toBeLessThan(0.02);
    }
  }
});

it("begins with the fractions of the root of 2, moved by the first random number", () => {
  const shift = mulberry32(3)();
  const [first = NaN, second = NaN] = evenColumns(2, mulberry32(3))()(PLACES);
  expect(Math.abs(first - shift)).toBeLessThan(1 / 4096);
  expect(Math.abs(second - ((Math.SQRT2 + shift) % 1))).toBeLessThan(1 / 4096);
});

it("takes normal numbers at the middles of parts of equal chance", () => {
  const chances = [...evenNormals(4)].map(normalCdf);
  [1, 3, 5, 7].forEach((eighths, part) => expect(chances[part]).toBeCloseTo(eighths / 8, 12));
});
