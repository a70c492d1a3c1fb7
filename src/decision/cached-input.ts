/** Input billed at the price of cached input, and what a reader should know about it. */
import type { FactSheet } from "../facts/fact-sheet.ts";
import { count, exactMoney } from "../words/figures.ts";
import type { NeedWorkload } from "./need.ts";
import type { PriceFacts } from "../facts/prices.ts";

/** Tokens of a request that the cached price holds for; all or none of those the workload states. */
export function billableCachedTokens(
  sheet: FactSheet,
  workload: NeedWorkload,
  prices: PriceFacts,
): { tokens: number; note: string | null } {
  const asked = workload.cachedInputTokens;
  if (asked === 0) return { tokens: 0, note: null };
  const { name } = sheet.candidate;
  const minimum = cacheMinimum(sheet);
  if (minimum !== null && asked < minimum) {
    return {
      tokens: 0,
      note: `${name}: ${count(asked)} cached tokens are below the ${count(minimum)} the cache starts at; billed in full`,
    };
  }
  if (prices.cachedInput.value === null) {
    return {
      tokens: 0,
      note: `${name}: no price for cached input is listed here; cached tokens are billed in full`,
    };
  }
  return { tokens: asked, note: null };
}

/** Shortest prefix the vendor caches, tokens; null where nobody states one. */
export function cacheMinimum(sheet: FactSheet): number | null {
  const claims = sheet.candidate.model.limits?.promptCacheMinimumTokens;
  return sheet.numeric("limits.promptCacheMinimumTokens", claims, "limit").value;
}

/** How often a prefix is written depends on pauses between requests, which no workload states. */
export function cacheWriteNote(
  sheet: FactSheet,
  cachedTokens: number,
  prices: PriceFacts,
): string | null {
  const price = prices.cacheWrite.value;
  if (cachedTokens === 0 || price === null) return null;
  return `${sheet.candidate.name}: writing the prefix to the cache costs ${exactMoney(price)} per million tokens each time it has expired; not in this bill`;
}
