/** Rate limits in words: their units, and what would keep a workload under one. */
import type { CheckOf } from "../decision/constraints/index.ts";
import { type Need, statedAt } from "../decision/need.ts";
import type { RateDemand, RateLimitKind } from "../decision/rate-demands.ts";
import { count } from "./figures.ts";

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
