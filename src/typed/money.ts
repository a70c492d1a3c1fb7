/** Amounts of US dollars: `500`, `$0.01`, `1k`. */
import { usageFailure } from "../schema/failure.ts";
import { readNumber } from "./number.ts";
import { quoted } from "./quoted.ts";

const DOLLARS = /^(?:(?:US)?\$|USD)\s*|\s*(?:USD|\$)$/gi;
const OTHER_CURRENCY = /[€£¥₹₽₩₺₴]|\b(?:EUR|GBP|JPY|INR|CHF|CNY)\b/i;

/**
 * US dollars above zero.
 * @throws Failure (usage) for other currencies, zero, negative or unreadable amounts
 */
export function readUsd(text: string, flag: string): number {
  if (OTHER_CURRENCY.test(text)) {
    throw usageFailure(
      `${quoted(text.trim())} is not in US dollars`,
      flag,
      "convert it, such as 500",
    );
  }
  // The sign stays in front, so that `-$5` and `$-5` are both called negative.
  const bare = text
    .trim()
    .replace(/^-\s*\$/, "-")
    .replace(DOLLARS, "");
  return readNumber(bare, flag, {
    what: "an amount in US dollars",
    example: "500 or $0.01",
    positive: true,
  });
}
