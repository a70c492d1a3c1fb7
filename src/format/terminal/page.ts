/** The screen to be set: how wide it is, and how a line of toned text is painted on it. */
import { Chalk, type ChalkInstance } from "chalk";
import type { Span } from "../document.ts";
import type { Style } from "../presentation.ts";
import type { Line } from "../text/wrap.ts";
import { TERMINAL_TONES } from "../tones.ts";

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
