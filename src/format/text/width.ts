/** How many terminal columns a text takes: wide characters and emoji count two, combining marks none. */
import stringWidth from "string-width";

/** As many columns as characters, as everybody counts them: nearly every text. */
const PLAIN = /^[\u0020-\u007E]*$/;

/** As terminals do: any other measure would set crooked columns. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
