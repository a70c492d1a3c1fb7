/** What a bill leaves out or rests on, where the vendor's prices are not just a number per token. */
import type { NumericFact } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { count, multiple } from "../words/figures.ts";
import type { NeedWorkload } from "./need.ts";
import type { LongContextMultiples } from "../facts/prices.ts";

/** Only some models have a fixed block; elsewhere the tokens found are billed, and nobody can say how many. */
export function searchContentNote(
  sheet: FactSheet,
  { webSearches }: NeedWorkload,
  block: NumericFact,
): string | null {
  if (webSearches === 0 || block.value !== null) return null;
  return `${sheet.candidate.name}: no fixed number of tokens a web search is listed; what it finds is not in this bill (add it to the input tokens)`;
}

export function longContextNote(
  sheet: FactSheet,
  { inputTokens }: NeedWorkload,
  { aboveInputTokens, input, output }: LongContextMultiples,
): string | null {
  if (aboveInputTokens === null) return null;
  const { name } = sheet.candidate;
  if (input !== 1 || output !== 1) {
    return `${name}: above ${count(aboveInputTokens)} input tokens the whole request is billed at ${multiple(input)} times the input price and ${multiple(output)} times the output price`;
  }
  return inputTokens.max > aboveInputTokens
    ? `${name}: requests above ${count(aboveInputTokens)} input tokens cost more; this bill is for the mean of ${count(inputTokens.mean)}`
    : null;
}
