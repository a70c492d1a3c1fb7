/** What is kept of figures without end, in memory that does not grow with them: counts, samples, a busiest minute. */

/** How often each number of tokens was seen. */
export interface Tally {
  counts: Map<number, number>;
  /** Figures are rounded: there were too many to keep each. */
  isCoarse: boolean;
  largest: number;
}

/** From here on figures are kept to four digits: a percentile is then off by a twentieth of a percent at most. */
const MOST_EXACT = 5000;

export function newTally(): Tally {
  return { counts: new Map(), isCoarse: false, largest: 0 };
}

/** @param times how often more, or less: what was written twice is taken out again */
export function tally(into: Tally, figure: number, times: number): void {
  if (figure > into.largest) into.largest = figure;
  addCount(into.counts, into.isCoarse ? rounded(figure) : figure, times);
  if (into.isCoarse || into.counts.size <= MOST_EXACT) return;
  const coarse = new Map<number, number>();
  for (const [each, count] of into.counts) addCount(coarse, rounded(each), count);
  into.counts = coarse;
  into.isCoarse = true;
}

export function tallyTogether(tallies: readonly Tally[]): Tally {
  const together = newTally();
  for (const each of tallies) {
    for (const [figure, count] of each.counts) tally(together, figure, count);
    together.largest = Math.max(together.largest, each.largest);
  }
  return together;
}

/** Nearest ranks by rising share, none above the largest; null of nothing. */
export function ranksOf({ counts, isCoarse, largest }: Tally, shares: readonly number[]) {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const most = isCoarse ? largest : (sorted.at(-1)?.[0] ?? 0);
  return shares.map((share): number | null => {
    if (share === 1 && total > 0) return most;
    let passed = 0;
    for (const [figure, count] of sorted) {
      passed += count;
      if (passed >= share * total) return Math.min(figure, most);
    }
    return null;
  });
}

function addCount(counts: Map<number, number>, figure: number, times: number): void {
  const now = (counts.get(figure) ?? 0) + times;
  if (now === 0) counts.delete(figure);
  else counts.set(figure, now);
}

const DIGITS = 4;

function rounded(figure: number): number {
  if (figure < 10 ** DIGITS) return figure;
  const step = 10 ** (Math.floor(Math.log10(figure)) - DIGITS + 1);
  return Math.round(figure / step) * step;
}

/** Every so many of a row of figures, from its beginning to its end. */
export interface Sample {
  figures: number[];
  /** One of so many is kept. */
  stride: number;
  seen: number;
}

/** Far more than a median needs. */
const MOST_KEPT = 2000;

export function newSample(): Sample {
  return { figures: [], stride: 1, seen: 0 };
}

export function keep(sample: Sample, figure: number | null): void {
  if (figure === null || !(figure >= 0)) return;
  sample.seen += 1;
  if ((sample.seen - 1) % sample.stride !== 0) return;
  sample.figures.push(figure);
  if (sample.figures.length < MOST_KEPT) return;
  sample.figures = sample.figures.filter((_figure, index) => index % 2 === 0);
  sample.stride *= 2;
}

/** Nearest rank. */
export function medianOf(samples: readonly Sample[]): number | null {
  // A figure counts for all that it stands for.
  const sorted = samples
    .flatMap(({ figures, stride }) => figures.map((figure) => ({ figure, stride })))
    .toSorted((a, b) => a.figure - b.figure);
  const half = sorted.reduce((sum, { stride }) => sum + stride, 0) / 2;
  let passed = 0;
  for (const { figure, stride } of sorted) {
    passed += stride;
    if (passed >= half) return figure;
  }
  return null;
}

const SECONDS_A_MINUTE = 60;
const MINUTES_AN_HOUR = 60;

/** Requests by the minute, UTC, an hour at a time. */
export type Minutes = Map<number, Uint32Array>;

export function tallyMinute(minutes: Minutes, seconds: number, times: 1 | -1): void {
  const minute = Math.floor(seconds / SECONDS_A_MINUTE);
  const hour = Math.floor(minute / MINUTES_AN_HOUR);
  const within = minute - hour * MINUTES_AN_HOUR;
  let counts = minutes.get(hour);
  if (counts === undefined) {
    counts = new Uint32Array(MINUTES_AN_HOUR);
    minutes.set(hour, counts);
  }
  counts[within] = (counts[within] ?? 0) + times;
}

/** Null without any. */
export function busiestMinute(minutes: Minutes | undefined): number | null {
  let most = 0;
  for (const counts of minutes?.values() ?? []) {
    for (const count of counts) if (count > most) most = count;
  }
  return most === 0 ? null : most;
}
