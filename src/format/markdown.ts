/** GitHub-flavoured Markdown, to be pasted into a pull request. */
import {
  type Block,
  type Document,
  type Text,
  plainText,
  strong,
  type Column,
  type Tone,
} from "./document.ts";
import type { Presentation } from "./presentation.ts";
import { displayWidth, wrap } from "./text.ts";

// Running text as Markdown: every character that would mean something is escaped, tones become emphasis.

/** Text inside a line: headings and table cells. Line breaks and runs of spaces are one space. */
export function inline(text: Text): string {
  const [line = []] = wrap(text, Infinity);
  const pieces: { mark: string; words: string }[] = [];
  for (const piece of line) {
    const { tone, text: words } = typeof piece === "string" ? { text: piece } : piece;
    const mark = tone === undefined ? "" : MARKDOWN_TONES[tone];
    const last = pieces.at(-1);
    if (last?.mark === mark) last.words += words;
    else pieces.push({ mark, words });
  }
  return pieces
    .map(({ mark, words }) => emphasised(escaped(words), mark))
    .join("")
    .replaceAll(/[ \u00A0]+/g, " ");
}

/** Text that starts a line of its own, where a few more characters would begin a list, a heading or a quote. */
export function opening(text: Text): string {
  return inline(text)
    .replace(/^[#>+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Marks must touch the words: `** bold**` is not bold. */
function emphasised(words: string, mark: string): string {
  if (mark === "") return words;
  return words.replace(/^(\s*)(.*?)(\s*)$/, (whole, before, bold, after) =>
    bold === "" ? whole : `${before}${mark}${bold}${mark}${after}`,
  );
}

/** An underscore inside a word is left alone, for the sake of who reads the source. */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/[\\`*[\]|~]/g, "\\$&")
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replaceAll(/&(?=#?\w+;)/g, "&amp;")
      .replaceAll("<", "&lt;")
      // A name after it would be called to the pull request.
      .replaceAll(/(?<![\w`/.])@(?=\w)/g, "&#64;")
  );
}

/** Markdown has emphasis and no colour. */
const MARKDOWN_TONES = {
  strong: "**",
  dim: "",
  good: "",
  chosen: "**",
  warning: "**",
  bad: "**",
  accent: "",
} as const satisfies Record<Tone, string>;

/** Wider columns are not padded: the source would be mostly spaces. */
const WIDEST_PADDED = 40;
/** What GitHub takes for a rule. */
const NARROWEST_RULE = 3;

/** A table in GitHub's Markdown, its columns lined up in the source where they are narrow enough. */
export function table(columns: readonly Column[], rows: readonly (readonly Text[])[]): string {
  const header = columns.map((column) => inline(column.header));
  const body = rows.map((row) => columns.map((_, index) => inline(row[index] ?? "")));
  const widths = columns.map((_, index) => {
    const widest = Math.max(...[header, ...body].map((row) => displayWidth(row[index] ?? "")));
    return widest > WIDEST_PADDED ? NARROWEST_RULE : Math.max(NARROWEST_RULE, widest);
  });
  const rules = columns.map(({ align }, index) => {
    const width = widths[index] ?? NARROWEST_RULE;
    return align === "right" ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
  const padded = (row: readonly string[]) =>
    row.map((cell, index) => {
      const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
      return columns[index]?.align === "right" ? padding + cell : cell + padding;
    });
  return [padded(header), rules, ...body.map(padded)]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

export function render({ document }: Presentation): string {
  return `${sections(document()).join("\n\n")}\n`;
}

function sections({ title, blocks }: Document): string[] {
  const titled = blocks[0]?.kind === "headline" ? [] : [`## ${inline(title)}`];
  const parts = blocks.map((block, index) => {
    const follows = block.kind === "alert" && blocks[index - 1]?.kind === "alert";
    return { text: markdownOf(block, follows), follows };
  });
  const joined: string[] = [];
  for (const { text, follows } of parts) {
    const last = joined.length - 1;
    if (follows) joined[last] = `${joined[last] ?? ""}\n>\n${text}`;
    else joined.push(text);
  }
  return [...titled, ...joined];
}

/** @param follows an alert after another one: both stand in one box */
function markdownOf(block: Block, follows: boolean): string {
  switch (block.kind) {
    case "headline":
      return [
        `## ${inline(plainText(block.left))}`,
        ...(block.right ? [opening(block.right)] : []),
      ].join("\n\n");
    case "alert":
      return `${follows ? "" : "> [!WARNING]\n"}> ${opening(block.text)}`;
    case "heading":
      return `### ${inline(block.text)}`;
    case "paragraph":
      return opening(block.text);
    case "list":
      return bullets(block.items);
    case "notes":
      return bullets(block.rows.map(({ label, text }) => labelled(label, text)));
    case "table": {
      const above = block.caption === undefined ? [] : [inline([strong(block.caption)])];
      const below =
        block.rows.length === 0 ? "(nothing to list)" : table(block.columns, block.rows);
      return [...above, below].join("\n\n");
    }
  }
}

function labelled(label: string, text: Text): Text {
  if (label.trim() === "") return text;
  return [strong(`${label}:`), " ", ...(typeof text === "string" ? [text] : text)];
}

function bullets(items: readonly Text[]): string {
  return items.map((item) => `- ${opening(item)}`).join("\n");
}
