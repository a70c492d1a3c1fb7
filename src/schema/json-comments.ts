/** JSON as people keep it: comments of both kinds, and a comma after the last entry. */

/** Each alternative takes all it has looked at, closed or not, so that no text is looked at twice. */
const TOKEN =
  /"(?:[^"\\]|\\[^])*"?|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|[,}\]]|[^\s",}\]/]+|\//g;

/** The same text with blanks for its comments and commas too many, so that every offset stays what it is. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let end = 0;
  /** Place in `parts` of a comma that nothing but blanks and comments has followed. */
  let comma: number | null = null;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, index));
    end = index + token.length;
    if (/^\/[/*]/.test(token)) {
      parts.push(token.replaceAll(/[^\r\n]/g, " "));
      continue;
    }
    if ((token === "}" || token === "]") && comma !== null) parts[comma] = " ";
    comma = token === "," ? parts.length : null;
    parts.push(token);
  }
  return parts.join("") + text.slice(end);
}
