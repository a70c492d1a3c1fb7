/** One word of a closed list, and lists of words. */
import { usageFailure } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";
import { isIdentifier } from "../schema/texts.ts";
import { quoted } from "./quoted.ts";

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
  const repeated = parts.find((part, place) => parts.indexOf(part) !== place);
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
