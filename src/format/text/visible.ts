/** Characters that act on a terminal instead of showing: written out, so that data cannot move a cursor or hide a word. */

/** Control characters but for tab and line breaks; marks that turn the direction of text; separators of other lines. */
const ACTING =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** `\x1b` for an escape, `\u202e` for a right-to-left override; all else as it is. */
export function visible(text: string): string {
  return text.replaceAll(ACTING, (character) => {
    const code = character.charCodeAt(0);
    return code > 0xff
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : `\\x${code.toString(16).padStart(2, "0")}`;
  });
}
