/** What every part of the page is made with: elements, shapes, hues and symbols of models, and how wide a text is. */
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

/** As many as all kinds of sight tell apart; every further model is grey. */
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
 * A model keeps its hue whatever is moved: its place in the catalog decides. Of more models than there are hues those
 * that ranked best in what was asked have one.
 */
export function paletteOf(
  { models }: Pick<CatalogData, "models">,
  { ranking }: Pick<RecommendationResult, "ranking">,
): Palette {
  const modelOf = (id: string) =>
    models.findIndex(
      (model) => model.id === id || model.snapshots.some((snapshot) => snapshot.id === id),
    );
  const places = models.map((_model, place) => place);
  const best = [...new Set([...ranking.map(({ model }) => modelOf(model)), ...places])];
  const hued = best.slice(0, HUES).toSorted((one, two) => one - two);
  const hueOf = (id: string) => {
    const place = hued.indexOf(modelOf(id));
    return place === -1 ? "other" : String(place + 1);
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
