/** The sources behind an answer, for its reader to look up. */
import type { RecommendationResult } from "./schema.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";

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
