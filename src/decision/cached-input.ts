/** Input billed at the price of cached input, and what a reader should know about it. */
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { CostNote } from "./cost-notes.ts";
import type { NeedWorkload } from "./need.ts";
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

/** How often a prefix is written depends on pauses between requests, which no workload states. */
export function cacheWriteNote(cachedTokens: number, prices: PriceFacts): CostNote | null {
  const price = prices.cacheWrite.value;
  if (cachedTokens === 0 || price === null) return null;
  return { code: "cache-writes", usdPerMillionTokens: price };
}
