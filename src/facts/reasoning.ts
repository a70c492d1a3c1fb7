/** Reasoning efforts: what a model offers, what it takes unasked, and which one it is judged at. */
import type { Fact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";

/** The effort a reasoning model is judged at unless told: the one without hidden tokens, where it has one. */
export const WITHOUT_REASONING = "none";

/** The efforts a request may name; null where nobody says. */
export function offeredEfforts(sheet: FactSheet): Fact<string[]> {
  return sheet.plain("reasoning.efforts");
}

/** The effort of a request that names none. */
export function defaultEffort(sheet: FactSheet): Fact<string> {
  return sheet.plain("reasoning.defaultEffort");
}

/** The effort asked for if it is offered, else none, else the model's default; null without a list of efforts. */
export function judgedEffort(sheet: FactSheet, asked: string | null): string | null {
  const offered = offeredEfforts(sheet).value;
  if (offered === null) return null;
  if (asked !== null && offered.includes(asked)) return asked;
  if (offered.includes(WITHOUT_REASONING)) return WITHOUT_REASONING;
  return defaultEffort(sheet).value ?? offered[0] ?? null;
}
