/** Running text on the screen: headline, alerts, paragraphs, lists and notes with their hanging indents. */
import { type Note, type NoteLine, type Text, dim, span } from "../document.ts";
import { visible } from "../text/visible.ts";
import { displayWidth, textWidth, wrap } from "../text/wrap.ts";
import { type Page, paint } from "./page.ts";

/** Between the two ends of a headline, and between a label and its text. */
const GAP = 3;
/** Text beside a column of labels needs this much; with less it goes below its label. */
const NARROWEST_NOTE = 20;
/** Between the cells of a note in columns. */
const CELL_GAP = 2;
const ALERT_MARK = "! ";
const ITEM_MARK = "- ";
const BELOW_LABEL = "  ";
/** Keeps its place at the beginning of a line too. */
const NO_BREAK = "\u00A0";

export function paragraph(text: Text, page: Page): string[] {
  return wrap(text, page.textColumns).map((line) => paint(line, page));
}

/** Both ends on one line where they fit, else one below the other. */
export function headline(left: Text, right: Text, page: Page): string[] {
  const free = page.textColumns - textWidth(left) - textWidth(right);
  if (free < GAP) {
    const ends = [left, right].filter((text) => textWidth(text) > 0);
    return ends.flatMap((text) => paragraph(text, page));
  }
  const [start = ""] = paragraph(left, page);
  const [end = ""] = paragraph(right, page);
  return [`${start}${" ".repeat(free)}${end}`];
}

/** Without colour the rule below tells a heading from a short paragraph. */
export function heading(text: string, page: Page): string[] {
  const lines = wrap([span("strong", text)], page.textColumns);
  const widest = Math.max(...lines.map(textWidth));
  return [...lines.map((line) => paint(line, page)), paint([dim("─".repeat(widest))], page)];
}

export function alert(text: Text, page: Page): string[] {
  return hanging(paint([span("warning", ALERT_MARK)], page), ALERT_MARK.length, text, page);
}

export function list(items: readonly Text[], page: Page): string[] {
  return items.flatMap((item) => hanging(ITEM_MARK, ITEM_MARK.length, item, page));
}

export function notes(rows: readonly Note[], page: Page): string[] {
  const labelColumns = Math.max(0, ...rows.map(({ label }) => displayWidth(oneLine(label)))) + GAP;
  if (page.textColumns - labelColumns < NARROWEST_NOTE) {
    return rows.flatMap((row) => noteBelow(row, page));
  }
  const textColumns = page.textColumns - labelColumns;
  return rows.flatMap(({ label, text, lines = [] }) => {
    const shown = oneLine(label);
    const padding = " ".repeat(labelColumns - displayWidth(shown));
    const mark = `${paint([dim(shown)], page)}${padding}`;
    const columns = inColumns(lines, textColumns);
    return columns === null
      ? hanging(mark, labelColumns, text, page)
      : below(mark, labelColumns, columns, page);
  });
}

/** The lines with their cells one below the other; null where there are none, or no room for them. */
function inColumns(lines: readonly NoteLine[], available: number): Text[] | null {
  const widths: number[] = [];
  for (const { cells } of lines) {
    for (const [place, cell] of cells.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, textWidth(cell));
    }
  }
  const needed = widths.reduce((sum, width) => sum + width, 0) + CELL_GAP * (widths.length - 1);
  if (widths.length === 0 || needed > available) return null;
  return lines.map(({ cells }) =>
    cells.flatMap((cell, place) => {
      const padding = (widths[place] ?? 0) - textWidth(cell) + CELL_GAP;
      const pieces = typeof cell === "string" ? [cell] : cell;
      return place === cells.length - 1 ? pieces : [...pieces, NO_BREAK.repeat(padding)];
    }),
  );
}

/** A label is set in one piece: tabs and breaks in it would end its column. */
function oneLine(label: string): string {
  return visible(label).replaceAll(/\s/g, " ");
}

function noteBelow({ label, text }: Note, page: Page): string[] {
  const labels = wrap([dim(label)], page.textColumns).map((line) => paint(line, page));
  return [...labels, ...hanging(BELOW_LABEL, BELOW_LABEL.length, text, page)];
}

/** The first line begins with the mark; the others stand below its text. */
export function hanging(mark: string, markColumns: number, text: Text, page: Page): string[] {
  return below(mark, markColumns, wrap(text, page.textColumns - markColumns), page);
}

function below(mark: string, markColumns: number, texts: readonly Text[], page: Page): string[] {
  return texts.map((text, index) => {
    const [line = []] = wrap(text, Infinity);
    return `${index === 0 ? mark : " ".repeat(markColumns)}${paint(line, page)}`;
  });
}
