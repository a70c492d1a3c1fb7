/**
 * A workload in words: what was assumed, how images come to tokens, what its bill leaves out, what keeps it under a
 * rate limit.
 */
import type { CostNote } from "../decision/billed-input.ts";
import { type Assumption, type Need, statedAt } from "../decision/need.ts";
import type { RateDemand, RateLimitKind } from "../decision/rate-limits.ts";
import type { CheckOf } from "../decision/screening.ts";
import type { ImageInput } from "../schema/requirements.ts";
import { asStated, count, counted, list, exactMoney, multiple } from "./figures.ts";

// Rate limits in words: their units, and what would keep a workload under one.

export const RATE_LIMIT_WORDS: Record<RateLimitKind, string> = {
  "requests-per-minute": "requests a minute",
  "tokens-per-minute": "tokens a minute",
  "requests-per-day": "requests a day",
  "batch-queue-tokens": "queued batch tokens",
};

/** `tokens a minute for one request`: what a demand is counted in. */
export function unitOf({ kind, of }: RateDemand): string {
  const words = RATE_LIMIT_WORDS[kind];
  if (kind === "batch-queue-tokens") return `${words} for a day's work`;
  if (of === "longest-request") return `${words} for one request`;
  return of === "mean" ? `${words} on average` : words;
}

/** What would keep a workload under a rate limit. */
export function slower(
  { requests, requestsPerMonth, tokens }: NonNullable<CheckOf<"rateLimits">["change"]>,
  demand: RateDemand | null,
  need: Need,
): string {
  const isTokens = demand?.kind === "tokens-per-minute" || demand?.kind === "batch-queue-tokens";
  // Not even one fits: no number of them would help.
  if (demand?.of === "longest-request" || (isTokens && requests < 1)) {
    return `keep one request to ${count(tokens)} tokens`;
  }
  if (demand?.kind === "batch-queue-tokens") {
    return `queue at most ${count(Math.floor(requests))} requests at a time`;
  }
  return demand?.of === "peak"
    ? `lower ${statedAt(need, "rateLimits.peakRequestsPerMinute")} to ${Math.floor(requests)}`
    : `send at most ${count(Math.floor(requestsPerMonth))} requests a month (${statedAt(need, "workload.requestsPerMonth")})`;
}

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

/** @param name of the model that is billed */
export function costNote(note: CostNote, name: string): string {
  return `${name}: ${remark(note)}`;
}

function remark(note: CostNote): string {
  switch (note.code) {
    case "below-cache-minimum":
      return `${count(note.cachedTokens)} cached tokens are below the ${count(note.minimumTokens)} the cache starts at; billed in full`;
    case "no-cached-price":
      return "no price for cached input is listed here; cached tokens are billed in full";
    case "cache-writes":
      return `writing the prefix to the cache costs ${exactMoney(note.usdPerMillionTokens)} per million tokens each time it has expired; not in this bill (--cache-write-tokens)`;
    case "search-content-unlisted":
      return "no fixed number of tokens a web search is listed; what it finds is not in this bill (add it to the input tokens)";
    case "long-context-billed":
      return `above ${count(note.aboveInputTokens)} input tokens the whole request is billed at ${multiple(note.input)} times the input price and ${multiple(note.output)} times the output price`;
    case "long-context-possible":
      return `requests above ${count(note.aboveInputTokens)} input tokens cost more; this bill is for the mean of ${count(note.meanInputTokens)}`;
  }
}
