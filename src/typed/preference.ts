/** Options that take a preference word or a hard limit: budget and latency. */
import { usageFailure } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";
import type { Requirements } from "../schema/requirements.ts";
import { BUDGET_LEVELS, LATENCY_LEVELS } from "../schema/vocabulary.ts";
import { readSeconds } from "./duration.ts";
import { readUsdPerMonth } from "./money.ts";
import { shortText } from "./number.ts";
import { quoted } from "./quoted.ts";

/** An amount, whatever stands before it: `$5`, `€5`, `USD 5`, `R$5`. */
const NUMERIC = /^[-−+\d.∞]|^\D{1,4}\d|^[$€£¥₹₽₩₺₴₿]|^(?:USD?|nan$|inf)/i;

/** A budget word, or US dollars a month. */
export function readBudget(text: string, flag: string): NonNullable<Requirements["budget"]> {
  const typed = shortText(text, flag);
  const word = BUDGET_LEVELS.find((each) => each === typed.toLowerCase());
  if (word !== undefined) return word;
  if (NUMERIC.test(typed)) return readUsdPerMonth(typed, flag);
  const amount = "US dollars a month, such as 500";
  throw usageFailure(missing(typed, "a budget"), flag, suggestion(typed, BUDGET_LEVELS, amount));
}

/** A latency word, or the longest typical wait as a duration, measured to the complete answer. */
export function readLatency(text: string, flag: string): NonNullable<Requirements["latency"]> {
  const typed = shortText(text, flag);
  const word = LATENCY_LEVELS.find((each) => each === typed.toLowerCase());
  if (word !== undefined) return word;
  if (NUMERIC.test(typed)) {
    return { maxSeconds: readSeconds(typed, flag), measure: "full-answer" };
  }
  const amount = "a duration, such as 2s";
  throw usageFailure(missing(typed, "a wait"), flag, suggestion(typed, LATENCY_LEVELS, amount));
}

function missing(typed: string, what: string): string {
  return typed === "" ? "no value" : `${quoted(typed)} is not ${what}`;
}
