/** Tables on the screen: boxes where they fit, one record below the other where they do not. */
import Table from "cli-table3";
import { type Column, type Text, dim, plainText, strong } from "../document.ts";
import { wrap } from "../text/wrap.ts";
import { columnWidths } from "./column-widths.ts";
import { type Page, paint } from "./page.ts";
import { type Note, notes, paragraph } from "./paragraphs.ts";

export interface TableBlock {
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly Text[])[];
}

/** Space on both sides of a cell. */
const PADDING = 2;
/** Cells higher than this are easier to read as records. */
const HIGHEST_CELL = 12;
const RULE = /^├[─┼]+┤$/;
const BORDER_ONLY = /^[─┌┬┐├┼┤└┴┘]+$/;

export function table({ caption, columns, rows }: TableBlock, page: Page): string[] {
  const above = caption === undefined ? [] : paragraph([strong(caption)], page);
  if (rows.length === 0) return [...above, paint([dim("(nothing to list)")], page)];
  const borders = columns.length * (PADDING + 1) + 1;
  const widths = columnWidths(columns, rows, page.tableColumns - borders);
  const boxed = widths === null ? null : box(columns, rows, widths, page);
  return [...above, ...(boxed ?? records(columns, rows, page))];
}

/** Null when wrapping makes the cells so high that a row is no longer seen as one. */
function box(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  widths: readonly number[],
  page: Page,
): string[] | null {
  const cells = rows.map((row) => widths.map((width, index) => wrap(row[index] ?? "", width)));
  const highest = Math.max(...cells.flat().map((lines) => lines.length));
  if (highest > HIGHEST_CELL) return null;
  const header = columns.map((column, index) => wrap([strong(column.header)], widths[index] ?? 0));
  const painted = (lines: ReturnType<typeof wrap>) =>
    lines.map((line) => paint(line, page)).join("\n");
  const bar = paint([dim("│")], page);
  const drawn = new Table({
    head: header.map(painted),
    colWidths: widths.map((width) => width + PADDING),
    colAligns: columns.map(({ align }) => align),
    chars: { left: bar, middle: bar, right: bar },
    // Empty styles: the library would colour by itself, into pipes too. Rules between rows only where rows are high.
    style: { head: [], border: [], compact: highest === 1 },
  });
  drawn.push(...cells.map((row) => row.map(painted)));
  const lines = drawn.toString().split("\n");
  return withoutInnerRules(lines, rows).map((line) =>
    BORDER_ONLY.test(line) ? paint([dim(line)], page) : line,
  );
}

/** A row without a first cell goes on with the row above. */
function continues(row: readonly Text[]): boolean {
  return plainText(row[0] ?? "").trim() === "";
}

/** Rules stand between rows, not inside what belongs together. */
function withoutInnerRules(lines: readonly string[], rows: readonly (readonly Text[])[]): string[] {
  let below = -1; // the rule that opens the table stands above the header
  return lines.filter((line) => {
    if (!RULE.test(line)) return true;
    below += 1;
    const row = rows[below];
    return below === 0 || row === undefined || !continues(row);
  });
}

/** Every row as labelled lines, empty cells left out; a blank line between what are not parts of one row. */
function records(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  page: Page,
): string[] {
  const entries: Note[][] = [];
  for (const row of rows) {
    const filled = columns
      .map((column, place) => ({ label: column.header, text: row[place] ?? "" }))
      .filter(({ text }) => plainText(text).trim() !== "");
    const entry = continues(row) ? entries.at(-1) : undefined;
    if (entry === undefined) entries.push(filled);
    else entry.push(...filled);
  }
  return entries.flatMap((entry, index) => [...(index === 0 ? [] : [""]), ...notes(entry, page)]);
}
