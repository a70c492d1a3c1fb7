/** Tokens one model bills for the images of a request. */
import type { ImageInput } from "../schema/requirements.ts";
import type { NumericFact } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { type ImageBill, imageTokens, type TileRates } from "./images.ts";

export interface BilledImages {
  image: ImageInput;
  /** Tokens of one image; null when nobody says how this model counts it. */
  tokensEach: number | null;
  count: number;
  /** How one image comes to its tokens; null where the tokens themselves were stated, or the rule is unknown. */
  tiling: (ImageBill & TileRates) | null;
}

export interface ImageTokenFacts {
  base: NumericFact;
  perTile: NumericFact;
}

export function imageTokenFacts(sheet: FactSheet): ImageTokenFacts {
  return sheet.group("imageTokens", () => ({
    base: sheet.numeric("imageTokens.base"),
    perTile: sheet.numeric("imageTokens.perTile"),
  }));
}

/**
 * Billed tokens image by image. An image known only by another model's count is converted through that model's
 * own tile rule (`ruleOf`), and stays unknown where its count fits no whole number of tiles.
 */
export function billedImages(
  images: readonly ImageInput[],
  sheet: FactSheet,
  ruleOf: (modelId: string) => ImageTokenFacts | null,
): BilledImages[] {
  if (images.length === 0) return [];
  const own = tileRatesOf(imageTokenFacts(sheet));
  return images.map((image) => {
    const { count } = image;
    if ("tokens" in image) {
      const tokensEach = convertedTokens(image, sheet, own, ruleOf(image.countedOn));
      return { image, count, tokensEach, tiling: null };
    }
    const tiling = own === null ? null : { ...imageTokens(image, own), ...own };
    return { image, count, tokensEach: tiling?.tokens ?? null, tiling };
  });
}

function convertedTokens(
  image: Extract<ImageInput, { tokens: number }>,
  sheet: FactSheet,
  own: TileRates | null,
  countedBy: ImageTokenFacts | null,
): number | null {
  if (image.countedOn === sheet.candidate.id || image.countedOn === sheet.candidate.model.id) {
    return image.tokens;
  }
  const counted = countedBy && tileRatesOf(countedBy);
  if (counted === null || own === null) return null;
  const tiles = (image.tokens - counted.base) / counted.perTile;
  return Number.isInteger(tiles) && tiles >= 0 ? own.base + tiles * own.perTile : null;
}

function tileRatesOf({ base, perTile }: ImageTokenFacts): TileRates | null {
  return base.value === null || perTile.value === null
    ? null
    : { base: base.value, perTile: perTile.value };
}
