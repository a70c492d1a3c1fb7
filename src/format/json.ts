/** The public JSON value, two spaces deep, without a character that a terminal or a workflow obeys. */
import { unseen } from "../schema/texts.ts";
import type { Presentation } from "./presentation.ts";

// JSON text that shows what it holds: the same value, without a character that a terminal or a workflow obeys.

/** What `JSON.stringify` leaves as it is: all but the control characters of seven bits. */
const left = () => unseen(String.raw`[\0-\x1F]`);
/** Most records hold nothing but what seven bits show: that is told at once, and Unicode not asked of each character. */
const BEYOND_ASCII = /[^\0-~]/;
/** An older command of GitHub's runner, which counts anywhere in a line. */
const COMMAND = "##[";

export function harmlessJson(text: string): string {
  const shown = BEYOND_ASCII.test(text) ? text.replaceAll(left(), escaped) : text;
  return shown.replaceAll(COMMAND, String.raw`\u0023#[`);
}

/** Whether there is anything in a text that {@link harmlessJson} would write out. */
export function needsEscapes(text: string): boolean {
  return text.search(left()) !== -1 || text.includes(COMMAND);
}

/** In UTF-16 units, as JSON has them. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, place) => {
    const unit = character.charCodeAt(place).toString(16).padStart(4, "0");
    return `\\u${unit}`;
  }).join("");
}

export function render({ data }: Presentation): string {
  return `${harmlessJson(JSON.stringify(data(), null, 2))}\n`;
}
