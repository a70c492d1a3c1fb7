/** One line of use: a request, or what a bucket of time says of many; counts only, nothing of what was asked or answered. */
import type { ServiceTier } from "../schema/vocabulary.ts";

/** `flex` and `scale` are sold and not priced here. */
export type UsedTier = ServiceTier | "flex" | "scale";

/** What was used, in requests and tokens. */
export interface Totals {
  requests: number;
  /** Tokens of text, cached ones included. */
  textInput: number;
  cachedInput: number;
  /** Of the text that did not come out of the vendor's cache, what was written to it; 0 where nobody says. */
  cacheWriteInput: number;
  imageInput: number;
  /** Of these, what came out of the vendor's cache. */
  cachedImageInput: number;
  audioInput: number;
  output: number;
}

export interface UsageRecord extends Totals {
  kind: "usage";
  /** Null where an export was not grouped by it. */
  project: string | null;
  /** Its last four characters. */
  apiKey: string | null;
  tag: string | null;
  model: string | null;
  tier: UsedTier;
  /** Hidden tokens inside the output; null where nobody says. */
  reasoning: number | null;
  /** Seconds since 1970; a single request starts and ends at one time. Null where nobody says. */
  time: { start: number; end: number } | null;
  /** Others of its file may speak of the same bucket and group; absent: it is the whole of it. */
  isPartOfBucket?: true;
  /** A single request's own id; a retry may write it twice. */
  id: string | null;
  /** Of a single request. */
  firstTokenSeconds: number | null;
  answerSeconds: number | null;
}

export interface CostRecord {
  kind: "cost";
  project: string | null;
  usd: number;
  time: { start: number; end: number };
}

/** A bucket of time that an export speaks of, whether anything happened in it or not. */
export interface BucketRecord {
  kind: "bucket";
  of: "usage" | "cost";
  time: { start: number; end: number };
}

export type SkipReason =
  | "unreadable"
  | "failed"
  | "other-result"
  | "other-call"
  | "served-by-proxy"
  | "without-usage";

export interface SkippedRecord {
  kind: "skipped";
  reason: SkipReason;
  /** Where, and why, where that can be told. */
  fault?: string;
}

/** The end of a page, and whether more of it was not saved. */
export interface PageRecord {
  kind: "page";
  of: "usage" | "cost";
  hasMore: boolean;
}

export type ProfileRecord = UsageRecord | CostRecord | BucketRecord | SkippedRecord | PageRecord;

export function skipped(reason: SkipReason, fault?: string): SkippedRecord {
  return { kind: "skipped", reason, ...(fault === undefined ? {} : { fault }) };
}

/** Tier names of the vendor, in requests, answers and exports. */
export function tierOf(written: string | null | undefined, isBatch = false): UsedTier {
  if (isBatch || written === "batch") return "batch";
  if (written === "priority" || written === "fast") return "fast";
  return written === "flex" || written === "scale" ? written : "standard";
}

/**
 * The text among the tokens written to the cache. They are counted before anything else is taken off, and images are
 * among them: no more is text than is left of it.
 */
export function writtenText(
  written: number | null | undefined,
  { textInput, cachedInput }: Pick<UsageRecord, "textInput" | "cachedInput">,
): number {
  return Math.min(written ?? 0, Math.max(0, textInput - cachedInput));
}

/** Names of projects, tags and models as they are mostly written; what else stands there may be an address or a key. */
const NAME = /^(?!sk-)[\w .:/-]{1,80}$/;

/** A name to show and to group by; of anything else its last four characters. */
export function shownName(name: string | null | undefined): string | null {
  if (name === null || name === undefined || name === "") return null;
  return NAME.test(name) ? name : keyEnding(name);
}

const SHOWN_OF_A_KEY = 4;

/** So that two keys can be told apart, and none be used. */
export function keyEnding(key: string | null | undefined): string | null {
  return key === null || key === undefined ? null : `…${key.slice(-SHOWN_OF_A_KEY)}`;
}
