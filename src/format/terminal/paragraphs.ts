/** Running text on the screen: how wide it is and how it is painted; headline, alerts, paragraphs, lists, notes. */
import { Chalk, type ChalkInstance } from "chalk";
import {
  type Note,
  type NoteLine,
  type Text,
  dim,
  span,
  type Span,
  type Tone,
} from "../document.ts";
import type { Style } from "../presentation.ts";
import { visible } from "../document.ts";
import { displayWidth, textWidth, wrap, type Line } from "../text.ts";

// The screen to be set: how wide it is, and how a line of toned text is painted on it.

export interface Page {
  chalk: ChalkInstance;
  hasLinks: boolean;
  /** Lines there are for an answer, under the command and above the prompt; null where nobody knows. */
  lines: number | null;
  /** For running text, the margin taken off. */
  textColumns: number;
  /** For tables: they may use a wide screen to its end. */
  tableColumns: number;
}

export const MARGIN = "  ";

/** Longer lines are hard to follow back to the next one. */
const WIDEST_TEXT = 110;
/** Below this nothing can be set; lines stick out instead. */
const NARROWEST = 20;
const COMMAND_AND_PROMPT = 2;
/** A terminal that is lower, or reports nonsense, scrolls. */
const LOWEST = 10;

export function pageOf({ columns, colour, links = false, rows }: Style): Page {
  const inner = Math.max(NARROWEST, Math.trunc(columns) || 0) - MARGIN.length;
  return {
    chalk: new Chalk({ level: colour ? 1 : 0 }),
    hasLinks: links,
    lines: rows === undefined ? null : Math.max(LOWEST, rows - COMMAND_AND_PROMPT),
    textColumns: Math.min(WIDEST_TEXT, inner),
    tableColumns: inner,
  };
}

/** A space that keeps words together, or a cell indented, is printed as any other: what is copied must paste. */
export function paint(line: Line, page: Page): string {
  return line
    .map((piece) => (typeof piece === "string" ? piece : painted(piece, page)))
    .join("")
    .replaceAll("\u00A0", " ");
}

/** What may stand in a control sequence: nothing that could end it, and nothing but the web. */
const ADDRESS = /^https?:\/\/[!-~]+$/i;

/** Links by OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function painted({ text, tone, href = "" }: Span, { chalk, hasLinks }: Page): string {
  const shown = tone === undefined ? text : TERMINAL_TONES[tone](chalk)(text);
  if (!hasLinks || !ADDRESS.test(href)) return shown;
  return `\u001B]8;;${href}\u001B\\${shown}\u001B]8;;\u001B\\`;
}

/**
 * The sixteen colours of the user's own theme only, so that they suit dark and light screens. None carries a meaning that
 * the words do not: everything reads the same without.
 */
const TERMINAL_TONES = {
  strong: (chalk) => chalk.bold,
  dim: (chalk) => chalk.dim,
  good: (chalk) => chalk.green,
  chosen: (chalk) => chalk.bold.green,
  warning: (chalk) => chalk.yellow,
  bad: (chalk) => chalk.red,
  accent: (chalk) => chalk.cyan,
} as const satisfies Record<Tone, (chalk: ChalkInstance) => ChalkInstance>;

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
function inColumns(lines: readonly NoteLine[], available: number): Line[] | null {
  const widths: number[] = [];
  for (const { cells } of lines) {
    for (const [place, cell] of cells.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, textWidth(cell));
    }
  }
  const needed = widths.reduce((sum, width) => sum + width, 0) + CELL_GAP * (widths.length - 1);
  if (widths.length === 0 || needed > available) return null;
  return lines.flatMap(({ cells }) => {
    const text = cells.flatMap((cell, place) => {
      const padding = (widths[place] ?? 0) - textWidth(cell) + CELL_GAP;
      const pieces = typeof cell === "string" ? [cell] : cell;
      return place === cells.length - 1 ? pieces : [...pieces, NO_BREAK.repeat(padding)];
    });
    return wrap(text, Infinity);
  });
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

function below(mark: string, markColumns: number, lines: readonly Line[], page: Page): string[] {
  return lines.map(
    (line, index) => `${index === 0 ? mark : " ".repeat(markColumns)}${paint(line, page)}`,
  );
}
