/** The comparison for every format: tables by group of traits, the JSON, the spreadsheet rows, one sentence. */
import type { Comparison } from "../schema/comparison.ts";
import { comparisonDocument } from "./comparison/document.ts";
import { comparisonGrid } from "./comparison/grid.ts";
import type { Presentation } from "../format/presentation.ts";

export function presentComparison(comparison: Comparison): Presentation {
  return {
    data: () => comparison,
    document: () => comparisonDocument(comparison),
    grid: () => comparisonGrid(comparison),
    summary: () => comparison.summary,
    quiet: () => comparison.models.map((model) => model.id),
  };
}
