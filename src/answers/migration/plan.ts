/** The steps of a move, counted back from the last day of the old model. */
import { addDays } from "../../facts/calendar.ts";
import type { Levels } from "../../schema/levels.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import type { PlanStep } from "./schema.ts";

/** A step whose day has passed is due today; once the old model is gone there is nothing left to plan. */
export function planUntil(shutdown: IsoDate | null, asOf: IsoDate, levels: Levels): PlanStep[] {
  if (shutdown === null || shutdown < asOf) return [];
  return levels.migration.plan
    .toSorted((a, b) => b.daysBefore - a.daysBefore)
    .map(({ daysBefore, step, because }) => {
      const due = addDays(shutdown, -daysBefore);
      const overdue = due < asOf;
      return { date: overdue ? asOf : due, overdue, daysBefore, step, because };
    });
}
