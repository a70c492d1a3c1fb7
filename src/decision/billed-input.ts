/** Input billed otherwise than by the token of its text: images, cached input, cache writes, long prompts; and what a bill leaves out. */
import type { NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { LongContextMultiples, PriceFacts } from "../facts/fact-sheets.ts";
import { exact, type Money, NO_MONEY } from "../facts/money.ts";
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
import type { NeedWorkload } from "./need.ts";

// Image tokens that one model bills for a request.

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

export type CostNote =
  | { code: "below-cache-minimum"; cachedTokens: number; minimumTokens: number }
  | { code: "no-cached-price" }
  | { code: "cache-writes"; usdPerMillionTokens: number }
  | { code: "search-content-unlisted" }
  /** The multiples apply to this very request. */
  | { code: "long-context-billed"; aboveInputTokens: number; input: number; output: number }
  /** The mean request is not that long, the longest one is. */
  | { code: "long-context-possible"; aboveInputTokens: number; meanInputTokens: number };

/** Only some models have a fixed block; elsewhere the tokens found are billed, and nobody can say how many. */
export function searchContentNote(
  { webSearches }: NeedWorkload,
  block: NumericFact,
): CostNote | null {
  return webSearches === 0 || block.value !== null ? null : { code: "search-content-unlisted" };
}

export function longContextNote(
  { inputTokens }: NeedWorkload,
  { aboveInputTokens, input, output }: LongContextMultiples,
): CostNote | null {
  if (aboveInputTokens === null) return null;
  if (input !== 1 || output !== 1) {
    return { code: "long-context-billed", aboveInputTokens, input, output };
  }
  return inputTokens.max > aboveInputTokens
    ? { code: "long-context-possible", aboveInputTokens, meanInputTokens: inputTokens.mean }
    : null;
}

// Input billed at the price of cached input, and what a reader should know about it.

/** Tokens of a request that the cached price holds for; all or none of those the workload states. */
export function billableCachedTokens(
  sheet: FactSheet,
  workload: NeedWorkload,
  prices: PriceFacts,
): { tokens: number; note: CostNote | null } {
  const asked = workload.cachedInputTokens;
  if (asked === 0) return { tokens: 0, note: null };
  const minimum = cacheMinimum(sheet);
  if (workload.cachedAsBilled !== true && minimum !== null && asked < minimum) {
    return {
      tokens: 0,
      note: { code: "below-cache-minimum", cachedTokens: asked, minimumTokens: minimum },
    };
  }
  if (prices.cachedInput.value === null) {
    return { tokens: 0, note: { code: "no-cached-price" } };
  }
  return { tokens: asked, note: null };
}

/** Shortest prefix the vendor caches, tokens; null where nobody states one. */
export function cacheMinimum(sheet: FactSheet): number | null {
  return sheet.numeric("limits.promptCacheMinimumTokens").value;
}

/**
 * Tokens of a request written to the cache: none where the vendor caches no prefix so short, nor what was read from it.
 * @param uncached the input without what was read from the cache
 */
export function writtenTokens(
  { cacheWriteTokens = 0 }: NeedWorkload,
  { note }: ReturnType<typeof billableCachedTokens>,
  uncached: Money,
): Money {
  if (cacheWriteTokens === 0 || note?.code === "below-cache-minimum") return NO_MONEY;
  const written = exact(cacheWriteTokens);
  return written.gt(uncached) ? uncached : written;
}

/** How often a prefix is written depends on pauses between requests: it is billed where the user says, and told otherwise. */
export function cacheWriteNote(
  { cacheWriteTokens }: NeedWorkload,
  cachedTokens: number,
  { cacheWrite, input }: PriceFacts,
): CostNote | null {
  if (cachedTokens === 0 || cacheWriteTokens !== undefined || cacheWrite.value === null) {
    return null;
  }
  // Where writing costs what sending does, nothing is left out of the bill.
  return input.value !== null && cacheWrite.value <= input.value
    ? null
    : { code: "cache-writes", usdPerMillionTokens: cacheWrite.value };
}
