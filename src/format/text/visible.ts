/** Characters that act or hide instead of showing: written out, so that data cannot move a cursor or hold a hidden word. */

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
