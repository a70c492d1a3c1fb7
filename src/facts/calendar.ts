/** Days between calendar dates, in UTC. Dates are `YYYY-MM-DD` and compare as text. */
import type { IsoDate } from "../schema/scalars.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whole days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** The day so many days after another. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
