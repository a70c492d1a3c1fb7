/** The comparison for every format: one screen or all tables, the JSON, the spreadsheet rows, one sentence. */
import type { Comparison } from "./schema.ts";
import { comparisonDocument } from "./screen/document.ts";
import { comparisonGrid } from "./screen/comparison-csv.ts";
import { overviewDocument, type TellingTest } from "./screen/overview.ts";
import type { Presentation } from "../../format/presentation.ts";

/** @param telling the tests the overview shows; null for the tables of what was asked for */
export function presentComparison(
  comparison: Comparison,
  telling: readonly TellingTest[] | null = null,
): Presentation {
  return {
    data: () => comparison,
    document: () =>
      telling === null ? comparisonDocument(comparison) : overviewDocument(comparison, telling),
    grid: () => comparisonGrid(comparison),
    summary: () => comparison.summary,
    quiet: () => comparison.models.map((model) => model.id),
  };
}
