/** A model named as a word of its own, not as an option's value. */
import { candidateIds } from "../facts/candidate.ts";
import { quoted } from "../typed/quoted.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";

/** @param where the command. @throws Failure (usage) naming the model that was probably meant */
export function knownModel(typed: string, catalog: Catalog, where: string): string {
  const ids = candidateIds(catalog);
  const word = typed.trim();
  const id = ids.find((each) => each === word.toLowerCase());
  if (id !== undefined) return id;
  throw usageFailure(`unknown model ${quoted(word)}`, where, suggestion(word, ids));
}
