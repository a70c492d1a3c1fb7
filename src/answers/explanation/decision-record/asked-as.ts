/** The options with which the question was asked, ready to be asked again. */
import { shellWord } from "../../../words/shell.ts";
import type { Need } from "../../../decision/need.ts";

/** In the order in which requirements are resolved; empty when nothing was stated. */
export function askedAs({ origins }: Need): string {
  const stated = Object.values(origins).flatMap(({ from, text }) => {
    if (from === "file") return [`-r ${shellWord(text.replace(/(?::\d+)+$/, ""))}`];
    if (from === "stdin") return ["-r -"];
    return from === "flag" ? [flagText(text)] : [];
  });
  return [...new Set(stated)].join(" ");
}

/** `--budget low` or `--needs vision --needs batch` as typed; a value of several words is quoted again. */
function flagText(text: string): string {
  const [flag = "", ...rest] = text.split(" ");
  if (rest.length === 0) return flag;
  const values = rest.join(" ").split(` ${flag} `);
  return values.map((value) => `${flag} ${shellWord(value)}`).join(" ");
}
