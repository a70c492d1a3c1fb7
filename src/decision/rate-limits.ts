/** Rate limits: what a workload asks of the vendor's in its organisation's usage tier, and whether that is allowed. */
import type { NumericFact } from "../facts/claims.ts";
import { exact, type Money, usd } from "../facts/money.ts";
import { type AskedTier, NAMED_TIERS, NUMBERED_TIERS } from "../schema/vocabulary.ts";
import type { Assessment, RateLimitFacts } from "./assessment.ts";
import { type Check, type Constraint, missedBy } from "./constraints/check.ts";
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

/** An alias: declarations of the whole list of constraints spell it out. */
type Slower = {
  requests: number;
  requestsPerMonth: number;
  tokens: number;
  usageTier: AskedTier | null;
};

/** Of a tier without known limits there is only its name. */
type RateLimitCheck =
  | (Check<"rateLimits", Slower, number, number> & { demand: RateDemand })
  | (Check<"rateLimits", Slower, AskedTier, null> & { demand: null });

const rateLimits: Constraint<RateLimitCheck> = {
  movedBy: ["volume"],
  check(assessment, need) {
    const { usageTier } = need.rateLimits;
    if (usageTier === null) return [];
    const common = {
      name: "rateLimits",
      constraint: "rateLimits.usageTier",
      field: "usageTier",
    } as const;
    const limits = assessment.rateLimit(usageTier);
    const stated = [limits.requestsPerMinute, limits.tokensPerMinute, limits.batchQueueTokens];
    if (stated.every((limit) => limit.value === null)) {
      const unknown = { required: usageTier, actual: null, unit: null, facts: [], demand: null };
      return [{ ...common, ...unknown, verdict: "open", change: null }];
    }
    const demands = rateDemands(assessment, need, limits);
    const isTooLong = demands.some((each) => each.of === "longest-request" && isOverLimit(each));
    return demands.flatMap((demand): RateLimitCheck[] => {
      const { limit, needed, kind, of, fields } = demand;
      // Of a tier whose limits are known, a kind of limit that is not listed does not exist.
      if (limit.value === null) return [];
      // A single request beyond a minute's tokens is said by itself.
      if (isTooLong && kind === "tokens-per-minute" && of !== "longest-request") return [];
      const isOver = isOverLimit(demand);
      return [
        {
          ...common,
          demand,
          required: usd(needed),
          actual: limit.value,
          unit: kind.startsWith("requests") ? "requests" : "tokens",
          facts: [limit],
          ...(isOver ? missedBy(need, fields) : { verdict: "met" }),
          change: isOver
            ? {
                ...requestsWithin(demand, limit.value),
                tokens: limit.value,
                usageTier: sufficientTier(assessment, need, usageTier),
              }
            : null,
        },
      ];
    });
  },
};

/** What an organisation can move up; of a tier of the one nobody says what it is in the other. */
const LADDERS: readonly (readonly AskedTier[])[] = [NUMBERED_TIERS, NAMED_TIERS];

/** The lowest tier above in which all of it fits; null where none does, or nobody knows its limits. */
function sufficientTier(assessment: Assessment, need: Need, above: AskedTier): AskedTier | null {
  const ladder = LADDERS.find((tiers) => tiers.includes(above)) ?? [];
  const fitting = ladder.slice(ladder.indexOf(above) + 1).find((tier) => {
    const demands = rateDemands(assessment, need, assessment.rateLimit(tier));
    const isKnown = demands.some(({ limit }) => limit.value !== null);
    return isKnown && !demands.some(isOverLimit);
  });
  return fitting ?? null;
}

/** Rate limits: inside the vendor's, for the organisation's usage tier. */
export const RATES = { rateLimits };
