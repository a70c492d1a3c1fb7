import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, usd } from "../../src/facts/money.ts";

describe("the double of an exact amount", () => {
  it("is the one nearest to its decimal, as reading that decimal gives it, however many digits it has", () => {
    const decimal = fc
      .tuple(
        fc.constantFrom("", "-"),
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.integer({ min: -40, max: 40 }),
      )
      .map(([sign, digits, power]) => `${sign}${digits}e${power}`);
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const amount = exact(1).times(one).plus(other);
        expect(usd(amount)).toBe(Number(amount.toFixed()));
      }),
    );
  });

  // Fifteen digits over 10^22 take one division; one digit or one power more, and the decimal is read.
  it.each([
    "999999999999999e-22",
    "999999999999999e-23",
    "9007199254740993e-3",
    "123456789012345.6",
    "999999999999999",
    "1e15",
    "2000",
    "0.1",
    "0",
  ])("of %s", (decimal) => {
    expect(usd(exact(1).times(decimal))).toBe(Number(decimal));
  });
});
