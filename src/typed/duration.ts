/** Durations (`800ms`, `2s`, `1.5m`, `24h`) and calendar days, UTC. */
import { type Correction, usageFailure, quoted } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { isCalendarDate, looksLikeDate } from "../schema/texts.ts";
import { numberText, readNumber, shortText, written } from "./number.ts";

const EXAMPLE = "2027-01-31";
const OTHER_SEPARATOR = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;

/**
 * A day as `YYYY-MM-DD`.
 * @throws Failure (usage) for any other form, and for days no calendar has
 */
export function readDate(text: string, flag: string): IsoDate {
  const typed = text.trim();
  if (isCalendarDate(typed)) return typed;
  if (typed === "") {
    const advice = `expected a date, such as ${EXAMPLE}`;
    throw usageFailure("no value", flag, { typed, meant: EXAMPLE, advice });
  }
  if (looksLikeDate(typed)) {
    const advice = `write one the calendar has, such as ${EXAMPLE}`;
    const reason = `${quoted(typed)} is no day of the calendar`;
    throw usageFailure(reason, flag, { typed, meant: EXAMPLE, advice });
  }
  const parts = OTHER_SEPARATOR.exec(typed);
  const meant = parts?.slice(1).map((part) => part.padStart(2, "0"));
  const advice = {
    typed,
    meant: meant?.join("-") ?? EXAMPLE,
    advice: `write ${meant === undefined ? "it as YYYY-MM-DD" : meant.join("-")}`,
  };
  throw usageFailure(`${quoted(typed)} is not a date`, flag, advice);
}

const SECONDS: Record<string, (amount: number) => number> = {
  // Dividing keeps 9ms at 0.009, where multiplying by 0.001 would not.
  ms: (amount) => amount / 1000,
  s: (amount) => amount,
  m: (amount) => amount * 60,
  h: (amount) => amount * 3600,
  d: (amount) => amount * 86_400,
};

const UNIT_NAMES: [RegExp, string][] = [
  [/^(?:ms|msec|millis|milliseconds?)$/i, "ms"],
  [/^(?:s|secs?|seconds?)$/i, "s"],
  [/^(?:m|mins?|minutes?)$/i, "m"],
  [/^(?:h|hrs?|hours?)$/i, "h"],
  [/^(?:d|days?)$/i, "d"],
];

const DURATION = /^(?<amount>[-−]?[\d.,]+(?:e[+-]?\d+)?)\s*(?<unit>[a-zµμ]*)$/i;
/** A bare number this large was more likely meant in milliseconds. */
const LIKELY_MILLISECONDS = 100;

/**
 * Seconds, above zero. The unit is never guessed: 500 is a wait nobody would notice in milliseconds and a lost
 * customer in seconds.
 * @throws Failure (usage) for a missing or unknown unit, zero, negative or unreadable durations
 */
export function readSeconds(text: string, flag: string): number {
  const typed = shortText(text, flag);
  const rule = { what: "a duration", example: "800ms or 2s", positive: true };
  if (SEVERAL_PARTS.test(typed)) return sumOfParts(typed, flag);
  const parts = DURATION.exec(typed)?.groups;
  if (parts === undefined) return readNumber(typed, flag, rule);
  const amount = readNumber(parts["amount"] ?? "", flag, rule);
  const name = parts["unit"] ?? "";
  if (name === "") {
    throw usageFailure(`${quoted(typed)} has no unit`, flag, withUnit(typed, amount));
  }
  const unit = UNIT_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "";
  const seconds = SECONDS[unit]?.(amount);
  if (seconds === undefined) {
    const taken = "use ms, s, m, h or d";
    throw usageFailure(`${quoted(typed)} has an unknown unit`, flag, { typed, meant: "2s", taken });
  }
  return seconds;
}

/** `1m30s`, `1 h 5 min`: larger units first, each once. */
const SEVERAL_PARTS = /^\d[\d.,]*\s*[a-zµμ]+[\s,]*(?:\d[\d.,]*\s*[a-zµμ]+[\s,]*)+$/i;
const PART = /(?<amount>\d[\d.,]*)\s*(?<unit>[a-zµμ]+)/gi;

function sumOfParts(typed: string, flag: string): number {
  let seconds = 0;
  let smallest = Infinity;
  for (const { groups } of typed.matchAll(PART)) {
    const { amount = "", unit = "" } = groups ?? {};
    const size = readSeconds(`1${unit}`, flag);
    if (size >= smallest) {
      const advice = "give the larger unit first, each once, such as 1m30s";
      throw usageFailure(`${quoted(typed)} is not one duration`, flag, advice);
    }
    smallest = size;
    const rule = { what: "a duration", example: "1m30s" };
    seconds += readNumber(amount, flag, rule) * size;
  }
  if (seconds > 0) return seconds;
  throw usageFailure(`${quoted(typed)} is zero`, flag, "it must be above zero");
}

/** Seconds as {@link readSeconds} reads them. */
export function secondsText(seconds: number): string {
  return `${numberText(seconds)}s`;
}

function withUnit(typed: string, amount: number): Correction {
  return amount >= LIKELY_MILLISECONDS
    ? written(typed, `${amount}ms`, `${amount}s`)
    : written(typed, `${amount}s`, `${amount * 1000}ms`);
}
