/**
 * Numbers as decimal text with thousands apart. Rounding is of the decimal that a figure prints as, half away from
 * zero, so that half a cent never depends on the last bit of a double. (Intl does the same, but its first use costs
 * a start more than everything else that is written.)
 */
import { Big } from "big.js";

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

/** At most so many decimals, and at least so many. */
export function withDecimals(value: number, most: number, least = 0): string {
  return grouped(trimmed(new Big(value).toFixed(most), least));
}

/** At most so many significant digits; every digit before the point is kept. */
export function withSignificantDigits(value: number, digits: number): string {
  const rounded = value === 0 ? new Big(0) : new Big(value).prec(digits);
  return grouped(rounded.toFixed());
}

/** Without the zeros that say nothing, down to the least number of decimals. */
function trimmed(text: string, least: number): string {
  const [whole = "", decimals = ""] = text.split(".");
  const needed = decimals.replace(/0+$/, "").padEnd(least, "0");
  return needed === "" ? whole : `${whole}.${needed}`;
}

function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const separated = whole.replace(THOUSANDS, ",");
  const shown = decimals === undefined ? separated : `${separated}.${decimals}`;
  return /^-[0,.]*$/.test(shown) ? shown.slice(1) : shown;
}
