/** Columns of a table and of its CSV, from one list: what a column holds is said once for both. */
import type { TableBlock, Text } from "./document.ts";
import type { Grid } from "./presentation.ts";

type Cell = Grid["rows"][number][number];

export interface GridColumn<Row> {
  /** For the CSV, unrounded; absent for what only people read. */
  value?: (row: Row) => Cell;
  /** Heading of the table; absent for what stands in the CSV alone. */
  header?: string;
  align?: "left" | "right";
  /** For people; absent where the value itself does. */
  text?: (row: Row) => Text;
}

/** By the name in the CSV, in its order. */
export type GridColumns<Row> = Readonly<Record<string, GridColumn<Row>>>;

/** As pairs, where the names are not known beforehand: a record would move a name that is a number. */
export type NamedColumns<Row> = readonly (readonly [name: string, column: GridColumn<Row>])[];

export function gridOf<Row>(columns: GridColumns<Row>, rows: readonly Row[]): Grid {
  return gridOfNamed(Object.entries(columns), rows);
}

export function gridOfNamed<Row>(columns: NamedColumns<Row>, rows: readonly Row[]): Grid {
  const written = columns.flatMap(([name, { value }]) =>
    value === undefined ? [] : [{ name, value }],
  );
  return {
    columns: written.map(({ name }) => name),
    rows: rows.map((row) => written.map(({ value }) => value(row))),
  };
}

/** @param order the columns in another order than that of the CSV */
export function tableOf<Row, Columns extends GridColumns<Row>>(
  columns: Columns,
  rows: readonly Row[],
  order: readonly (keyof Columns & string)[] = Object.keys(columns),
): TableBlock {
  return tableOfNamed(
    order.map((name) => [name, columns[name] ?? {}]),
    rows,
  );
}

export function tableOfNamed<Row>(columns: NamedColumns<Row>, rows: readonly Row[]): TableBlock {
  const shown = columns.flatMap(([, { header, align = "left", text, value }]) => {
    const written = text ?? ((row: Row) => String(value?.(row) ?? ""));
    return header === undefined ? [] : [{ header, align, written }];
  });
  return {
    kind: "table",
    columns: shown.map(({ header, align }) => ({ header, align })),
    rows: rows.map((row) => shown.map(({ written }) => written(row))),
  };
}
