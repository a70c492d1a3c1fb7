/** Usage added up as it comes, by group, model and tier, in memory that does not grow with the number of records. */
import type { Grouping } from "./names.ts";
import {
  busiestMinute,
  keep,
  type Minutes,
  newSample,
  newTally,
  type Sample,
  type Tally,
  tally,
  tallyMinute,
} from "./tallies.ts";
import type { CostRecord, ProfileRecord, SkipReason, UsageRecord, UsedTier } from "./record.ts";

export interface Totals {
  requests: number;
  textInput: number;
  cachedInput: number;
  imageInput: number;
  audioInput: number;
  output: number;
}

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

export interface Group {
  /** Null: of records that name none. */
  key: string | null;
  cells: Cell[];
  /** Requests of the busiest minute; null where records speak of many requests. */
  peakRequestsPerMinute: number | null;
}

export interface Usage {
  groups: Group[];
  totals: Totals;
  costs: CostRecord[];
  skipped: Map<SkipReason, number>;
  duplicates: number;
  /** Buckets with tokens and no request. */
  withoutRequests: number;
  /** The first fault of a record that could not be read. */
  fault: string | null;
  /** Days covered; null where no record says when it was. */
  days: number | null;
  /** Days between the first and the last that nothing speaks of. */
  gapDays: number;
  /** Whether a last, shorter bucket was left out. */
  droppedLast: boolean;
  start: number | null;
  end: number | null;
  hasTimes: boolean;
}

const DAY = 86_400;
/** Retries are written close to what they repeat; further back nobody remembers. */
const IDS_KEPT = 10_000;

export function noTotals(): Totals {
  return { requests: 0, textInput: 0, cachedInput: 0, imageInput: 0, audioInput: 0, output: 0 };
}

export class UsageProblem extends Error {}

/** Adds up records as they come. */
export function usageCounter(groupingOf: Grouping | null) {
  const kept: UsageRecord[] = [];
  const cells = new Map<string, { key: string | null; cell: Cell }>();
  const minutes = new Map<string | null, Minutes>();
  const buckets = new Map<string, { start: number; end: number; source: string }>();
  const spans = new Map<number, number>();
  const skippedBy = new Map<SkipReason, number>();
  const costs: CostRecord[] = [];
  const costKeys = new Map<string, string>();
  // Two generations: to drop the oldest of one map entry by entry takes longer the more were dropped before.
  let seen = new Map<string, UsageRecord>();
  let seenBefore = new Map<string, UsageRecord>();
  const lastPage = new Map<"usage" | "cost", boolean>();
  let grouping = groupingOf;
  let duplicates = 0;
  let withoutRequests = 0;
  let fault: string | null = null;
  let first = Infinity;
  let last = -Infinity;

  const keyOf = (record: UsageRecord): string | null => {
    switch (grouping ?? "none") {
      case "project":
        return record.project;
      case "api-key":
        return record.apiKey;
      case "model":
        return record.model;
      case "tag":
        return record.tag;
      case "none":
        return null;
    }
  };

  const count = (record: UsageRecord, sign: 1 | -1) => {
    const key = keyOf(record);
    const name = JSON.stringify([key, record.model, record.tier]);
    const found = cells.get(name) ?? { key, cell: newCell(record) };
    cells.set(name, found);
    addTo(found.cell, record, sign);
    if (record.id === null && record.requests !== 1) found.cell.spread = null;
    const { spread, reasoning } = found.cell;
    if (spread !== null) {
      tally(spread.input, record.textInput, sign);
      tally(spread.output, record.output, sign);
    }
    if (record.reasoning !== null) {
      const before = reasoning ?? { output: 0, hidden: 0 };
      found.cell.reasoning = {
        output: before.output + sign * record.output,
        hidden: before.hidden + sign * record.reasoning,
      };
    }
    if (sign === 1) {
      keep(found.cell.firstTokenSeconds, record.firstTokenSeconds);
      keep(found.cell.answerSeconds, record.answerSeconds);
      const { firstTokenSeconds: toFirst, answerSeconds: whole, output } = record;
      // The first token has come by then.
      const rate = toFirst === null || whole === null ? null : (output - 1) / (whole - toFirst);
      keep(found.cell.outputRates, rate);
    }
    if (record.time === null) return;
    const day = Math.floor(record.time.start / DAY);
    const ofDay = found.cell.days.get(day) ?? noTotals();
    addTo(ofDay, record, sign);
    found.cell.days.set(day, ofDay);
    if (record.time.start !== record.time.end) {
      const { latest } = found.cell;
      if (latest === null || latest.start < record.time.start) {
        found.cell.latest = { start: record.time.start, totals: totalsOf(record) };
      } else if (latest.start === record.time.start) {
        addTo(latest.totals, record, sign);
      }
      return;
    }
    const perMinute: Minutes = minutes.get(key) ?? new Map();
    minutes.set(key, perMinute);
    tallyMinute(perMinute, record.time.start, sign);
  };

  const usage = (record: UsageRecord, source: string) => {
    refuseImpossible(record);
    if (record.requests === 0 && record.textInput + record.output + record.imageInput > 0) {
      withoutRequests += 1;
    }
    if (record.time !== null && record.time.end > record.time.start) {
      const bucket = JSON.stringify([
        record.time.start,
        record.project,
        record.apiKey,
        record.model,
        record.tier,
      ]);
      const before = buckets.get(bucket);
      const isSameFile = before?.source === source;
      if (before !== undefined && !(isSameFile && record.isPartOfBucket === true)) {
        throw new UsageProblem(
          isSameFile
            ? "has the same bucket of the same group twice"
            : `${before.source} and ${source} overlap: both have the same bucket of the same group`,
        );
      }
      buckets.set(bucket, { ...record.time, source });
    } else if (record.time !== null) {
      first = Math.min(first, record.time.start);
      last = Math.max(last, record.time.start);
    }
    if (record.id !== null) {
      const earlier = seen.get(record.id) ?? seenBefore.get(record.id);
      if (earlier !== undefined) {
        duplicates += 1;
        count(earlier, -1);
      }
      seen.set(record.id, record);
      if (seen.size > IDS_KEPT) [seenBefore, seen] = [seen, new Map()];
    }
    count(record, 1);
  };

  return {
    /** @param source the file, as errors call it. @throws UsageProblem */
    add(record: ProfileRecord, source: string): void {
      switch (record.kind) {
        case "usage":
          if (grouping === null) kept.push(record);
          if (grouping === null && kept.length >= DECIDE_AFTER) this.decide(source);
          else if (grouping !== null) usage(record, source);
          return;
        case "cost": {
          if (record.usd < 0 && record.project === null) return;
          const key = JSON.stringify([record.time.start, record.project, record.usd]);
          const before = costKeys.get(key);
          if (before !== undefined && before !== source) {
            throw new UsageProblem(`${before} and ${source} overlap: both have the same costs`);
          }
          costKeys.set(key, source);
          costs.push(record);
          return;
        }
        case "bucket":
          if (record.of === "usage") spans.set(record.time.start, record.time.end);
          return;
        case "page":
          lastPage.set(record.of, record.hasMore);
          return;
        case "skipped":
          fault ??= record.fault === undefined ? null : `${source}, ${record.fault}`;
          skippedBy.set(record.reason, (skippedBy.get(record.reason) ?? 0) + 1);
      }
    },
    /** Settles by what to group: the project where one is named, else the tag, else the model. */
    decide(source: string): void {
      if (grouping !== null) return;
      grouping = kept.some(({ project }) => project !== null)
        ? "project"
        : kept.some(({ tag }) => tag !== null)
          ? "tag"
          : "model";
      for (const record of kept.splice(0)) usage(record, source);
    },
    hasMore: (): boolean => [...lastPage.values()].includes(true),
    result(): Usage & { grouping: Grouping } {
      const spent = spanOf([...spans], first, last);
      const { dropped } = spent;
      if (dropped !== null) dropBucket(cells, dropped);
      const totals = noTotals();
      for (const { cell } of cells.values()) addTo(totals, cell, 1);
      const keys = [...new Set([...cells.values()].map(({ key }) => key))];
      return {
        grouping: grouping ?? "none",
        groups: keys.toSorted(byName).map((key) => ({
          key,
          cells: [...cells.values()].flatMap((each) => (each.key === key ? [each.cell] : [])),
          peakRequestsPerMinute: busiestMinute(minutes.get(key)),
        })),
        totals,
        costs,
        skipped: skippedBy,
        duplicates,
        withoutRequests,
        fault,
        days: spent.days,
        gapDays: spent.gapDays,
        droppedLast: dropped !== null,
        start: spent.start,
        end: spent.end,
        hasTimes: spans.size === 0 && first <= last,
      };
    },
  };
}

/** By then a file has shown what it names. */
const DECIDE_AFTER = 1000;

function byName(a: string | null, b: string | null): number {
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}

function newCell({ model, tier }: UsageRecord): Cell {
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
  const { requests, textInput, cachedInput, imageInput, audioInput, output } = each;
  return { requests, textInput, cachedInput, imageInput, audioInput, output };
}

export function addTo(totals: Totals, each: Totals, sign: 1 | -1): void {
  totals.requests += sign * each.requests;
  totals.textInput += sign * each.textInput;
  totals.cachedInput += sign * each.cachedInput;
  totals.imageInput += sign * each.imageInput;
  totals.audioInput += sign * each.audioInput;
  totals.output += sign * each.output;
}

function refuseImpossible(record: UsageRecord): void {
  const { requests, textInput, cachedInput, imageInput, output } = record;
  for (const figure of [requests, cachedInput, imageInput, output, textInput + imageInput]) {
    if (figure < 0) throw new UsageProblem(`has a negative count: ${figure}`);
    if (!(figure <= 1e15)) throw new UsageProblem(`has a count too large: ${figure}`);
  }
  if (textInput < 0 || cachedInput > textInput) {
    throw new UsageProblem(
      `has more cached or image tokens than input tokens: ${cachedInput} of ${textInput}`,
    );
  }
}

/** From whole buckets, or from the first to the last request. */
function spanOf(buckets: readonly [number, number][], first: number, last: number) {
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
      : { days: (last - first) / DAY, gapDays: 0, dropped: null, start: first, end: last };
  }
  let covered = 0;
  let reached = -Infinity;
  for (const [from, until] of whole) {
    covered += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return { days: covered / DAY, gapDays: (end - start - covered) / DAY, dropped, start, end };
}

/** What a last, unfinished bucket holds is taken out again. */
function dropBucket(cells: Map<string, { key: string | null; cell: Cell }>, start: number): void {
  const day = Math.floor(start / DAY);
  for (const { cell } of cells.values()) {
    if (cell.latest?.start !== start) continue;
    addTo(cell, cell.latest.totals, -1);
    const ofDay = cell.days.get(day);
    if (ofDay !== undefined) addTo(ofDay, cell.latest.totals, -1);
    if (ofDay?.requests === 0) cell.days.delete(day);
  }
}
