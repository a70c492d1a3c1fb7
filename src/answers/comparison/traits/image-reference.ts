/** One image of a common size on each model: its tokens by the model's own tile rule, and its price. */
import type { NumericFact } from "../../../facts/fact.ts";
import { imageTokenFacts } from "../../../decision/image-cost.ts";
import { imageTokens } from "../../../decision/images.ts";
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
  const { base, perTile } = imageTokenFacts(sheet);
  const { input } = priceFacts(sheet, "standard", false);
  const tokens =
    base.value === null || perTile.value === null
      ? null
      : imageTokens(REFERENCE_IMAGE, { base: base.value, perTile: perTile.value }).tokens;
  return {
    facts: [base, perTile, input],
    tokens,
    usd: tokens === null || input.value === null ? null : usd(perMillion(tokens, input.value)),
  };
}
