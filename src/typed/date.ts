/** Calendar days, UTC. */
import { usageFailure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { isCalendarDate, looksLikeDate } from "../schema/texts.ts";
import { quoted } from "./quoted.ts";

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
