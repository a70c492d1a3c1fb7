/** The sources a comparison rests on, for its reader to look up. */
import type { Comparison, ComparisonRow } from "../../schema/comparison.ts";
import type { FactSheets } from "../fact-sheets.ts";

export function sourcesOf(
  rows: readonly ComparisonRow[],
  sheets: FactSheets,
): Comparison["sources"] {
  const used = new Set(
    rows.flatMap(({ cells, article }) => [
      ...Object.values(cells).flatMap((cell) => cell.evidence.map((claim) => claim.source)),
      ...(article?.sources ?? []),
    ]),
  );
  return Object.fromEntries(
    [...used].toSorted().flatMap((id) => {
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
