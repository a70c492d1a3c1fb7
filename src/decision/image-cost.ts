/** Image tokens that one model bills for a request. */
import type { NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { ImageInput } from "../schema/requirements.ts";
import {
  type ImageBill,
  type ImageSize,
  imageTokens,
  type PatchBill,
  type PatchRates,
  patchTokens,
  type TileRates,
} from "./images.ts";

export interface BilledImages {
  image: ImageInput;
  /** Tokens of one image; null when nobody says how this model counts it. */
  tokensEach: number | null;
  count: number;
  /** How one image comes to its tokens; null where the tokens themselves were stated, or the rule is unknown. */
  tiling: (ImageBill & TileRates) | null;
  /** The same by patches. */
  patching: (PatchBill & PatchRates) | null;
  /** Tokens of one image at the smallest patch budget known of any model, where this one's is not known. */
  leastTokensEach: number | null;
}

export interface ImageTokenFacts {
  base: NumericFact;
  perTile: NumericFact;
  patches: Record<keyof PatchRates, NumericFact>;
}

export function imageTokenFacts(sheet: FactSheet): ImageTokenFacts {
  return sheet.group("imageTokens", () => ({
    base: sheet.numeric("imageTokens.base"),
    perTile: sheet.numeric("imageTokens.perTile"),
    patches: {
      sidePixels: sheet.numeric("imageTokens.patches.sidePixels"),
      multiplier: sheet.numeric("imageTokens.patches.multiplier"),
      budget: sheet.numeric("imageTokens.patches.budget"),
    },
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
  const facts = imageTokenFacts(sheet);
  const own = tileRatesOf(facts);
  const patches = patchRatesOf(facts);
  const none = { tiling: null, patching: null, leastTokensEach: null };
  return images.map((image) => {
    const { count } = image;
    if ("tokens" in image) {
      const tokensEach = convertedTokens(image, sheet, own, ruleOf(image.countedOn));
      return { ...none, image, count, tokensEach };
    }
    if (own !== null) {
      const tiling = { ...imageTokens(image, own), ...own };
      return { ...none, image, count, tokensEach: tiling.tokens, tiling };
    }
    if (patches === null) return { ...none, image, count, tokensEach: null };
    const patching = { ...patchTokens(image, patches), ...patches };
    const least =
      patches.budget === null
        ? patchTokens(image, { ...patches, budget: SMALLEST_PATCH_BUDGET }).tokens
        : null;
    return { ...none, image, count, tokensEach: patching.tokens, patching, leastTokensEach: least };
  });
}

/**
 * Patches an image may have on every model whose budget is known (the vendor's vision guide of 2025). Where nobody
 * says, a larger image is billed somewhere between this many and all it has.
 */
const SMALLEST_PATCH_BUDGET = 1536;

/** What one image of a size is billed on a model, by whichever rule it has; null where nobody says. */
export function tokensOfImage(image: ImageSize, facts: ImageTokenFacts): number | null {
  const tiles = tileRatesOf(facts);
  if (tiles !== null) return imageTokens(image, tiles).tokens;
  const patches = patchRatesOf(facts);
  return patches === null ? null : patchTokens(image, patches).tokens;
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

function patchRatesOf({ patches }: ImageTokenFacts): PatchRates | null {
  const { sidePixels, multiplier, budget } = patches;
  return sidePixels.value === null || multiplier.value === null
    ? null
    : { sidePixels: sidePixels.value, multiplier: multiplier.value, budget: budget.value };
}
