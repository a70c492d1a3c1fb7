/** Requirements documents that differ from line to line, as those of a batch do. */
import { BUDGET_LEVELS, LATENCY_LEVELS, QUALITY_LEVELS } from "../src/schema/vocabulary.ts";
import type { Requirements } from "../src/schema/requirements.ts";

const TASKS = ["chat", "coding", "math", "rag", "extraction", "translation", "research"];

export function questionAt(place: number): Requirements {
  return {
    task: pick(TASKS, place),
    budget: pick(BUDGET_LEVELS, place),
    latency: pick(LATENCY_LEVELS, place),
    quality: pick(QUALITY_LEVELS, place),
    workload: { requestsPerMonth: 100 + 37 * place, inputTokens: 200 + (place % 3000) },
  };
}

function pick<Word>(words: readonly [Word, ...Word[]] | readonly Word[], place: number): Word {
  const word = words[place % words.length];
  if (word === undefined) throw new Error("an empty list");
  return word;
}
