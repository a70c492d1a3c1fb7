/** The day of the decision and the day the model must be served until. */
import { usageFailure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { type Merged, placeOf } from "./merge.ts";

/** Before the first model of this kind, and further ahead than anybody plans: outside lies a typing error. */
const EARLIEST: IsoDate = "2020-01-01";
const LATEST: IsoDate = "2100-12-31";

/**
 * The two dates, checked.
 * @param today the day to decide on when none is stated
 * @throws Failure (usage) for a date out of range, or an end before the day of the decision
 */
export function decisionDates(
  merged: Merged,
  today: IsoDate,
): { asOf: IsoDate; availableUntil: IsoDate | null } {
  const { asOf = today, availableUntil = null } = merged.document;
  checkDay(asOf, placeOf(merged, "asOf"));
  if (availableUntil === null) return { asOf, availableUntil };
  const where = placeOf(merged, "availableUntil");
  checkDay(availableUntil, where);
  if (availableUntil < asOf) {
    const message = `${availableUntil} is before the day of the decision, ${asOf}`;
    throw usageFailure(message, where, "give a later day, or an earlier --as-of");
  }
  return { asOf, availableUntil };
}

/** @throws Failure (usage) for a day before the first model, or further ahead than anybody plans */
export function checkDay(date: IsoDate, where: string): void {
  if (date >= EARLIEST && date <= LATEST) return;
  throw usageFailure(`${date} is out of range`, where, `from ${EARLIEST} to ${LATEST}`);
}
