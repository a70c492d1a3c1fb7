/** The images of a bill, each with the arithmetic that leads to its tokens. */
import type { BilledImages } from "../../decision/billed-input.ts";
import { type CostEstimate, priceOf } from "../../decision/cost.ts";
import { exact, perMillion, usd } from "../../facts/money.ts";
import { count } from "../../words/figures.ts";
import { countedElsewhere, patchArithmetic, tileArithmetic } from "../../words/workload.ts";
import type { BilledImage } from "./schema.ts";

export function billedImagesOf({ images, lines }: CostEstimate): BilledImage[] {
  const line = lines.find(({ item }) => item === "images");
  const price = line === undefined ? null : priceOf(line);
  return images.map((each) => ({
    ...shapeOf(each),
    ...tilingOf(each),
    tokensEach: each.tokensEach,
    usdEach:
      price === null || each.tokensEach === null
        ? null
        : usd(perMillion(exact(each.tokensEach), price)),
    arithmetic: arithmeticOf(each),
  }));
}

function shapeOf({ image, count: perRequest }: BilledImages) {
  return "tokens" in image
    ? { pixels: null, detail: null, count: perRequest }
    : { pixels: `${image.width}x${image.height}`, detail: image.detail, count: perRequest };
}

function tilingOf({ tiling }: BilledImages) {
  return {
    scaled: tiling?.scaled ?? null,
    tilesWide: tiling?.tilesWide ?? null,
    tilesHigh: tiling?.tilesHigh ?? null,
    tiles: tiling?.tiles ?? null,
    baseTokens: tiling?.base ?? null,
    tokensPerTile: tiling?.perTile ?? null,
  };
}

function arithmeticOf(billed: BilledImages): string {
  const { image, tiling, patching, tokensEach } = billed;
  if (patching !== null) return byPatches(patching, billed.leastTokensEach);
  if (tiling === null) {
    const counted = "tokens" in image ? countedElsewhere(image) : "";
    return tokensEach === null ? "not known" : `${counted} = ${count(tokensEach)} tokens`;
  }
  return tileArithmetic(tiling);
}

function byPatches(
  { patchesWide, patchesHigh, multiplier, tokens }: NonNullable<BilledImages["patching"]>,
  leastTokens: number | null,
): string {
  const least =
    leastTokens === null || leastTokens === tokens
      ? ""
      : ` (${count(leastTokens)} or more if it is scaled down first)`;
  return `${patchArithmetic([patchesWide, patchesHigh], multiplier, tokens)}${least}`;
}
