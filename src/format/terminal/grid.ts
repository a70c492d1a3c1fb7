/**
 * Tables on the screen: columns as wide as their content where they fit, one record below the other where they do not.
 */
import {
  type Column,
  type Span,
  type TableBlock,
  type Text,
  dim,
  plainText,
  strong,
} from "../document.ts";
import { textWidth, wrap, longestWord } from "../text.ts";
import { type Page, paint, hanging, notes, paragraph } from "./paragraphs.ts";

/** Wrapped columns stay at least this wide: narrower ones read as a ladder of single words. */
const NARROWEST_WRAPPED = 16;
/** Wider cells are wrapped even where there is room: prose that wide is hard to follow. */
const WIDEST = 72;

/** Content widths, one a column, or null when even wrapped columns need more than there is. Figures never wrap. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  available: number,
): number[] | null {
  const bounds = columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    const natural = Math.max(...[column.header, ...cells].map(textWidth));
    const least =
      column.align === "right"
        ? Math.max(longestWord(column.header), ...cells.map(textWidth))
        : Math.max(
            ...[column.header, ...cells].map(longestWord),
            Math.min(natural, NARROWEST_WRAPPED),
          );
    return { natural, least };
  });
  for (let widest = Math.min(WIDEST, available); widest >= 0; widest -= 1) {
    const widths = bounds.map(({ natural, least }) => Math.min(natural, Math.max(least, widest)));
    if (sum(widths) <= available) return widths;
  }
  return null;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const GAP = "  ";
/** Of rows that hang below a caption. */
const INDENT = "  ";
/** Cells higher than this are easier to read as records. */
const HIGHEST_CELL = 12;
/** Rows higher than this need a blank line between them. */
const HIGHEST_CLOSE_ROW = 2;

export function table({ caption, columns, rows, isBrief }: TableBlock, page: Page): string[] {
  const isHeaded = columns.some(({ header }) => header !== "");
  const above =
    caption === undefined ? [] : paragraph(isHeaded ? [strong(caption)] : caption, page);
  if (rows.length === 0) return [...above, paint([dim("(nothing to list)")], page)];
  const indent = isHeaded || caption === undefined ? "" : INDENT;
  const gaps = (columns.length - 1) * GAP.length;
  const inner = {
    ...page,
    textColumns: page.textColumns - indent.length,
    tableColumns: page.tableColumns - indent.length,
  };
  const widths = columnWidths(columns, rows, inner.tableColumns - gaps);
  const lines =
    (widths === null ? null : sideBySide({ columns, rows }, widths, isHeaded, inner)) ??
    (isBrief === true ? briefly : records)({ columns, rows }, inner);
  return [...above, ...lines.map((line) => `${indent}${line}`)];
}

type Rows = Pick<TableBlock, "columns" | "rows">;

/** Null when wrapping makes the cells so high that a row is no longer seen as one. */
function sideBySide(
  { columns, rows }: Rows,
  widths: readonly number[],
  isHeaded: boolean,
  page: Page,
): string[] | null {
  const header = columns.map(({ header: text }): Text => (text === "" ? "" : [dim(text)]));
  const set = (row: readonly Text[]) => widths.map((width, place) => wrap(row[place] ?? "", width));
  const cells = rows.map(set);
  const heights = cells.map((row) => Math.max(...row.map((lines) => lines.length)));
  const highest = Math.max(...heights);
  if (highest > HIGHEST_CELL) return null;
  const isAiry = highest > HIGHEST_CLOSE_ROW;
  const blocks = [...(isHeaded ? [set(header)] : []), ...cells];
  return blocks.flatMap((row, place) => {
    const below = rows[place - (isHeaded ? 1 : 0)];
    const isApart =
      isAiry && place > (isHeaded ? 1 : 0) && below !== undefined && !continues(below);
    return [...(isApart ? [""] : []), ...rowLines(row, columns, widths, page)];
  });
}

function rowLines(
  row: readonly ReturnType<typeof wrap>[],
  columns: readonly Column[],
  widths: readonly number[],
  page: Page,
): string[] {
  const height = Math.max(...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((lines, place) => {
        const piece = lines[line] ?? [];
        const padding = " ".repeat(Math.max(0, (widths[place] ?? 0) - textWidth(piece)));
        const text = paint(piece, page);
        return columns[place]?.align === "right" ? padding + text : text + padding;
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** A row without a first cell goes on with the row above. */
export function continues(row: readonly Text[]): boolean {
  return plainText(row[0] ?? "").trim() === "";
}

/**
 * Below the first cell of each row the others, with what they are called, as running text. A cell without a header goes
 * on with the one before it, or is called what that would be.
 */
function briefly({ columns, rows }: Rows, page: Page): string[] {
  return rows.flatMap(([first = "", ...others]) => {
    const told: (string | Span)[] = [];
    let ofEmpty = "";
    for (const [place, text] of others.entries()) {
      const own = columns[place + 1]?.header.trim() ?? "";
      if (plainText(text).trim() === "") {
        ofEmpty = own;
        continue;
      }
      const header = own === "" ? ofEmpty : own;
      ofEmpty = "";
      const lead = header === "" ? " " : `${told.length === 0 ? "" : "; "}${header} `;
      const pieces = typeof text === "string" ? [text] : text;
      // What lines figures up in a column is no part of a sentence.
      const isPadding = (piece: string | Span) => typeof piece === "string" && piece.trim() === "";
      told.push(lead, ...pieces.filter((piece) => !isPadding(piece)));
    }
    const below = told.length === 0 ? [] : hanging(BRIEF_INDENT, BRIEF_INDENT.length, told, page);
    return [...paragraph(first, page), ...below];
  });
}

const BRIEF_INDENT = "  ";

interface Entry {
  label: string;
  text: (string | Span)[];
}

/** Every row as labelled lines, empty cells left out; a blank line between what are not parts of one row. */
function records({ columns, rows }: Rows, page: Page): string[] {
  const entries: Entry[][] = [];
  for (const row of rows) {
    const filled = columns.flatMap(({ header }, place) => {
      const text = row[place] ?? "";
      const pieces = typeof text === "string" ? [text] : [...text];
      return plainText(text).trim() === "" ? [] : [{ label: header, text: pieces }];
    });
    const entry = continues(row) ? entries.at(-1) : undefined;
    if (entry === undefined) entries.push(filled);
    else entry.push(...filled);
  }
  return entries.flatMap((entry, index) => [...(index === 0 ? [] : [""]), ...record(entry, page)]);
}

/** What stands in a column without a header goes on with the cell before it, or stands above all others. */
function record(entry: readonly Entry[], page: Page): string[] {
  const lines: string[] = [];
  const labelled: Entry[] = [];
  for (const { label, text } of entry) {
    const last = labelled.at(-1);
    if (label !== "") labelled.push({ label, text: [...text] });
    else if (last === undefined) lines.push(...paragraph(text, page));
    else last.text.push("  ", ...text);
  }
  return [...lines, ...notes(labelled, page)];
}
