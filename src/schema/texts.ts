/**
 * Forms of single texts and bounds of figures, apart from any schema: a start that reads no document does without one.
 */

// Days between calendar dates, in UTC. Dates are `YYYY-MM-DD` and compare as text.

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whole days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

// Bounds of figures, for options and documents alike; apart from any schema, so that a start does without them.

/** Largest figure where nothing narrower holds: a thousand times the busiest service, far inside exact doubles. */
export const MOST = 1e12;
/** Smallest figure above zero where nothing narrower holds: far below anything counted, and no division by it overflows. */
export const LEAST = 1e-9;
/** Of a weight or a share above zero: only proportions count, and nobody means a billion billion to one. */
export const LEAST_WEIGHT = 1e-9;
export const MOST_WEIGHT = 1e9;
/** Of a task's share, which is given back as its part of the whole. */
export const LEAST_SHARE = 1e-21;
/** Benchmark results of any scale; a percentage has bounds of its own. */
export const MOST_RESULT = 1e6;
/** No image format in use holds more pixels on a side. */
export const LARGEST_IMAGE_SIDE = 65_535;
/** Takes about a second; a share is then known to a tenth of a point. */
export const MOST_DRAWS = 1_000_000;
/** The generator starts from 32 bits. */
export const LARGEST_SEED = 2 ** 32 - 1;
/** Entries of a list or a record: far more than any project has, few enough to be looked at one against the other. */
export const MOST_ENTRIES = 1000;

export const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
export const IDENTIFIER = /^[a-z0-9]+(?:[-._:][a-z0-9]+)*$/;
export const LONGEST_IDENTIFIER = 100;

/** Whether a text has the form of a date, `YYYY-MM-DD`. */
export function looksLikeDate(text: string): boolean {
  return CALENDAR_DATE.test(text);
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!looksLikeDate(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Zero for a month that is none. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Lower-case words joined by hyphens, dots allowed: `gpt-4o-mini`, `gpt-5.6-sol`. */
export function isIdentifier(text: string): boolean {
  return text.length <= LONGEST_IDENTIFIER && IDENTIFIER.test(text);
}

/**
 * Finds every character that nobody sees as what it is: control characters; what turns the direction of text, joins,
 * fills, or says a sentence in invisible tags; separators of other lines. A picture keeps its colour (U+FE0F). Made
 * where a text is at hand that may hold one: it loads tables of Unicode, which most answers need nothing of.
 *
 * @param spared a class of characters that are left alone
 */
export function unseen(spared?: string): RegExp {
  const others = spared === undefined ? UNSEEN : `(?!${spared})${UNSEEN}`;
  return new RegExp(others, "gu");
}

const UNSEEN = String.raw`(?!(?<=\p{ExtPict})\uFE0F)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]`;

/** Characters of a value or a name that a message shows. */
const LONGEST_SHOWN = 40;

/** As much of a text as tells which it is. */
export function shortened(text: string, longest = LONGEST_SHOWN): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

// Records as people write them: their entries, under keys that people choose.

/** The entry of this key; undefined where the record holds none of its own. `constructor` is an id too. */
export function ownEntry<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One value for each name of a list. */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const entries = names.map((name) => [name, valueOf(name)]);
  return Object.fromEntries(entries) as Record<Name, Value>; // each of them, once
}
