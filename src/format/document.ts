/** The neutral document: blocks and toned text, from which every human-readable format is made; and harmless text. */
import { unseen } from "../schema/texts.ts";

/** Meaning, not colour: each format decides what a tone looks like, and none may depend on it alone. */
export const TONES = ["strong", "dim", "good", "chosen", "warning", "bad", "accent"] as const;
export type Tone = (typeof TONES)[number];

export interface Span {
  text: string;
  tone?: Tone;
  /** Where more of it is to be read: a link on terminals that can, and the text alone everywhere else. */
  href?: string;
}

/** Running text; plain where no tone is given. */
export type Text = string | readonly (string | Span)[];

export interface Column {
  header: string;
  align: "left" | "right";
}

/** A labelled paragraph: `Why   $517 a month less.` */
export interface Note {
  label: string;
  text: Text;
  /** The same text in columns, one line below the other, where there is room for them. */
  lines?: readonly NoteLine[];
  /** See `Spare`. */
  spare?: number;
  brief?: Brief;
}

export interface NoteLine {
  cells: readonly Text[];
  spare?: number;
}

export interface TableBlock {
  kind: "table";
  /** Bold above headers, plain above rows that hang below it. */
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly Text[])[];
  /** As `spare`, of its rows from the last one up; the first always stays. */
  spareRows?: number;
  /** Where there is no room for its columns, each row is told in running text rather than a line a column. */
  isBrief?: true;
}

/** How a block stands on the screen. */
interface Standing extends Spare {
  /** Right below the block before it, without a blank line. */
  tight?: true;
  /** What the marks of the screen mean: the way on stands right below it. */
  isFootnote?: true;
}

/** Goes where the screen is full: 1 before 2, the last of equals first. What has no number always stays. */
export interface Spare {
  spare?: number;
}

/** What is left of a text where the screen is full; of a headline, of its right end. */
export interface Brief {
  text: Text;
  spare: number;
}

export type Block = Standing &
  (
    | /** The answer: what it is on the left, how sure it is on the right; `oneLine`: however long, for a log. */
      { kind: "headline"; left: Text; right?: Text; oneLine?: boolean; brief?: Brief }
    /** Something to know before anything else. */
    | { kind: "alert"; text: Text; brief?: Brief }
    | { kind: "heading"; text: string }
    | { kind: "paragraph"; text: Text; brief?: Brief }
    | { kind: "list"; items: readonly Text[] }
    /** Labelled paragraphs, labels in one column. */
    | { kind: "notes"; rows: readonly Note[] }
    | TableBlock
  );

export interface Document {
  /** For formats that have one (HTML, decision records); screens lead with their first block. */
  title: string;
  blocks: readonly Block[];
  /** For a terminal alone: what it has room for, and the way on. */
  screen?: ScreenFit;
}

export interface ScreenFit {
  /** Lines at most, as long as anything can be spared. */
  lines: number;
  /** Whether a terminal of known height gets as much as keeps the first line in sight, be it less or more. */
  fillsTerminal?: true;
  /** The last line, given how many notes were left out. */
  last: (leftOut: number) => Text;
  /** The same in fewer words, before anything else is left out. */
  lastInBrief?: (leftOut: number) => Text;
}

export function span(tone: Tone, text: string): Span {
  return { text, tone };
}

export function strong(text: string): Span {
  return span("strong", text);
}

export function dim(text: string): Span {
  return span("dim", text);
}

/** A name and what it links to; the name alone where it has no address. */
export function linked(text: string, href: string | null | undefined, tone?: Tone): Span {
  return { text, ...(tone === undefined ? {} : { tone }), ...(href ? { href } : {}) };
}

/** The words without their tones. */
export function plainText(text: Text): string {
  if (typeof text === "string") return text;
  return text.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

// Words from catalogs and files, printed as words: no line of them is a command to GitHub's runner.

export function withoutCommands(text: string): string {
  if (!text.includes("::") && !text.includes(OLD_COMMAND)) return text;
  return withoutOldCommand(text)
    .split(/(\r\n|\r|\n)/)
    .map((line) => line.replace(/^(\s*):(?=:)/, "$1: "))
    .join("");
}

const OLD_COMMAND = "##[";

/** The runner's older syntax counts anywhere in a line. */
export function withoutOldCommand(text: string): string {
  return text.replaceAll(OLD_COMMAND, "# #[");
}

/**
 * Beside ASCII Latin letters, dashes, quotation marks, arrows, mathematics and frames: in none of them is a character
 * that acts, or an emoji.
 */
const PLAIN =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2193\u2200-\u22FF\u2500-\u257F]*$/;

/** Nearly every text: each character shows, and as one column. Where it is so, no table of Unicode is loaded. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** `\x1b` for an escape, `\u202e` for a right-to-left override, `\u{e0041}` for a tag; all else as it is. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text.replaceAll(unseen(String.raw`[\t\n\r]`), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) return `\\u{${code.toString(16)}}`;
    return code > 0xff
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : `\\x${code.toString(16).padStart(2, "0")}`;
  });
}
