/** Exact decimal money: prices per million tokens times counts, never rounded before the edge. */
import { Big } from "big.js";
import { memoizeFew } from "./memoize.ts";

export type Money = Big;

/** Decimals kept by a division, the one operation that cannot be exact: far below any digit shown. */
const DIVISION_DECIMALS = 40;
const Exact = Big();
Exact.DP = DIVISION_DECIMALS;

export const NO_MONEY: Money = new Exact(0);

const MILLIONTH = new Exact("0.000001");
const THOUSANDTH = new Exact("0.001");

/** A number by its shortest decimal notation: 0.15 is fifteen hundredths, not the double nearest to them. */
export function exact(value: number | Money): Money {
  if (typeof value !== "number") return value; // amounts never change, so one may be shared
  return value === 0 ? NO_MONEY : exactly(value, () => new Exact(value));
}

/** The same prices and counts are asked for again and again. */
const exactly = memoizeFew<Money>(1000);

/** USD for a number of tokens at a price in USD per million. */
export function perMillion(units: number | Money, usdPerMillion: number | Money): Money {
  return exact(units).times(exact(usdPerMillion)).times(MILLIONTH);
}

/** USD for a number of calls at a price in USD per thousand. */
export function perThousand(units: number | Money, usdPerThousand: number | Money): Money {
  return exact(units).times(exact(usdPerThousand)).times(THOUSANDTH);
}

/** More than nothing, told without arithmetic: big.js keeps sign and digits in `s` and `c`. */
export function isPositive(amount: Money): boolean {
  return amount.s === 1 && amount.c[0] !== 0;
}

export function times(amount: Money, factor: number | Money): Money {
  return factor === 1 ? amount : amount.times(factor);
}

/** How many whole units an amount holds. */
export function wholeUnits(amount: number, unit: Money): number {
  return new Whole(amount).div(unit).toNumber();
}

const Whole = Big();
Whole.DP = 0;
Whole.RM = Big.roundDown;

export function total(amounts: readonly Money[]): Money {
  const [first = NO_MONEY, ...others] = amounts;
  return others.reduce((sum, amount) => sum.plus(amount), first);
}

/** The double nearest to the exact amount: the one place where money becomes a float. */
export function usd(amount: Money): number {
  const { s, e, c } = amount;
  const power = e + 1 - c.length;
  const scale = POWERS_OF_TEN[Math.abs(power)];
  if (c.length > MOST_EXACT_DIGITS || e >= MOST_EXACT_DIGITS || scale === undefined) {
    return amount.toNumber();
  }
  let digits = 0;
  for (const digit of c) digits = 10 * digits + digit;
  return power < 0 ? (s * digits) / scale : s * digits * scale;
}

/**
 * Whole numbers of so many digits, and these powers of ten, are doubles without an error, and a division rounds once, to
 * the nearest: no way by text is needed (W. Clinger, "How to read floating point numbers accurately", 1990).
 */
const MOST_EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
