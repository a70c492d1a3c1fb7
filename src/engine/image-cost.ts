/** Tokens one model bills for the images of a request. */
import type { ImageInput } from "../schema/requirements.ts";
import type { NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";
import { imageTokens } from "./images.ts";

export interface BilledImages {
  image: ImageInput;
  /** Tokens of one image; null when nobody says how this model counts it. */
  tokensEach: number | null;
  count: number;
}

export interface ImageTokenFacts {
  base: NumericFact;
  perTile: NumericFact;
}

export function imageTokenFacts(sheet: FactSheet): ImageTokenFacts {
  const { imageTokens: counts } = sheet.candidate.model;
  return {
    base: sheet.numeric("imageTokens.base", counts?.base, "limit"),
    perTile: sheet.numeric("imageTokens.perTile", counts?.perTile, "limit"),
  };
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
  const own = imageTokenFacts(sheet);
  return images.map((image) => ({
    image,
    count: image.count,
    tokensEach:
      "tokens" in image
        ? convertedTokens(image, sheet, own, ruleOf(image.countedOn))
        : tokensOfRule(own, (rule) => imageTokens(image, rule).tokens),
  }));
}

function convertedTokens(
  image: Extract<ImageInput, { tokens: number }>,
  sheet: FactSheet,
  own: ImageTokenFacts,
  counted: ImageTokenFacts | null,
): number | null {
  if (image.countedOn === sheet.candidate.id || image.countedOn === sheet.candidate.model.id) {
    return image.tokens;
  }
  const tiles =
    counted && tokensOfRule(counted, (rule) => (image.tokens - rule.base) / rule.perTile);
  if (tiles === null || !Number.isInteger(tiles) || tiles < 0) return null;
  return tokensOfRule(own, (rule) => rule.base + tiles * rule.perTile);
}

function tokensOfRule(
  facts: ImageTokenFacts,
  compute: (rule: { base: number; perTile: number }) => number,
): number | null {
  const base = facts.base.value;
  const perTile = facts.perTile.value;
  return base === null || perTile === null ? null : compute({ base, perTile });
}
