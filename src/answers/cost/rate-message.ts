/** A rate check in words: which limit binds, and how much would fit. */
import type { RateCheck, RateFit, RateLimitKind } from "./rate-fit-schema.ts";
import { count, measured } from "../../words/figures.ts";
import type { Money } from "../../facts/money.ts";

export interface Traffic {
  /** Requests in the busiest minute; without a stated peak the month's mean, which is the least it can be. */
  perMinute: Money;
  perDay: Money;
  inputTokens: number;
  tokens: number;
  /** Of the longest request. */
  largestTokens: number;
  daysPerMonth: number;
  /** No peak was stated. */
  isMean: boolean;
}

const WORDS: Record<RateLimitKind, string> = {
  "requests-per-minute": "requests a minute",
  "tokens-per-minute": "tokens a minute",
  "requests-per-day": "requests a day",
  "batch-queue-tokens": "queued batch tokens",
};

export function rateMessage(
  fit: Omit<RateFit, "message">,
  binding: RateCheck | null,
  oversized: boolean,
  traffic: Traffic,
): string {
  const { name, usageTier } = fit;
  if (binding === null) {
    return `${name}: no rate limits of usage tier ${usageTier} are known`;
  }
  const limit = `${count(binding.limit)} ${WORDS[binding.kind]}`;
  if (oversized) {
    const tokens =
      binding.kind === "batch-queue-tokens" ? traffic.inputTokens : traffic.largestTokens;
    return `${name}: not one request of ${count(tokens)} tokens fits the ${limit} of usage tier ${usageTier}`;
  }
  const { highestRequestsPerMinute: perMinute, highestRequestsPerMonth: perMonth } = fit;
  const rates = [
    ...(perMinute === null
      ? []
      : [
          `${perMinute < 1 ? measured(perMinute) : count(Math.floor(perMinute))} requests a minute`,
        ]),
    ...(perMonth === null ? [] : [`${count(Math.floor(perMonth))} a month`]),
  ];
  const share = `${traffic.isMean ? "on average " : ""}${count(binding.needed)} of the ${limit}`;
  const verdict = fit.fits === true ? "fits" : "does not fit";
  return `${name} ${verdict} usage tier ${usageTier}: it needs ${share}; at most ${rates.join(", ")} would fit`;
}
