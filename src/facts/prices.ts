/** The price list that applies to a request: tier, fine-tuned or not, and the step for long inputs. */
import { byName, type ServiceTier, TOKEN_PRICES, type TokenPrice } from "../schema/vocabulary.ts";
import type { Fact, NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";

/** Writing a prefix to the cache is missing where the vendor charges nothing for it. */
export interface PriceFacts extends Record<TokenPrice, NumericFact> {
  /** False: the vendor says it does not sell this; null: nobody says. */
  offered: Fact<boolean>;
}

/** Prices in USD per million tokens for a tier, of the base model or of a fine-tuned version of it. */
export function priceFacts(sheet: FactSheet, tier: ServiceTier, fineTuned: boolean): PriceFacts {
  const path = `${fineTuned ? "fineTunedPrices" : "prices"}.${tier}` as const;
  return sheet.group(path, () => ({
    ...byName(TOKEN_PRICES, (price) => sheet.numeric(`${path}.${price}`)),
    offered: sheet.plain(`${path}.offered`),
  }));
}

export interface LongContextMultiples {
  input: number;
  output: number;
  /** Inputs above this many tokens are billed at the multiples; null without such a step. */
  aboveInputTokens: number | null;
}

/** From which length on a long input costs more; null for a model without such a step. */
export function longContextStep(sheet: FactSheet) {
  return sheet.plain("longContext").value;
}

/** Multiples of the list price: 1 up to the vendor's threshold of input tokens, more for the whole request above. */
export function longContextMultiples(
  sheet: FactSheet,
  inputTokens: () => number,
): LongContextMultiples {
  const step = longContextStep(sheet);
  if (step === null) return { input: 1, output: 1, aboveInputTokens: null };
  const { aboveInputTokens } = step;
  return inputTokens() > aboveInputTokens
    ? { input: step.inputMultiple, output: step.outputMultiple, aboveInputTokens }
    : { input: 1, output: 1, aboveInputTokens };
}

export interface ToolFacts {
  searchCall: NumericFact;
  searchBlock: NumericFact;
  fileCall: NumericFact;
}

/** What a vendor's tools cost a use. */
export function toolFacts(sheet: FactSheet): ToolFacts {
  return sheet.group("tools", () => ({
    searchCall: sheet.numeric("tools.webSearchUsdPerThousandCalls"),
    searchBlock: sheet.numeric("tools.webSearchInputTokensPerCall"),
    fileCall: sheet.numeric("tools.fileSearchUsdPerThousandCalls"),
  }));
}
