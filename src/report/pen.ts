/** The pen that draws the page: elements, shapes, hues and symbols of models, and how wide a text is. */
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
} from "d3-shape";
import type { Answer } from "../answers/recommendation/recommend.ts";
import type { RecommendationResult } from "../answers/recommendation/schema.ts";
import type { CatalogData } from "../schema/catalog.ts";
import { elementMaker, type Make, type PageDocument, shapeMaker } from "./dom.ts";

// Hues and symbols of models: the style sheet knows how each hue looks in light, in dark and on paper.

/** As many as all kinds of sight tell apart. */
const HUES = 6;
const SYMBOLS: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
];

export interface Palette {
  /** A class that sets `--own` to the model's hue. */
  classOf(id: string): string;
  /** The hue, as CSS. */
  colourOf(id: string): string;
  /** The model's symbol around 0, 0 as a path: shape tells models apart where hue cannot. */
  symbolOf(id: string, area: number): string;
}

/**
 * A model's hue is its own: its place among the models of its role decides, from the first hue on for candidates, from
 * the last back for successors, so that those people look at together differ. What is added later takes no other's
 * hue. Where two have the same one the better ranked in what was asked shows it, and the other is grey.
 */
export function paletteOf(
  { models }: Pick<CatalogData, "models">,
  { ranking }: Pick<RecommendationResult, "ranking">,
): Palette {
  const modelOf = (id: string) =>
    models.findIndex(
      (model) => model.id === id || model.snapshots.some((snapshot) => snapshot.id === id),
    );
  const hues = models.map(({ role }, place) => {
    const before = models.slice(0, place).filter((model) => model.role === role).length % HUES;
    return role === "candidate" ? before + 1 : HUES - before;
  });
  // Of models that are not ranked the later ones in the catalog are the newer.
  const places = models.map((_model, place) => place).toReversed();
  const best = [...new Set([...ranking.map(({ model }) => modelOf(model)), ...places])];
  const hueOf = (id: string) => {
    const place = modelOf(id);
    const first = best.find((each) => hues[each] === hues[place]);
    return place === -1 || first !== place ? "other" : String(hues[place]);
  };
  return {
    classOf: (id) => `model-${hueOf(id)}`,
    colourOf: (id) => `var(--model-${hueOf(id)})`,
    symbolOf(id, area) {
      const type = SYMBOLS[Math.max(0, modelOf(id)) % SYMBOLS.length] ?? symbolCircle;
      return symbol(type, area).digits(1)() ?? "";
    },
  };
}

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
