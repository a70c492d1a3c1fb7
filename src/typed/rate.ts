/** Request rates: `200/day`, `5 per minute`, `100k` (a month). */
import { usageFailure, quoted } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";
import { numberText, readNumber, shortText } from "./number.ts";

/** A month where days matter; as in the shipped catalog's levels, without which a document and an amount are read. */
export const DAYS_PER_MONTH = 30;
const SECONDS_PER_DAY = 86_400;
const DAYS_PER_WEEK = 7;
const MONTHS_PER_YEAR = 12;

const UNITS = {
  second: (daysPerMonth: number) => SECONDS_PER_DAY * daysPerMonth,
  minute: (daysPerMonth: number) => (SECONDS_PER_DAY / 60) * daysPerMonth,
  hour: (daysPerMonth: number) => (SECONDS_PER_DAY / 3600) * daysPerMonth,
  day: (daysPerMonth: number) => daysPerMonth,
  week: (daysPerMonth: number) => daysPerMonth / DAYS_PER_WEEK,
  month: () => 1,
  year: () => 1 / MONTHS_PER_YEAR,
} satisfies Record<string, (daysPerMonth: number) => number>;
type Unit = keyof typeof UNITS;

const SHORT: Record<string, Unit> = {
  s: "second",
  sec: "second",
  m: "minute",
  min: "minute",
  h: "hour",
  hr: "hour",
  d: "day",
  w: "week",
  wk: "week",
  mo: "month",
  y: "year",
  yr: "year",
};

const RATE = /^(?<amount>.*?)(?:\s*\/\s*|\s+(?:per|an?)\s+)(?<unit>[^\s/\d]*)$/i;

/**
 * Requests per month. A bare number is per month already.
 * @param daysPerMonth days a month counts where days matter
 * @throws Failure (usage) for a bad number or an unknown unit
 */
export function readRequestsPerMonth(text: string, flag: string, daysPerMonth: number): number {
  const rate = RATE.exec(shortText(text, flag))?.groups;
  const rule = { what: "a number of requests", example: "100k, 200/day or 5/min" };
  // A rate is an average, and a number without one a count.
  if (rate === undefined) return readNumber(text, flag, { ...rule, whole: true });
  const amount = readNumber(rate["amount"] ?? "", flag, rule);
  return amount * UNITS[readUnit(rate["unit"] ?? "", text, flag)](daysPerMonth);
}

/** Requests per month as {@link readRequestsPerMonth} reads them. */
export function requestsPerMonthText(requestsPerMonth: number): string {
  const text = numberText(requestsPerMonth);
  return Number.isInteger(requestsPerMonth) ? text : `${text}/month`;
}

/** Peak requests per minute; any rate is taken and expressed per minute. */
export function readPeakRequestsPerMinute(text: string, flag: string): number {
  const rate = RATE.exec(shortText(text, flag))?.groups;
  const rule = { what: "a number of requests per minute", example: "200", positive: true };
  if (rate === undefined) return readNumber(text, flag, rule);
  const amount = readNumber(rate["amount"] ?? "", flag, rule);
  const unit = readUnit(rate["unit"] ?? "", text, flag);
  if (unit === "minute") return amount;
  if (unit === "second") return amount * 60;
  const advice = "a peak is counted per minute: write 200 or 5/s";
  throw usageFailure(`${quoted(text)} is no peak rate`, flag, advice);
}

/** An amount and its unit of time, of a text such as `20/month`; null where the text names no unit. */
export function splitRate(text: string, flag: string): { amount: string; unit: Unit } | null {
  const rate = RATE.exec(shortText(text, flag))?.groups;
  if (rate === undefined) return null;
  return { amount: rate["amount"] ?? "", unit: readUnit(rate["unit"] ?? "", text, flag) };
}

function readUnit(typed: string, text: string, flag: string): Unit {
  const lower = typed.toLowerCase();
  const singular = lower.length > 3 && lower.endsWith("s") ? lower.slice(0, -1) : lower;
  const short = Object.hasOwn(SHORT, singular) ? SHORT[singular] : undefined;
  const unit = short ?? (Object.keys(UNITS) as Unit[]).find((each) => each === singular);
  if (unit !== undefined) return unit;
  const advice = suggestion(typed, Object.keys(UNITS));
  throw usageFailure(`${quoted(text.trim())} has an unknown unit of time`, flag, advice);
}
