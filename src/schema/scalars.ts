/** Scalars that several documents share: identifiers, dates, counts and amounts. */
import * as z from "zod/mini";
import {
  CALENDAR_DATE,
  IDENTIFIER,
  isCalendarDate,
  LONGEST_IDENTIFIER,
  looksLikeDate,
  MOST,
} from "./texts.ts";

/** A calendar day in UTC, `YYYY-MM-DD`. */
export const isoDate = z.string().check(
  z.regex(CALENDAR_DATE, "expected a date as YYYY-MM-DD"),
  z.refine((text) => !looksLikeDate(text) || isCalendarDate(text), "no such day in the calendar"),
);
export type IsoDate = z.infer<typeof isoDate>;

/** The id of a model, a source, a task: see {@link isIdentifier}. */
export const identifier = z
  .string()
  .check(
    z.regex(IDENTIFIER, "expected an id of lower-case letters, digits, '-', '.', '_' or ':'"),
    z.maxLength(LONGEST_IDENTIFIER),
  );

/** Text that must say something. */
export const sentence = z.string().check(z.minLength(1), z.maxLength(2000));

/** A finite number of at least zero. */
export const nonNegative = z.number().check(z.nonnegative());

/** A finite number above zero. */
export const positive = z.number().check(z.positive());

/** From zero or, above it, from a least figure that no division turns into infinity, up to a most. */
export function amount(least: number, most: number) {
  return z.number().check(
    z.nonnegative(),
    z.lte(most),
    z.refine((value) => !(value > 0 && value < least), {
      // Said when it is needed: the first number set in groups of digits takes 15 ms to load what groups them.
      error: () => `expected 0, or a number from ${least} to ${most.toLocaleString("en-US")}`,
    }),
  );
}

/** A number inside a range, both ends included. */
export function within(least: number, most: number) {
  return z.number().check(z.gte(least), z.lte(most));
}

/** A whole number of at least zero, up to the largest a double counts exactly. */
export const count = z.int().check(z.nonnegative());

/** A count of anything that is met outside of a test. */
export const boundedCount = count.check(z.lte(MOST));

/** Tokens, requests and items that a limit or a measurement speaks of. */
export const quantity = within(1e-3, MOST);

/** How many times as much: of tokens billed, of a price. */
export const multiple = within(1e-3, 1e4);

/** A share between 0 and 1. */
export const share = z.number().check(z.gte(0), z.lte(1));
