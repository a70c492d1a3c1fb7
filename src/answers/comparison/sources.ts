/** The sources a comparison rests on, for its reader to look up. */
import type { Comparison, ComparisonRow } from "./schema.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { sourceNotes } from "../recommendation/source-notes.ts";

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
  return sourceNotes(used, sheets);
}
