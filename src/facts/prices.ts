/** The price list that applies to a request: tier, fine-tuned or not, and the step for long inputs. */
import type { ServiceTier } from "../schema/vocabulary.ts";
import type { Fact, NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";

export interface PriceFacts {
  /** False: the vendor says it does not sell this; null: nobody says. */
  offered: Fact<boolean>;
  input: NumericFact;
  cachedInput: NumericFact;
  /** Writing a prefix to the cache; missing where the vendor charges nothing for it. */
  cacheWrite: NumericFact;
  output: NumericFact;
}

/** Prices in USD per million tokens for a tier, of the base model or of a fine-tuned version of it. */
export function priceFacts(sheet: FactSheet, tier: ServiceTier, fineTuned: boolean): PriceFacts {
  const path = `${fineTuned ? "fineTunedPrices" : "prices"}.${tier}` as const;
  return sheet.group(path, () => ({
    offered: sheet.plain(`${path}.offered`),
    input: sheet.numeric(`${path}.input`),
    cachedInput: sheet.numeric(`${path}.cachedInput`),
    cacheWrite: sheet.numeric(`${path}.cacheWrite`),
    output: sheet.numeric(`${path}.output`),
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
