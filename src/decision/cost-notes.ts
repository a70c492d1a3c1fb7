/** Notes on a bill: what it leaves out, cached input and cache writes, where prices are not just a number per token. */
import type { NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { exact, type Money, NO_MONEY } from "../facts/money.ts";
import type { LongContextMultiples, PriceFacts } from "../facts/named-facts.ts";
import type { NeedWorkload } from "./need.ts";

export type CostNote =
  | { code: "below-cache-minimum"; cachedTokens: number; minimumTokens: number }
  | { code: "no-cached-price" }
  | { code: "cache-writes"; usdPerMillionTokens: number }
  | { code: "search-content-unlisted" }
  /** The multiples apply to this very request. */
  | { code: "long-context-billed"; aboveInputTokens: number; input: number; output: number }
  /** The mean request is not that long, the longest one is. */
  | { code: "long-context-possible"; aboveInputTokens: number; meanInputTokens: number };

/** Only some models have a fixed block; elsewhere the tokens found are billed, and nobody can say how many. */
export function searchContentNote(
  { webSearches }: NeedWorkload,
  block: NumericFact,
): CostNote | null {
  return webSearches === 0 || block.value !== null ? null : { code: "search-content-unlisted" };
}

export function longContextNote(
  { inputTokens }: NeedWorkload,
  { aboveInputTokens, input, output }: LongContextMultiples,
): CostNote | null {
  if (aboveInputTokens === null) return null;
  if (input !== 1 || output !== 1) {
    return { code: "long-context-billed", aboveInputTokens, input, output };
  }
  return inputTokens.max > aboveInputTokens
    ? { code: "long-context-possible", aboveInputTokens, meanInputTokens: inputTokens.mean }
    : null;
}

// Input billed at the price of cached input, and what a reader should know about it.

/** Tokens of a request that the cached price holds for; all or none of those the workload states. */
export function billableCachedTokens(
  sheet: FactSheet,
  workload: NeedWorkload,
  prices: PriceFacts,
): { tokens: number; note: CostNote | null } {
  const asked = workload.cachedInputTokens;
  if (asked === 0) return { tokens: 0, note: null };
  const minimum = cacheMinimum(sheet);
  if (workload.cachedAsBilled !== true && minimum !== null && asked < minimum) {
    return {
      tokens: 0,
      note: { code: "below-cache-minimum", cachedTokens: asked, minimumTokens: minimum },
    };
  }
  if (prices.cachedInput.value === null) {
    return { tokens: 0, note: { code: "no-cached-price" } };
  }
  return { tokens: asked, note: null };
}

/** Shortest prefix the vendor caches, tokens; null where nobody states one. */
export function cacheMinimum(sheet: FactSheet): number | null {
  return sheet.numeric("limits.promptCacheMinimumTokens").value;
}

/**
 * Tokens of a request written to the cache: none where the vendor caches no prefix so short, nor what was read from it.
 * @param uncached the input without what was read from the cache
 */
export function writtenTokens(
  { cacheWriteTokens = 0 }: NeedWorkload,
  { note }: ReturnType<typeof billableCachedTokens>,
  uncached: Money,
): Money {
  if (cacheWriteTokens === 0 || note?.code === "below-cache-minimum") return NO_MONEY;
  const written = exact(cacheWriteTokens);
  return written.gt(uncached) ? uncached : written;
}

/** How often a prefix is written depends on pauses between requests: it is billed where the user says, and told otherwise. */
export function cacheWriteNote(
  { cacheWriteTokens }: NeedWorkload,
  cachedTokens: number,
  { cacheWrite, input }: PriceFacts,
): CostNote | null {
  if (cachedTokens === 0 || cacheWriteTokens !== undefined || cacheWrite.value === null) {
    return null;
  }
  // Where writing costs what sending does, nothing is left out of the bill.
  return input.value !== null && cacheWrite.value <= input.value
    ? null
    : { code: "cache-writes", usdPerMillionTokens: cacheWrite.value };
}
