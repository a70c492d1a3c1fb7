import * as fc from "fast-check";
import { expect, it } from "vitest";
import { betaCdf, betaOf, betaQuantiles } from "../../../src/decision/robustness/beta.ts";

const shapes = fc.double({ min: 0.05, max: 60, noNaN: true });
const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });

it.each([
  // x for shapes 1, 1; x^a for b = 1; 1 - (1 - x)^b for a = 1; 3x^2 - 2x^3 for 2, 2.
  [0.3, 1, 1, 0.3],
  [0.3, 4, 1, 0.3 ** 4],
  [0.3, 1, 4, 1 - 0.7 ** 4],
  [0.3, 2, 2, 3 * 0.3 ** 2 - 2 * 0.3 ** 3],
  // The arcsine distribution: 2 / pi * asin(sqrt x).
  [0.3, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.3))],
  // Shapes so small that most shares are nearly 0, and so large that they are nearly all one share.
  [0.3, 0.05, 1, 0.3 ** 0.05],
  [0.5 + 0.5 / Math.sqrt(2e6 + 1), 1e6, 1e6, 0.841345], // one standard deviation above the mean
  [0, 2, 3, 0],
  [1, 2, 3, 1],
])("at most %d for shapes %d and %d: %d", (x, a, b, expected) => {
  expect(betaCdf(x, betaOf(a, b))).toBeCloseTo(expected, 5);
});

it("is the mirror image of itself with the shapes exchanged", () => {
  fc.assert(
    fc.property(shares, shapes, shapes, (x, a, b) => {
      expect(betaCdf(x, betaOf(a, b)) + betaCdf(1 - x, betaOf(b, a))).toBeCloseTo(1, 5);
    }),
  );
});

it("finds, for each of its even chances, the share not exceeded with it", () => {
  fc.assert(
    fc.property(
      shapes,
      shapes,
      fc.double({ min: -0.49, max: 0.49, noNaN: true }),
      (a, b, shift) => {
        const beta = betaOf(a, b);
        const quantiles = betaQuantiles(25, shift, beta);
        quantiles.forEach((share, index) => {
          // Beside 0 and 1 neighbouring doubles are further apart than the chance is exact.
          if (share < 1e-9 || share > 1 - 1e-9) return;
          expect(Math.abs(betaCdf(share, beta) - (index + 0.5 + shift) / 25)).toBeLessThan(1e-4);
        });
        expect(quantiles).toEqual(quantiles.toSorted());
      },
    ),
  );
});
