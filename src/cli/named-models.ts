/** Models named as words of their own, not as an option's value. */
import { candidateIds } from "../facts/candidate.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import { nearest, suggestion } from "../schema/nearest.ts";
import { containedIn } from "../question/index.ts";
import { readModelId } from "../typed/model-id.ts";
import { quoted } from "../typed/quoted.ts";
import { readList } from "../typed/word.ts";
import type { StatedQuestion } from "./question.ts";

/** @param where the command or option. @throws Failure (usage) naming the model that was probably meant */
export function knownModel(typed: string, catalog: Catalog, where: string): string {
  const ids = candidateIds(catalog);
  const id = readModelId(typed, where);
  if (ids.includes(id)) return id;
  const meant = nearest(id, ids) ?? containedIn(id, ids);
  const advice = meant === null ? suggestion(id, ids) : `did you mean '${meant}'?`;
  throw usageFailure(`unknown model ${quoted(typed.trim())}`, where, advice);
}

/**
 * The ids of the models that words name; null when none does, so that the requirements tell which.
 * @param verb what is done with them: `compare`
 * @throws Failure (usage) for unknown models, and for models named in two ways
 */
export function namedModels(
  words: readonly string[],
  { need, catalog }: StatedQuestion,
  command: string,
  verb: string,
): string[] | null {
  if (words.length === 0) return null;
  if (need.models !== null || need.exclude.length > 0) {
    const advice = "name them once, as words or by --only and --exclude";
    throw usageFailure(`says twice which models to ${verb}`, command, advice);
  }
  return readList(words, command).map((typed) => knownModel(typed, catalog, command));
}
