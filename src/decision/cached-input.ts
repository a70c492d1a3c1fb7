/** Input billed at the price of cached input, and what a reader should know about it. */
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { CostNote } from "./cost-notes.ts";
import type { NeedWorkload } from "./need.ts";
import { exact, type Money, NO_MONEY } from "../facts/money.ts";
import type { PriceFacts } from "../facts/prices.ts";

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
