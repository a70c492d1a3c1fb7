/** Running text on the screen: headline, alerts, paragraphs, lists and notes with their hanging indents. */
import { type Text, dim, span } from "../document.ts";
import { displayWidth } from "../text/width.ts";
import { textWidth, wrap } from "../text/wrap.ts";
import { visible } from "../text/visible.ts";
import { type Page, paint } from "./page.ts";

export interface Note {
  label: string;
  text: Text;
}

/** Between the two ends of a headline, and between a label and its text. */
const GAP = 3;
/** Text beside a column of labels needs this much; with less it goes below its label. */
const NARROWEST_NOTE = 20;
const ALERT_MARK = "! ";
const ITEM_MARK = "- ";
const BELOW_LABEL = "  ";

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
  return rows.flatMap(({ label, text }) => {
    const shown = oneLine(label);
    const padding = " ".repeat(labelColumns - displayWidth(shown));
    return hanging(`${paint([dim(shown)], page)}${padding}`, labelColumns, text, page);
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
function hanging(mark: string, markColumns: number, text: Text, page: Page): string[] {
  return wrap(text, page.textColumns - markColumns).map(
    (line, index) => `${index === 0 ? mark : " ".repeat(markColumns)}${paint(line, page)}`,
  );
}
