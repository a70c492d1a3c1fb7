/** The comparison as rows for a spreadsheet: a value and a status for each model, unrounded. */
import type { Comparison, ComparisonCell } from "../schema.ts";
import type { Grid } from "../../../format/presentation.ts";

export function comparisonGrid({ models, rows }: Comparison): Grid {
  const ids = models.map((model) => model.id);
  return {
    columns: [
      "trait",
      "group",
      "label",
      "unit",
      ...ids,
      ...ids.map((id) => `${id}_status`),
      "difference",
      "favours",
      "often_said",
      "verdict",
    ],
    rows: rows.map((row) => [
      row.trait,
      row.group,
      row.label,
      row.unit,
      ...ids.map((id) => plain(row.cells[id])),
      ...ids.map((id) => row.cells[id]?.status ?? null),
      row.difference,
      row.favours,
      row.article?.claim ?? null,
      row.article?.verdict ?? null,
    ]),
  };
}

function plain(cell: ComparisonCell | undefined): string | number | boolean | null {
  const value = cell?.value ?? null;
  return Array.isArray(value) ? value.join("; ") : value;
}
