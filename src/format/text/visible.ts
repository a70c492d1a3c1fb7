/** Characters and words that act instead of showing, written out: no cursor moved, no command to a workflow's runner. */

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
 * Control characters but for tab and line breaks; format characters, which turn the direction of text, join, or say a
 * sentence in invisible tags; separators of other lines.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `\x1b` for an escape, `\u202e` for a right-to-left override, `\u{e0041}` for a tag; all else as it is. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) return `\\u{${code.toString(16)}}`;
    return code > 0xff
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : `\\x${code.toString(16).padStart(2, "0")}`;
  });
}
