/** One image of a common size on each model: its tokens by the model's own rule, and its price. */
import type { NumericFact } from "../../../facts/fact.ts";
import { imageTokenFacts, tokensOfImage } from "../../../decision/image-cost.ts";
import { perMillion, usd } from "../../../facts/money.ts";
import { priceFacts } from "../../../facts/prices.ts";
import type { Compared } from "../trait.ts";

/** The size most worked examples use. */
export const REFERENCE_IMAGE = { width: 1024, height: 1024, detail: "high" } as const;

export interface ImageOnModel {
  facts: NumericFact[];
  tokens: number | null;
  /** USD at the standard list price. */
  usd: number | null;
}

export function imageOnEach({ sheet }: Compared): ImageOnModel {
  const rule = imageTokenFacts(sheet);
  const { input } = priceFacts(sheet, "standard", false);
  const tokens = tokensOfImage(REFERENCE_IMAGE, rule);
  const { sidePixels, multiplier } = rule.patches;
  const counts = rule.base.value === null ? [sidePixels, multiplier] : [rule.base, rule.perTile];
  return {
    facts: [...counts, input],
    tokens,
    usd: tokens === null || input.value === null ? null : usd(perMillion(tokens, input.value)),
  };
}
