/** Amounts of US dollars: `500`, `$0.01`, `1k`, `20/month`. */
import { usageFailure, quoted } from "../schema/failure.ts";
import { readNumber, shortText, written } from "./number.ts";
import { DAYS_PER_MONTH, splitRate } from "./rate.ts";

const DOLLARS = /^(?:(?:US)?\$|USD)\s*|\s*(?:USD|\$|dollars?)$/gi;

/** Other currencies as people write them, the longer signs first: a `$` alone is a US dollar. */
const OTHER_CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/(?:\bA|\bAU)\$|\bAUD\b/i, "Australian dollars (AUD)"],
  [/(?:\bC|\bCA)\$|\bCAD\b/i, "Canadian dollars (CAD)"],
  [/\bR\$|\bBRL\b|\breais\b/i, "reais (BRL)"],
  [/€|\bEUR\b|\beuros?\b/i, "euros (EUR)"],
  [/£|\bGBP\b|\bpounds?\b/i, "pounds (GBP)"],
  [/\bCNY\b|\bRMB\b|\byuan\b|元/i, "yuan (CNY)"],
  [/\bJPY\b|\byen\b|円/i, "yen (JPY)"],
  [/¥/, "yen or yuan (JPY, CNY)"],
  [/₹|\bINR\b|\brupees?\b/i, "rupees (INR)"],
  [/\bCHF\b/i, "Swiss francs (CHF)"],
  [/₽|\bRUB\b/i, "roubles (RUB)"],
  [/₩|\bKRW\b/i, "won (KRW)"],
  [/₺|\bTRY\b/i, "lira (TRY)"],
  [/₴|\bUAH\b/i, "hryvnia (UAH)"],
  [/\bPLN\b|\bzł/i, "zloty (PLN)"],
  [/\b(?:SEK|NOK|DKK)\b/i, "kronor (SEK, NOK, DKK)"],
  [/\b(?:MXN|NZD|SGD|HKD|ZAR|CZK|HUF|ILS|THB|IDR|TWD)\b/i, "another currency"],
  [/₿|\bBTC\b/i, "bitcoin (BTC)"],
];

/**
 * US dollars above zero.
 * @throws Failure (usage) for other currencies, zero, negative or unreadable amounts
 */
export function readUsd(text: string, flag: string): number {
  const typed = shortText(text, flag);
  const other = OTHER_CURRENCIES.find(([sign]) => sign.test(typed))?.[1];
  if (other !== undefined) {
    const message = `${quoted(typed)} is in ${other}, not in US dollars`;
    throw usageFailure(message, flag, { typed, meant: "500", taken: "convert it, such as 500" });
  }
  // The sign stays in front, so that `-$5` and `$-5` are both called negative.
  const bare = typed.replace(/^-\s*\$/, "-").replace(DOLLARS, "");
  return readNumber(bare, flag, {
    what: "an amount in US dollars",
    example: "500 or $0.01",
    positive: true,
  });
}

/**
 * US dollars a month above zero; `20/month` says so. Another unit of time is never converted: whoever pays by the day
 * may not mean thirty of them.
 * @throws Failure (usage) as above
 */
export function readUsdPerMonth(text: string, flag: string): number {
  const rate = splitRate(text, flag);
  if (rate === null || rate.unit === "month") return readUsd(rate?.amount ?? text, flag);
  const amount = readUsd(rate.amount, flag);
  const month = {
    year: amount / 12,
    week: (amount * DAYS_PER_MONTH) / 7,
    day: amount * DAYS_PER_MONTH,
  }[rate.unit as string];
  const typed = text.trim();
  const advice =
    month === undefined
      ? "write what a month may cost"
      : written(typed, String(Math.round(month * 100) / 100));
  throw usageFailure(`${quoted(typed)} is not a month's amount`, flag, advice);
}
