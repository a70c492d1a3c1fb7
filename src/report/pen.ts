/** What every part of the page is made with: elements, shapes, hues, and how wide a text is. */
import type { Answer } from "../answers/recommendation/recommend.ts";
import { elementMaker, type Make, type PageDocument, shapeMaker } from "./dom.ts";
import { type Palette, paletteOf } from "./palette.ts";

/** Width of a text in CSS pixels at this size, bold or not. */
export type TextWidth = (text: string, size: number, bold: boolean) => number;

export interface Pen {
  make: Make;
  shape: Make;
  palette: Palette;
  textWidth: TextWidth;
  /** Whether a script is there to open what can be opened. */
  isLive: boolean;
}

/** @param asked the answer to what was asked, before anything was moved */
export function penOf(
  document: PageDocument,
  asked: Answer,
  { isLive, textWidth }: Pick<Pen, "isLive" | "textWidth">,
): Pen {
  return {
    make: elementMaker(document),
    shape: shapeMaker(document),
    palette: paletteOf(asked.decision.sheets.catalog, asked.result),
    textWidth,
    isLive,
  };
}
