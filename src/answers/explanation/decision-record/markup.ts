/** The Markdown of a decision record: parts a blank line apart, and every text escaped. */
import { inline, opening } from "../../../format/markdown.ts";
import { visible } from "../../../format/document.ts";

/** The parts that say something, ending with one newline. */
export function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Items that are Markdown already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join("\n");
}

/** Plain text as Markdown, inside a line. */
export function line(text: string): string {
  return inline(text);
}

/** Plain text as Markdown at the start of a line. */
export function paragraph(text: string): string {
  return opening(text);
}

/** Text to be copied as it is; the fence is longer than any run of its own characters inside. */
export function codeBlock(lines: readonly string[], language = "shell"): string {
  const shown = lines.map((each) => visible(each).replaceAll(/\s+/g, " "));
  const longest = Math.max(
    0,
    ...shown.flatMap((each) => each.match(/`+/g) ?? []).map((run) => run.length),
  );
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** An address in angle brackets; the characters that would end it are encoded. */
export function address(url: string): string {
  return `<${visible(url).replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(/\s/g, "%20")}>`;
}
