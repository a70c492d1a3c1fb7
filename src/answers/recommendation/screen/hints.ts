/** Hints on the screen, as far as there is room. */
import type { Block } from "../../../format/document.ts";
import type { Answer } from "../recommend.ts";
import { SPARE } from "./spare.ts";

const MOST_HINTS = 3;

export function hintBlocks({ result }: Answer): Block[] {
  return result.hints.slice(0, MOST_HINTS).map((hint, place): Block => ({
    kind: "list",
    items: [hint],
    spare: SPARE.hint,
    ...(place === 0 ? {} : { tight: true as const }),
  }));
}
