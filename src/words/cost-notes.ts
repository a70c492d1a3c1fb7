/** Cost notes in words: what a bill leaves out or rests on. */
import type { CostNote } from "../decision/cost-notes.ts";
import { count, exactMoney, multiple } from "./figures.ts";

/** @param name of the model that is billed */
export function costNote(note: CostNote, name: string): string {
  return `${name}: ${remark(note)}`;
}

function remark(note: CostNote): string {
  switch (note.code) {
    case "below-cache-minimum":
      return `${count(note.cachedTokens)} cached tokens are below the ${count(note.minimumTokens)} the cache starts at; billed in full`;
    case "no-cached-price":
      return "no price for cached input is listed here; cached tokens are billed in full";
    case "cache-writes":
      return `writing the prefix to the cache costs ${exactMoney(note.usdPerMillionTokens)} per million tokens each time it has expired; not in this bill (--cache-write-tokens)`;
    case "search-content-unlisted":
      return "no fixed number of tokens a web search is listed; what it finds is not in this bill (add it to the input tokens)";
    case "long-context-billed":
      return `above ${count(note.aboveInputTokens)} input tokens the whole request is billed at ${multiple(note.input)} times the input price and ${multiple(note.output)} times the output price`;
    case "long-context-possible":
      return `requests above ${count(note.aboveInputTokens)} input tokens cost more; this bill is for the mean of ${count(note.meanInputTokens)}`;
  }
}
