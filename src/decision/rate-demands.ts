/** Rate limits: what a workload asks of the vendor's in its organisation's usage tier, in exact decimals. */
import type { NumericFact } from "../facts/fact.ts";
import { exact, type Money, usd } from "../facts/money.ts";
import type { Assessment, RateLimitFacts } from "./assessment.ts";
import type { Need } from "./need.ts";

export const RATE_LIMIT_KINDS = [
  "requests-per-minute",
  "tokens-per-minute",
  "requests-per-day",
  "batch-queue-tokens",
] as const;
export type RateLimitKind = (typeof RATE_LIMIT_KINDS)[number];

export interface RateDemand {
  kind: RateLimitKind;
  /**
   * What stands against the limit. A peak is the busiest minute somebody stated; without one the month's mean is the
   * least that a busy minute can be. A batch may take a day, so what is queued at once is at most a day's work.
   */
  of: "peak" | "mean" | "day" | "longest-request";
  limit: NumericFact;
  needed: Money;
  /** What one request takes of the limit: 1, or its tokens as the vendor counts them (text, images and output). */
  perRequest: number;
  /** Minutes or days a month. */
  perMonth: number;
  /** Workload fields the demand rests on. */
  fields: string[];
}

const TOKEN_FIELDS = ["workload.inputTokens", "workload.outputTokens"];
const MINUTES_PER_DAY = 1440;

/** The longest request against a minute's tokens, requests a day, requests and tokens a minute; the batch queue. */
export function rateDemands(
  { imageTokensBilled, daysPerMonth }: Assessment,
  { workload, rateLimits }: Need,
  limits: RateLimitFacts,
): RateDemand[] {
  const { inputTokens, outputTokens, requestsPerMonth } = workload;
  const isBatch = workload.serviceTier === "batch";
  const peak = rateLimits.peakRequestsPerMinute;
  const perDay = exact(requestsPerMonth).div(daysPerMonth);
  const perMinute =
    peak === null ? exact(requestsPerMonth).div(daysPerMonth * MINUTES_PER_DAY) : exact(peak);
  const input = inputTokens.mean + imageTokensBilled;
  const tokens = input + outputTokens.mean;
  const longest = inputTokens.max + imageTokensBilled + outputTokens.max;
  const volume = ["workload.requestsPerMonth"];
  const tokenFields =
    workload.images.length > 0 ? [...TOKEN_FIELDS, "workload.images"] : TOKEN_FIELDS;
  const minute = {
    of: peak === null ? "mean" : "peak",
    perMonth: daysPerMonth * MINUTES_PER_DAY,
  } as const;
  const minuteFields = peak === null ? volume : [];
  const day = { of: "day", perMonth: daysPerMonth } as const;
  const daily: RateDemand[] = isBatch
    ? [
        {
          ...day,
          kind: "batch-queue-tokens",
          limit: limits.batchQueueTokens,
          needed: perDay.round(0, ROUND_UP).times(input),
          perRequest: input,
          fields: [...volume, ...tokenFields],
        },
      ]
    : [
        {
          ...minute,
          kind: "tokens-per-minute",
          of: "longest-request",
          limit: limits.tokensPerMinute,
          needed: exact(longest),
          perRequest: longest,
          fields: tokenFields,
        },
        {
          ...day,
          kind: "requests-per-day",
          limit: limits.requestsPerDay,
          needed: perDay,
          perRequest: 1,
          fields: volume,
        },
      ];
  const busy: RateDemand[] = [
    {
      ...minute,
      kind: "requests-per-minute",
      limit: limits.requestsPerMinute,
      needed: perMinute,
      perRequest: 1,
      fields: minuteFields,
    },
    {
      ...minute,
      kind: "tokens-per-minute",
      limit: limits.tokensPerMinute,
      needed: perMinute.times(tokens),
      perRequest: tokens,
      fields: [...minuteFields, ...tokenFields],
    },
  ];
  return isBatch && peak === null ? daily : [...daily, ...busy];
}

const ROUND_UP = 3;

/** Whether more is asked for than the limit allows; never of a limit that is not known. */
export function isOverLimit({ needed, limit }: RateDemand): boolean {
  return limit.value !== null && needed.gt(limit.value);
}

/** How many requests the limit alone allows: in its own minute, day or queue, and in a month at that rate. */
export function requestsWithin(
  { perRequest, perMonth }: RateDemand,
  limit: number,
): { requests: number; requestsPerMonth: number } {
  const requests = exact(limit).div(perRequest);
  return { requests: usd(requests), requestsPerMonth: usd(requests.times(perMonth)) };
}
