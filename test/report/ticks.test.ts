/** Ticks of an axis of days: firsts of months, as many as fit. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, monthTick, monthTicks } from "../../src/report/drawing/ticks.ts";

test("months, quarters, years: as fine as so many allow", () => {
  const labels = (from: string, to: string) =>
    monthTicks(dayOf(from), dayOf(to), 5).map((tick) => monthTick(tick));
  expect(labels("2026-08-20", "2026-11-22")).toEqual(["Sep", "Oct", "Nov"]);
  expect(labels("2026-01-10", "2026-11-22")).toEqual(["Apr", "Jul", "Oct"]);
  expect(labels("2024-07-18", "2026-11-22")).toEqual(["2025", "Jul", "2026", "Jul"]);
  expect(labels("2026-11-21", "2026-11-22")).toEqual([]);
});

test("never more than asked for, all between the days, in order", () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000));
  fc.assert(
    fc.property(days, days, (one, two) => {
      const [from, to] = one < two ? [one, two] : [two, one];
      const ticks = monthTicks(from, to, 5).map((tick) => tick.getTime());
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      expect(ticks.every((tick) => tick > from.getTime() && tick <= to.getTime())).toBe(true);
    }),
  );
});
