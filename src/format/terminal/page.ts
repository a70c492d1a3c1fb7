/** The screen to be set: how wide it is, and how a line of toned text is painted on it. */
import { Chalk, type ChalkInstance } from "chalk";
import type { Line } from "../text/wrap.ts";
import type { Style } from "../format.ts";
import { TERMINAL_TONES } from "../tones.ts";

export interface Page {
  chalk: ChalkInstance;
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

export function pageOf({ columns, colour }: Style): Page {
  const inner = Math.max(NARROWEST, Math.trunc(columns) || 0) - MARGIN.length;
  return {
    chalk: new Chalk({ level: colour ? 1 : 0 }),
    textColumns: Math.min(WIDEST_TEXT, inner),
    tableColumns: inner,
  };
}

/** A space that keeps words together, or a cell indented, is printed as any other: what is copied must paste. */
export function paint(line: Line, { chalk }: Page): string {
  return line
    .map((piece) =>
      typeof piece === "string" ? piece : TERMINAL_TONES[piece.tone](chalk)(piece.text),
    )
    .join("")
    .replaceAll("\u00A0", " ");
}
