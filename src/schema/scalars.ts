/** Scalars that several documents share: identifiers, dates, counts and amounts. */
import * as z from "zod/mini";

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day in UTC, `YYYY-MM-DD`. */
export const isoDate = z
  .string()
  .check(
    z.regex(CALENDAR_DATE, "expected a date as YYYY-MM-DD"),
    z.refine((text) => isCalendarDate(text), "no such day in the calendar"),
  );
export type IsoDate = z.infer<typeof isoDate>;

function isCalendarDate(text: string): boolean {
  if (!CALENDAR_DATE.test(text)) return true; // the shape check has already spoken
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Lower-case words joined by hyphens, dots allowed: `gpt-4o-mini`, `gpt-5.6-sol`. */
export const identifier = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9]+(?:[-._:][a-z0-9]+)*$/,
      "expected an id of lower-case letters, digits, '-', '.', '_' or ':'",
    ),
    z.maxLength(100),
  );

/** Text that must say something. */
export const sentence = z.string().check(z.minLength(1), z.maxLength(2000));

/** A finite number of at least zero. */
export const nonNegative = z.number().check(z.nonnegative());

/** A finite number above zero. */
export const positive = z.number().check(z.positive());

/** A whole number of at least zero, up to the largest a double counts exactly. */
export const count = z.int().check(z.nonnegative());

/** A share between 0 and 1. */
export const share = z.number().check(z.gte(0), z.lte(1));
