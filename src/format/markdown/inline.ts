/** Running text as Markdown: every character that would mean something is escaped, tones become emphasis. */
import type { Text } from "../document.ts";
import { wrap } from "../text/wrap.ts";
import { MARKDOWN_TONES } from "../tones.ts";

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
