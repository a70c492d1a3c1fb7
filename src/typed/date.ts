/** Calendar days, UTC. */
import { usageFailure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { isCalendarDate, looksLikeDate } from "../schema/texts.ts";
import { quoted } from "./quoted.ts";

const OTHER_SEPARATOR = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;

/**
 * A day as `YYYY-MM-DD`.
 * @throws Failure (usage) for any other form, and for days no calendar has
 */
export function readDate(text: string, flag: string): IsoDate {
  const typed = text.trim();
  if (isCalendarDate(typed)) return typed;
  if (typed === "") throw usageFailure("no value; expected a date, such as 2027-01-31", flag);
  if (looksLikeDate(typed)) {
    throw usageFailure(`${quoted(typed)} is no day of the calendar`, flag);
  }
  const parts = OTHER_SEPARATOR.exec(typed);
  const meant = parts?.slice(1).map((part) => part.padStart(2, "0"));
  const advice = `write ${meant === undefined ? "it as YYYY-MM-DD" : meant.join("-")}`;
  throw usageFailure(`${quoted(typed)} is not a date`, flag, advice);
}
