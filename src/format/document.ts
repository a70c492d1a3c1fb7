/** What there is to say, apart from how it is set: the neutral form every human-readable format is made from. */

/** Meaning, not colour: each format decides what a tone looks like, and none may depend on it alone. */
export const TONES = ["strong", "dim", "good", "warning", "bad", "accent"] as const;
export type Tone = (typeof TONES)[number];

export interface Span {
  text: string;
  tone: Tone;
}

/** Running text; plain where no tone is given. */
export type Text = string | readonly (string | Span)[];

export interface Column {
  header: string;
  align: "left" | "right";
}

export type Block =
  /** The answer: what it is on the left, how sure it is on the right; `oneLine`: however long, for a log. */
  | { kind: "headline"; left: Text; right?: Text; oneLine?: boolean }
  /** Something to know before anything else. */
  | { kind: "alert"; text: Text }
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: Text }
  | { kind: "list"; items: readonly Text[] }
  /** Labelled paragraphs, labels in one column: `Why   $33 a month instead of …`. */
  | { kind: "notes"; rows: readonly { label: string; text: Text }[] }
  | {
      kind: "table";
      caption?: string;
      columns: readonly Column[];
      rows: readonly (readonly Text[])[];
    };

export interface Document {
  /** For formats that have one (HTML, decision records); screens lead with their first block. */
  title: string;
  blocks: readonly Block[];
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

/** The words without their tones. */
export function plainText(text: Text): string {
  if (typeof text === "string") return text;
  return text.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
