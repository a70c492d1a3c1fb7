/** The span of usage: the days that buckets or requests cover, their gaps, and a last, unfinished bucket taken out. */
import { addTo, type Cell, DAY_SECONDS } from "./cells.ts";

/** From whole buckets, or from the first to the last request. */
export function spanOf(buckets: readonly [number, number][], first: number, last: number) {
  const sorted = buckets.toSorted(([a], [b]) => a - b);
  const widths = sorted.map(([start, end]) => end - start);
  const widest = Math.max(0, ...widths);
  const lastWidth = widths.at(-1) ?? 0;
  const others = widths.slice(0, -1);
  const isShort = others.length > 0 && others.every((width) => width > lastWidth);
  const dropped = isShort ? (sorted.at(-1)?.[0] ?? null) : null;
  const whole = isShort ? sorted.slice(0, -1) : sorted;
  const start = whole[0]?.[0];
  const end = whole.at(-1)?.[1];
  if (start === undefined || end === undefined || widest === 0) {
    return first > last
      ? { days: null, gapDays: 0, dropped: null, start: null, end: null }
      : {
          days: (last - first) / DAY_SECONDS,
          gapDays: 0,
          dropped: null,
          start: first,
          end: last,
        };
  }
  let covered = 0;
  let reached = -Infinity;
  for (const [from, until] of whole) {
    covered += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return {
    days: covered / DAY_SECONDS,
    gapDays: (end - start - covered) / DAY_SECONDS,
    dropped,
    start,
    end,
  };
}

/** What a last, unfinished bucket holds is taken out again. */
export function dropBucket(
  cells: Map<string, { key: string | null; cell: Cell }>,
  start: number,
): void {
  const day = Math.floor(start / DAY_SECONDS);
  for (const { cell } of cells.values()) {
    if (cell.latest?.start !== start) continue;
    addTo(cell, cell.latest.totals, -1);
    const ofDay = cell.days.get(day);
    if (ofDay !== undefined) addTo(ofDay, cell.latest.totals, -1);
    if (ofDay?.requests === 0) cell.days.delete(day);
  }
}
