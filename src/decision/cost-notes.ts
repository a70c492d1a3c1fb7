/** What a bill leaves out or rests on, where the vendor's prices are not just a number per token. */
import type { NumericFact } from "../facts/fact.ts";
import type { NeedWorkload } from "./need.ts";
import type { LongContextMultiples } from "../facts/prices.ts";

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
