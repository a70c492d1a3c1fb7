/** The comparison as rows of a CSV: a value and a status for each model, unrounded. */
import type { Comparison, ComparisonCell, ComparisonRow } from "../schema.ts";
import { type GridColumn, gridOfNamed } from "../../../format/columns.ts";
import type { Grid } from "../../../format/presentation.ts";

type NamedColumn = readonly [name: string, column: GridColumn<ComparisonRow>];

export function comparisonGrid({ models, rows }: Comparison): Grid {
  const ofEach = (
    suffix: string,
    valueOf: (cell: ComparisonCell | undefined) => string | number | boolean | null,
  ) =>
    models.map(({ id }): NamedColumn => [
      `${id}${suffix}`,
      { value: ({ cells }) => valueOf(cells[id]) },
    ]);
  const columns: NamedColumn[] = [
    ["trait", { value: ({ trait }) => trait }],
    ["group", { value: ({ group }) => group }],
    ["label", { value: ({ label }) => label }],
    ["unit", { value: ({ unit }) => unit }],
    ...ofEach("", plain),
    ...ofEach("_status", (cell) => cell?.status ?? null),
    ["difference", { value: ({ difference }) => difference }],
    ["favours", { value: ({ favours }) => favours }],
    ["often_said", { value: ({ article }) => article?.claim ?? null }],
    ["verdict", { value: ({ article }) => article?.verdict ?? null }],
  ];
  return gridOfNamed(columns, rows);
}

function plain(cell: ComparisonCell | undefined): string | number | boolean | null {
  const value = cell?.value ?? null;
  return Array.isArray(value) ? value.join("; ") : value;
}
