/** The comparison for every format: tables by group of traits, the JSON, the spreadsheet rows, one sentence. */
import type { Comparison } from "./schema.ts";
import { comparisonDocument } from "./screen/document.ts";
import { comparisonGrid } from "./screen/comparison-csv.ts";
import type { Presentation } from "../../format/presentation.ts";

export function presentComparison(comparison: Comparison): Presentation {
  return {
    data: () => comparison,
    document: () => comparisonDocument(comparison),
    grid: () => comparisonGrid(comparison),
    summary: () => comparison.summary,
    quiet: () => comparison.models.map((model) => model.id),
  };
}
