/** The price list that applies to a request: tier, fine-tuned or not, and the step for long inputs. */
import type { ServiceTier } from "../schema/vocabulary.ts";
import type { Fact, NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";

export interface PriceFacts {
  /** False: the vendor says it does not sell this; null: nobody says. */
  offered: Fact<boolean>;
  input: NumericFact;
  cachedInput: NumericFact;
  output: NumericFact;
}

/** Prices in USD per million tokens for a tier, of the base model or of a fine-tuned version of it. */
export function priceFacts(sheet: FactSheet, tier: ServiceTier, fineTuned: boolean): PriceFacts {
  const { model } = sheet.candidate;
  const list = (fineTuned ? model.fineTunedPrices : model.prices)?.[tier];
  const path = `${fineTuned ? "fineTunedPrices" : "prices"}.${tier}`;
  return {
    offered: sheet.plain(`${path}.offered`, list?.offered, "limit"),
    input: sheet.numeric(`${path}.input`, list?.input, "price"),
    cachedInput: sheet.numeric(`${path}.cachedInput`, list?.cachedInput, "price"),
    output: sheet.numeric(`${path}.output`, list?.output, "price"),
  };
}

/** Multiples of the list price once the input is longer than the vendor's threshold. */
export function longContextMultiples(
  sheet: FactSheet,
  inputTokens: number,
): { input: number; output: number } {
  const step = sheet.plain("longContext", sheet.candidate.model.longContext, "price").value;
  return step !== null && inputTokens > step.aboveInputTokens
    ? { input: step.inputMultiple, output: step.outputMultiple }
    : { input: 1, output: 1 };
}
