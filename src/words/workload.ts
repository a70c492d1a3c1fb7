/** A workload in words: what was assumed of it and around it, and how images come to their tokens. */
import type { Assumption } from "../decision/need.ts";
import type { ImageInput } from "../schema/requirements.ts";
import { asStated, count, counted, list } from "./figures.ts";

interface WorkloadFigures {
  requestsPerMonth: number;
  /** A request, on average. */
  inputTokens: number;
  outputTokens: number;
  images: readonly ImageInput[];
  /** Of a training job; null without one. */
  epochs: number | null;
}

/** `100,000 requests a month, 1,000 tokens in and 300 out`; null where nothing was assumed. */
export function assumedWorkload(
  { requestsPerMonth, inputTokens, outputTokens, images, epochs }: WorkloadFigures,
  isAssumed: (field: keyof WorkloadFigures) => boolean,
): string | null {
  const tokens = [
    ...(isAssumed("inputTokens") ? [`${count(inputTokens)} tokens in`] : []),
    ...(isAssumed("outputTokens")
      ? [`${count(outputTokens)}${isAssumed("inputTokens") ? "" : " tokens"} out`]
      : []),
  ];
  const parts = [
    ...(isAssumed("requestsPerMonth") ? [`${count(requestsPerMonth)} requests a month`] : []),
    ...(tokens.length > 0 ? [list(tokens)] : []),
    ...(epochs !== null && isAssumed("epochs") ? [counted(epochs, "training epoch")] : []),
    ...(images.length > 0 && isAssumed("images") ? [images.map(imageText).join(" and ")] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** `40,000 requests per month`, `medium budget`: one thing nobody stated, by its value and the name of its field. */
export function assumedValue({ field, value }: Pick<Assumption, "field" | "value">): string {
  if (field === "workload.images") {
    return (value as readonly ImageInput[]).map(imageText).join(" and ");
  }
  const name = field
    .slice(field.lastIndexOf(".") + 1)
    .replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  if (typeof value === "number") return `${asStated(value)} ${name}`;
  return typeof value === "string" ? `${value} ${name}` : `${name} ${JSON.stringify(value)}`;
}

/** `1 image of 1024x1024`; `2 images` where only their tokens are known. */
function imageText(image: ImageInput): string {
  const images = counted(image.count, "image");
  return "tokens" in image ? images : `${images} of ${image.width}x${image.height}`;
}

/** `2,833 + 4 x 5,667`: the tokens of an image by its tiles. */
export function tileRule(rule: { base: number; perTile: number; tiles: number }): string {
  const { base, perTile, tiles } = rule;
  return tiles === 0
    ? `${count(base)} tokens, whatever the size`
    : `${count(base)} + ${count(tiles)} x ${count(perTile)}`;
}

/** `85 + 4 x 170 = 765 tokens`. */
export function tileArithmetic(rule: { base: number; perTile: number; tiles: number }): string {
  const { base, perTile, tiles } = rule;
  const sum = tiles === 0 ? "" : ` = ${count(base + tiles * perTile)} tokens`;
  return `${tileRule(rule)}${sum}`;
}

/** `32 x 32 patches x 1.2 = 1,229 tokens`; one number of patches where their sides are not at hand. */
export function patchArithmetic(
  patches: readonly number[],
  multiplier: number,
  tokens: number,
): string {
  return `${patches.map(count).join(" x ")} patches x ${multiplier} = ${count(tokens)} tokens`;
}

/** `1,445 tokens counted on gpt-4o`. */
export function countedElsewhere(image: { tokens: number; countedOn: string }): string {
  return `${count(image.tokens)} tokens counted on ${image.countedOn}`;
}
