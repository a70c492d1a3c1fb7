/** Cells of usage: what one group used of one model in one tier, figure by figure and day by day. */
import type { Totals, UsageRecord, UsedTier } from "./record.ts";
import { keep, newSample, newTally, type Sample, type Tally, tally } from "./tallies.ts";

/** What one group used of one model in one tier. */
export interface Cell extends Totals {
  model: string | null;
  tier: UsedTier;
  /** Output of the records that say how much of it was hidden, and that part. */
  reasoning: { output: number; hidden: number } | null;
  /** How often each number of tokens was seen; null once a record speaks of many requests. */
  spread: { input: Tally; output: Tally } | null;
  /** By the day since 1970, UTC. */
  days: Map<number, Totals>;
  /** What its latest bucket holds. */
  latest: { start: number; totals: Totals } | null;
  firstTokenSeconds: Sample;
  answerSeconds: Sample;
  /** Output tokens a second after the first one, of streamed answers. */
  outputRates: Sample;
}

export const DAY_SECONDS = 86_400;

export function noTotals(): Totals {
  return {
    requests: 0,
    textInput: 0,
    cachedInput: 0,
    cacheWriteInput: 0,
    imageInput: 0,
    cachedImageInput: 0,
    audioInput: 0,
    output: 0,
  };
}

export function newCell({ model, tier }: UsageRecord): Cell {
  return {
    ...noTotals(),
    model,
    tier,
    reasoning: null,
    spread: { input: newTally(), output: newTally() },
    days: new Map(),
    latest: null,
    firstTokenSeconds: newSample(),
    answerSeconds: newSample(),
    outputRates: newSample(),
  };
}

function totalsOf(each: Totals): Totals {
  const totals = noTotals();
  addTo(totals, each, 1);
  return totals;
}

export function addTo(totals: Totals, each: Totals, sign: 1 | -1): void {
  totals.requests += sign * each.requests;
  totals.textInput += sign * each.textInput;
  totals.cachedInput += sign * each.cachedInput;
  totals.cacheWriteInput += sign * each.cacheWriteInput;
  totals.imageInput += sign * each.imageInput;
  totals.cachedImageInput += sign * each.cachedImageInput;
  totals.audioInput += sign * each.audioInput;
  totals.output += sign * each.output;
}

/** One record's figures. */
export function tallyRecord(cell: Cell, record: UsageRecord, sign: 1 | -1): void {
  addTo(cell, record, sign);
  if (record.id === null && record.requests !== 1) cell.spread = null;
  const { spread, reasoning } = cell;
  if (spread !== null) {
    tally(spread.input, record.textInput, sign);
    tally(spread.output, record.output, sign);
  }
  if (record.reasoning !== null) {
    const before = reasoning ?? { output: 0, hidden: 0 };
    cell.reasoning = {
      output: before.output + sign * record.output,
      hidden: before.hidden + sign * record.reasoning,
    };
  }
  if (sign === 1) {
    keep(cell.firstTokenSeconds, record.firstTokenSeconds);
    keep(cell.answerSeconds, record.answerSeconds);
    const { firstTokenSeconds: toFirst, answerSeconds: whole, output } = record;
    // The first token has come by then.
    const rate = toFirst === null || whole === null ? null : (output - 1) / (whole - toFirst);
    keep(cell.outputRates, rate);
  }
}

/** Its figures by the day and, of a bucket, as the latest one. */
export function tallyTime(
  cell: Cell,
  record: UsageRecord,
  { start, end }: NonNullable<UsageRecord["time"]>,
  sign: 1 | -1,
): void {
  const day = Math.floor(start / DAY_SECONDS);
  const ofDay = cell.days.get(day) ?? noTotals();
  addTo(ofDay, record, sign);
  cell.days.set(day, ofDay);
  if (start === end) return;
  const { latest } = cell;
  if (latest === null || latest.start < start) {
    cell.latest = { start, totals: totalsOf(record) };
  } else if (latest.start === start) {
    addTo(latest.totals, record, sign);
  }
}
