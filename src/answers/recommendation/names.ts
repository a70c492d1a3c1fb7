/** Names of models by their ids, in full and short, and the sources of an answer by theirs. */
import type { Decision } from "../../decision/decision.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { shortName } from "../../words/sentences.ts";
import type { Comparison } from "../comparison/schema.ts";
import type { RecommendationResult } from "./schema.ts";

export function namesOf({ ranking, excluded }: Decision): (id: string) => string {
  return (id) =>
    [...ranking, ...excluded].find(({ assessment }) => assessment.candidate.id === id)?.assessment
      .candidate.name ?? id;
}

export function nameIn(
  { ranking, excluded }: Pick<RecommendationResult, "ranking" | "excluded">,
  id: string,
): string {
  return [...ranking, ...excluded].find(({ model }) => model === id)?.name ?? id;
}

// Names of the compared models, as short as a column asks for.

type Models = Comparison["models"];

/** What tells a name apart from the others': `mini` beside `GPT-4o`, `4o` beside `GPT-4o mini`. */
export function distinctName(model: Models[number], models: Models): string {
  const parts = (name: string) => shortName(name).split(" ");
  const own = parts(headerOf(model));
  const others = models
    .filter((each) => each.id !== model.id)
    .flatMap((each) => parts(headerOf(each)));
  const distinct = own.filter((part) => !others.includes(part));
  return (distinct.length > 0 ? distinct : own).join(" ");
}

/** A snapshot's id is shorter than its name, and says the same. */
export function headerOf({ id, name }: Models[number]): string {
  return name.includes(id) ? id : name;
}

/** Each id once, in order, with what there is to know of the source; ids the catalog lacks are left out. */
export function sourceNotes(
  ids: Iterable<string>,
  sheets: FactSheets,
): RecommendationResult["sources"] {
  return Object.fromEntries(
    [...new Set(ids)].toSorted().flatMap((id) => {
      const source = sheets.sources.get(id);
      if (source === undefined) return [];
      const {
        title,
        url = null,
        class: sourceClass,
        published = null,
        checked,
        note = null,
      } = source;
      return [[id, { title, url, class: sourceClass, published, checked, note }]];
    }),
  );
}
