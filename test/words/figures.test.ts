/** Figures are rounded as the decimals they print as, half away from zero, whatever the last bit of a double is. */
import { Big } from "big.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asStated,
  count,
  exactMoney,
  index,
  money,
  multiple,
  withDecimals,
  withSignificantDigits,
} from "../../src/words/figures.ts";

/** Figures as they come: out of divisions, and short decimals, among which exact halves are common. */
const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, decimals]) => Number(`${digits}e-${decimals}`)),
);

const withoutSeparators = (text: string) => text.replaceAll(",", "");

describe("rounding", () => {
  it("to decimals is that of the exact decimal", () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: 0, max: 10 }), (value, most) => {
        const rounded = new Big(value).round(most, Big.roundHalfUp).toFixed();
        const shown = withoutSeparators(withDecimals(value, most));
        expect(shown).toBe(rounded.replace(/^-0$/, "0"));
      }),
      { numRuns: 3000 },
    );
  });

  it("to significant digits is that of the exact decimal", () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: 1, max: 4 }), (value, digits) => {
        const rounded = new Big(value).prec(digits, Big.roundHalfUp).toFixed();
        const shown = withoutSeparators(withSignificantDigits(value, digits));
        expect(shown).toBe(rounded.replace(/^-0$/, "0"));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    // The double nearest to 1.005 lies below it, that nearest to 8.345 above: both round up.
    [withDecimals(1.005, 2), "1.01"],
    [withDecimals(8.345, 2), "8.35"],
    [withDecimals(-0.5, 0), "-1"],
    [withDecimals(-0.4, 0), "0"],
    [withDecimals(1234567.5, 0), "1,234,568"],
    [withDecimals(123, 2, 2), "123.00"],
    [withDecimals(100, 2), "100"],
    [withDecimals(0.1, 4, 2), "0.10"],
    [withSignificantDigits(0.000025, 1), "0.00003"],
    [withSignificantDigits(99.96, 3), "100"],
    [money(6.605), "$6.61"],
    [money(1042.5), "$1,043"],
    [money(-0.00033333), "-$0.000333"],
    [exactMoney(0.1 + 0.2), "$0.30"],
    [asStated(1317.3), "1,317.3"],
    [count(26948.4), "26,948"],
    [index(79.5), "80"],
    [multiple(16.666666666666668), "17"],
  ])("shows %s", (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
