/** Usage added up as it comes, by group, model and tier, in memory that does not grow with the number of records. */
import type { Grouping } from "./names.ts";
import { addTo, type Cell, newCell, noTotals, tallyRecord, tallyTime } from "./cells.ts";
import type { CostRecord, ProfileRecord, SkipReason, Totals, UsageRecord } from "./record.ts";
import { dropBucket, spanOf } from "./span.ts";
import { busiestMinute, type Minutes, tallyMinute } from "./tallies.ts";

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

/** Retries are written close to what they repeat; further back nobody remembers. */
const IDS_KEPT = 10_000;

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
    tallyRecord(found.cell, record, sign);
    if (record.time === null) return;
    tallyTime(found.cell, record, record.time, sign);
    if (record.time.start !== record.time.end) return;
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

function refuseImpossible(record: UsageRecord): void {
  const {
    requests,
    textInput,
    cachedInput,
    cacheWriteInput,
    imageInput,
    cachedImageInput,
    output,
  } = record;
  const newImages = imageInput - cachedImageInput;
  const figures = [requests, cachedInput, cacheWriteInput, newImages, cachedImageInput, output];
  for (const figure of [...figures, textInput + imageInput]) {
    if (figure < 0) throw new UsageProblem(`has a negative count: ${figure}`);
    if (!(figure <= 1e15)) throw new UsageProblem(`has a count too large: ${figure}`);
  }
  if (textInput < 0 || cachedInput > textInput) {
    throw new UsageProblem(
      `has more cached or image tokens than input tokens: ${cachedInput} of ${textInput}`,
    );
  }
}

/** By then a file has shown what it names. */
const DECIDE_AFTER = 1000;

function byName(a: string | null, b: string | null): number {
  return a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
}
