import { expect, it } from "vitest";
import { normalCdf } from "../../../src/decision/robustness/normal.ts";
import { evenNormals, mulberry32 } from "../../../src/decision/robustness/sequences.ts";

it("fills the interval so evenly that no share of it is off by more than a few of 1,000 numbers", () => {
  const normals = evenNormals(1000, mulberry32(1));
  for (let column = 0; column < 20; column++) {
    const chances = [...normals.next()].map(normalCdf).toSorted((a, b) => a - b);
    // The discrepancy of such a sequence is of the order log n / n: here 7e-3; chance would give 3e-2 and more.
    chances.forEach((chance, place) => {
      expect(Math.abs(chance - (place + 0.5) / 1000)).toBeLessThan(0.01);
    });
  }
});

it("fills a square as evenly, for any two of its sequences", () => {
  const normals = evenNormals(1000, mulberry32(2));
  const columns = Array.from({ length: 8 }, () => [...normals.next()].map(normalCdf));
  for (const [index, first] of columns.entries()) {
    for (const second of columns.slice(index + 1)) {
      const inCorner = first.filter((x, place) => x < 0.5 && (second[place] ?? 1) < 0.5).length;
      expect(Math.abs(inCorner / 1000 - 0.25)).toBeLessThan(0.02);
    }
  }
});

it("begins with the fractions of the root of 2, moved by the first random number", () => {
  const shift = mulberry32(3)();
  const [first = NaN, second = NaN] = evenNormals(2, mulberry32(3)).next();
  expect(normalCdf(first)).toBeCloseTo(shift, 9);
  expect(normalCdf(second)).toBeCloseTo((Math.SQRT2 + shift) % 1, 9);
});
