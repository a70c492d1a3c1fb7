/** Exact decimal money: prices per million tokens times counts, never rounded before the edge. */
import { Big } from "big.js";

export type Money = Big;

export const NO_MONEY: Money = new Big(0);

const MILLIONTH = new Big("0.000001");
const THOUSANDTH = new Big("0.001");

/** USD for a number of tokens at a price in USD per million. */
export function perMillion(units: number, usdPerMillion: number): Money {
  return new Big(units).times(usdPerMillion).times(MILLIONTH);
}

/** USD for a number of calls at a price in USD per thousand. */
export function perThousand(units: number, usdPerThousand: number): Money {
  return new Big(units).times(usdPerThousand).times(THOUSANDTH);
}

export function times(amount: Money, factor: number): Money {
  return amount.times(factor);
}

export function total(amounts: readonly Money[]): Money {
  return amounts.reduce((sum, amount) => sum.plus(amount), NO_MONEY);
}

/** The double nearest to the exact amount: the one place where money becomes a float. */
export function usd(amount: Money): number {
  return amount.toNumber();
}
