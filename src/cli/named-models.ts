/** Models named as words of their own, not as an option's value. */
import { candidateIds } from "../facts/candidate.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import { listed, nearest } from "../schema/nearest.ts";
import { containedIn } from "../question/index.ts";
import { readModelId } from "../typed/model-id.ts";
import { quoted } from "../typed/quoted.ts";
import { readList } from "../typed/word.ts";
import type { StatedQuestion } from "./question.ts";

/** @param where the command or option. @throws Failure (usage) naming the model that was probably meant */
export function knownModel(typed: string, catalog: Catalog, where: string): string {
  const ids = candidateIds(catalog);
  const word = typed.trim();
  const id = readModelId(typed, where);
  if (ids.includes(id)) return id;
  const meant = nearest(id, ids) ?? containedIn(id, ids);
  if (meant !== null) {
    throw usageFailure(`unknown model ${quoted(word)}`, where, { typed: word, meant });
  }
  const models = catalog.models.map((model) => model.id);
  const message = `${quoted(word)} is not in the catalog, which has ${listed(models)}; add it with --catalog`;
  throw usageFailure(message, where, "pick-model catalog validate --help");
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
