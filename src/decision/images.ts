/** Tokens an image is billed, by the two rules of the vendor's vision guide: tiles, or patches (platform.openai.com/docs/guides/images-vision). */
import type { ImageDetail } from "../schema/vocabulary.ts";

/** The rule's own geometry, in pixels: fit into the square, then the shortest side, then tiles of this side. */
const FIT_SIDE = 2048;
const SHORTEST_SIDE = 768;
const TILE_SIDE = 512;

export interface ImageSize {
  /** Pixels. */
  width: number;
  height: number;
  detail: ImageDetail;
}

/** One model's price of an image in tokens: a fixed part, and one part per tile. */
export interface TileRates {
  base: number;
  perTile: number;
}

export interface ImageBill {
  tokens: number;
  /** Size after scaling, pixels, unrounded; null at low detail, where no tile is read. */
  scaled: { width: number; height: number } | null;
  tilesWide: number;
  tilesHigh: number;
  tiles: number;
}

/**
 * The tokens billed for one image, with the arithmetic to show.
 *
 * `auto` counts as high: the vendor may settle for low, so this is the most it can bill. An image is never scaled
 * up. The scale is kept as a fraction of whole numbers and only the tile count is rounded, so a side that scales to
 * exactly 768 or 1,024 pixels never gains a tile from a rounding error.
 */
export function imageTokens(image: ImageSize, rates: TileRates): ImageBill {
  if (image.detail === "low") {
    return { tokens: rates.base, scaled: null, tilesWide: 0, tilesHigh: 0, tiles: 0 };
  }
  const scale = tileScale(Math.max(image.width, image.height), Math.min(image.width, image.height));
  const tilesAlong = (side: number) =>
    Math.ceil((side * scale.numerator) / (scale.denominator * TILE_SIDE));
  const tilesWide = tilesAlong(image.width);
  const tilesHigh = tilesAlong(image.height);
  const tiles = tilesWide * tilesHigh;
  return {
    tokens: rates.base + rates.perTile * tiles,
    scaled: {
      width: (image.width * scale.numerator) / scale.denominator,
      height: (image.height * scale.numerator) / scale.denominator,
    },
    tilesWide,
    tilesHigh,
    tiles,
  };
}

/** The smallest of 1, 2048 / longest and 768 / shortest: fitting twice is the same as fitting once to the tighter. */
function tileScale(longest: number, shortest: number): { numerator: number; denominator: number } {
  if (longest <= FIT_SIDE && shortest <= SHORTEST_SIDE) return { numerator: 1, denominator: 1 };
  return FIT_SIDE * shortest < SHORTEST_SIDE * longest
    ? { numerator: FIT_SIDE, denominator: longest }
    : { numerator: SHORTEST_SIDE, denominator: shortest };
}

/** One model's rule of patches. */
export interface PatchRates {
  sidePixels: number;
  /** Tokens a patch. */
  multiplier: number;
  /** Most patches of an image; null where nobody says, and then an image is billed for all it has. */
  budget: number | null;
}

export interface PatchBill {
  tokens: number;
  patchesWide: number;
  patchesHigh: number;
  patches: number;
}

/**
 * The tokens billed for one image by patches. One with more patches than the budget is scaled down: to the budget's
 * area, then so that the side that fits worse holds whole patches. Every detail counts as high, the most it can cost.
 */
export function patchTokens({ width, height }: ImageSize, rates: PatchRates): PatchBill {
  const { sidePixels: side, multiplier, budget } = rates;
  const whole = billOfPatches(Math.ceil(width / side), Math.ceil(height / side), multiplier);
  if (budget === null || whole.patches <= budget) return whole;
  const byArea = Math.sqrt((side * side * budget) / (width * height));
  const inPatches = (pixels: number) => (pixels * byArea) / side;
  const fit = (pixels: number) => Math.floor(inPatches(pixels)) / inPatches(pixels);
  const scale = byArea * Math.min(fit(width), fit(height));
  // An image far longer than wide would keep no patch at all along its short side.
  // Whole pixels: a side that scales to exactly so many patches gains none from a rounding error.
  const along = (pixels: number) => Math.max(1, Math.ceil(Math.round(pixels * scale) / side));
  return billOfPatches(along(width), along(height), multiplier);
}

function billOfPatches(patchesWide: number, patchesHigh: number, multiplier: number): PatchBill {
  const patches = patchesWide * patchesHigh;
  return { tokens: Math.ceil(patches * multiplier), patchesWide, patchesHigh, patches };
}
