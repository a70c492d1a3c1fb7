/** Shows what was typed inside a message: on one line, never long, control characters visible. */

const LONGEST = 60;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text in single quotes, shortened beyond 60 characters, with unprintable characters as `\u{…}`. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join("")}…`;
  return `'${shown.replace(UNPRINTABLE, escaped)}'`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
