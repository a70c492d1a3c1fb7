/** Words of a closed list, lists of words, and ids of models as people have them. */
import { usageFailure, quoted } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";
import { isIdentifier } from "../schema/texts.ts";
import { shortText } from "./number.ts";

/**
 * One of the words, in any case.
 * @throws Failure (usage) naming the nearest word
 */
export function readWord<Word extends string>(
  text: string,
  flag: string,
  words: readonly Word[],
): Word {
  const typed = text.trim();
  const word = words.find((each) => each.toLowerCase() === typed.toLowerCase());
  if (word !== undefined) return word;
  if (typed === "") throw usageFailure("no value", flag, suggestion(typed, words));
  throw usageFailure(`unknown value ${quoted(typed)}`, flag, suggestion(typed, words));
}

/**
 * The parts of comma-separated, repeatable texts.
 * @throws Failure (usage) for an empty part or one given twice
 */
export function readList(texts: readonly string[], flag: string): string[] {
  const parts = texts.flatMap((text) => text.split(",")).map((part) => part.trim());
  if (parts.length === 0 || parts.includes("")) {
    throw usageFailure("an entry is empty", flag, "separate entries by single commas");
  }
  const seen = new Set<string>();
  const repeated = parts.find((part) => seen.size === seen.add(part).size);
  if (repeated !== undefined) {
    throw usageFailure(`${quoted(repeated)} is given twice`, flag, "name each one once");
  }
  return parts;
}

/** A list whose entries come from a closed list of words. */
export function readWords<Word extends string>(
  texts: readonly string[],
  flag: string,
  words: readonly Word[],
): Word[] {
  const read = readList(texts, flag).map((part) => readWord(part, flag, words));
  return readList(read, flag) as Word[];
}

/** An id; whether the catalog has it is checked later, when every layer is known. */
export function readIdentifier(text: string, flag: string): string {
  const typed = text.trim();
  if (typed === "") throw usageFailure("no value; expected an id", flag);
  if (isIdentifier(typed)) return typed;
  const lower = typed.toLowerCase();
  const advice = isIdentifier(lower) ? { typed, meant: lower } : undefined;
  throw usageFailure(`${quoted(typed)} is not an id`, flag, advice);
}

// Ids of models as people have them: from a router's list, a vendor's page, a log of a fine-tuned model.

/** Prefixes that say whose model it is, and mean the vendor's own. */
const OWN_PREFIX = /^(?:openrouter\/)?openai\/|^models\//;
const FINE_TUNED = /^ft:(?<base>[^:]+)(?::.*)?$/;
const OTHER_SERVICE = /^(?<service>[^/]+)\/(?:.*\/)?(?<model>[^/]+)$/;

/**
 * A model's id where there is no doubt which: `openai/gpt-4o`, `GPT-4o mini`. Whether the catalog has it is checked
 * later.
 * @throws Failure (usage) naming what to write for a fine-tuned model or one that another service hosts
 */
export function readModelId(text: string, flag: string): string {
  const typed = shortText(text, flag);
  if (typed === "") throw usageFailure("no value; expected an id", flag);
  const id = typed.toLowerCase().replace(OWN_PREFIX, "").replaceAll(/\s+/g, "-");
  if (isIdentifier(id) && !id.startsWith("ft:")) return id;
  const tuned = FINE_TUNED.exec(id)?.groups?.["base"];
  if (tuned !== undefined) {
    const advice = `write ${tuned}, and --fine-tuned for its prices`;
    throw usageFailure(`${quoted(typed)} is a fine-tuned model`, flag, advice);
  }
  const hosted = OTHER_SERVICE.exec(id)?.groups;
  if (hosted !== undefined && isIdentifier(hosted["model"] ?? "")) {
    const advice = `did you mean '${hosted["model"]}'? Prices and ends of service are the vendor's own`;
    throw usageFailure(`${quoted(typed)} is the model of another service`, flag, advice);
  }
  throw usageFailure(`${quoted(typed)} is not an id`, flag);
}

/** A list of them. */
export function readModelIds(texts: readonly string[], flag: string): string[] {
  const ids = readList(texts, flag).map((part) => readModelId(part, flag));
  return readList(ids, flag);
}
