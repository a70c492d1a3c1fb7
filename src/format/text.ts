/** Text in lines of a given width, in columns of a terminal; tones are kept. */
import stringWidth from "string-width";
import { isPlain, plainText, type Span, type Text, visible } from "./document.ts";

/** As terminals do: any other measure would set crooked columns. */
export function displayWidth(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}

/** One line: pieces from left to right, neighbours of one tone and link joined. */
export type Line = readonly (string | Span)[];

interface Word {
  /** The spaces before it; they go when the word starts a line. */
  gap: string;
  /** One word may change its tone in the middle. */
  pieces: (string | Span)[];
  width: number;
}

/** Where a line may be broken; a non-breaking space is none of them. */
const BREAK = /([ \t\n\r]+)/;

/**
 * Breaks between words only: a word wider than the line stands alone and sticks out, so that ids and addresses can be
 * copied. Runs of spaces inside a line stay, line breaks count as a space. Never empty: no text is one empty line.
 */
export function wrap(text: Text, columns: number): Line[] {
  const parts = typeof text === "string" ? [text] : text;
  const widthOfOne = parts.length === 1 ? widthAsItIs(text) : null;
  if (widthOfOne !== null && widthOfOne <= columns) return [widthOfOne === 0 ? [] : parts];
  const lines: (string | Span)[][] = [[]];
  let used = 0;
  for (const { gap, pieces, width } of words(text)) {
    const begun = lines.at(-1)?.length !== 0;
    const broken = begun && used + gap.length + width > columns;
    if (broken) {
      lines.push([]);
      used = 0;
    }
    const line = lines.at(-1) ?? [];
    const lead = begun && !broken ? gap : "";
    for (const [index, piece] of pieces.entries()) append(line, index === 0 ? lead : "", piece);
    used += lead.length + width;
  }
  return lines;
}

/** Width of the text set in a single line. */
export function textWidth(text: Text): number {
  return (
    widthAsItIs(text) ??
    words(text).reduce(
      (sum, { gap, width }, index) => sum + (index === 0 ? 0 : gap.length) + width,
      0,
    )
  );
}

/** Of a text that a line shows character by character, as nearly all are; null of any other. */
function widthAsItIs(text: Text): number | null {
  const whole = plainText(text);
  const isPadded = whole.startsWith(" ") || whole.endsWith(" ");
  return isPlain(whole) && !isPadded ? whole.length : null;
}

export function longestWord(text: Text): number {
  const whole = plainText(text);
  const widths = isPlain(whole)
    ? whole.split(" ").map(({ length }) => length)
    : words(text).map(({ width }) => width);
  return widths.reduce((most, width) => Math.max(most, width), 0); // there may be a million
}

function words(text: Text): Word[] {
  const parts = typeof text === "string" ? [text] : text;
  const areAllPlain = parts.every((part) => isPlain(wording(part)));
  const found: Word[] = [];
  let gap: string | null = "";
  for (const part of parts) {
    for (const [index, raw] of visible(wording(part)).split(BREAK).entries()) {
      if (index % 2 === 1) {
        gap = raw.includes("\n") || raw.includes("\t") ? " " : raw.replaceAll("\r", "");
      } else if (raw !== "") {
        const piece = worded(part, raw);
        const open = gap === null ? found.at(-1) : undefined;
        if (open === undefined) found.push({ gap: gap ?? "", pieces: [piece], width: 0 });
        else open.pieces.push(piece);
        gap = null;
      }
    }
  }
  for (const word of found) {
    const whole = word.pieces.map(wording).join("");
    word.width = areAllPlain ? whole.length : displayWidth(whole);
  }
  return found;
}

function append(line: (string | Span)[], gap: string, piece: string | Span): void {
  const last = line.at(-1);
  if (last !== undefined && isAlike(last, piece)) {
    line[line.length - 1] = worded(last, `${wording(last)}${gap}${wording(piece)}`);
    return;
  }
  if (gap !== "" && typeof last === "string") {
    line[line.length - 1] = `${last}${gap}`;
    line.push(piece);
  } else if (typeof piece === "string") line.push(`${gap}${piece}`);
  else line.push(...(gap === "" ? [] : [gap]), piece);
}

/** Other words that look, and lead, like a piece. */
function worded(piece: string | Span, text: string): string | Span {
  return typeof piece === "string" ? text : { ...piece, text };
}

function isAlike(one: string | Span, other: string | Span): boolean {
  if (typeof one === "string" || typeof other === "string") return typeof one === typeof other;
  return one.tone === other.tone && one.href === other.href;
}

function wording(piece: string | Span): string {
  return typeof piece === "string" ? piece : piece.text;
}
