/** Inside the vendor's rate limits for the organisation's usage tier. */
import type { RateLimitFacts } from "../assessment.ts";
import { evidenceOf, type NumericFact } from "../fact.ts";
import { count } from "../figures.ts";
import type { Need } from "../need.ts";
import { type Constraint, leverOf, screenByWorkload, type Violation } from "./constraint.ts";

const TOKEN_FIELDS = ["workload.inputTokens", "workload.outputTokens"];

interface Demand {
  limit: NumericFact;
  amount: number;
  /** "requests a minute" */
  unit: string;
  /** Workload fields the amount rests on. */
  fields: string[];
  change: (limit: number) => string;
}

/** Requests and tokens a minute, requests a day, the batch queue, and one request against a minute's tokens. */
export const rateLimits: Constraint = ({ rateLimit, imageTokensBilled, daysPerMonth }, need) => {
  const tier = need.rateLimits.usageTier;
  if (tier === null) return [];
  const limits = rateLimit(tier);
  const { workload } = need;
  const { peakRequestsPerMinute: peak } = need.rateLimits;
  const inputTokens = workload.inputTokens.mean + imageTokensBilled;
  const tokens = inputTokens + workload.outputTokens.mean;
  const largest = workload.inputTokens.max + imageTokensBilled + workload.outputTokens.max;
  const tokenFields = tokenFieldsOf(need);
  const stated = [limits.requestsPerMinute, limits.tokensPerMinute, limits.batchQueueTokens];
  if (stated.every((limit) => limit.value === null)) {
    return [
      {
        constraint: "rateLimits.usageTier",
        required: tier,
        actual: null,
        screen: "unknown",
        message: `has no known rate limits in usage tier ${tier}`,
        change: null,
        evidence: [],
      },
    ];
  }
  const demands: Demand[] = [];
  if (workload.serviceTier === "batch") {
    const day = Math.ceil(workload.requestsPerMonth / daysPerMonth);
    demands.push({
      limit: limits.batchQueueTokens,
      amount: day * inputTokens,
      unit: "queued batch tokens for a day's work",
      fields: ["workload.requestsPerMonth", ...tokenFields],
      change: (limit) =>
        `queue at most ${count(Math.floor(limit / inputTokens))} requests at a time`,
    });
  } else {
    demands.push({
      limit: limits.tokensPerMinute,
      amount: largest,
      unit: "tokens a minute for one request",
      fields: tokenFields,
      change: (limit) => `keep one request to ${count(limit)} tokens`,
    });
    demands.push({
      limit: limits.requestsPerDay,
      amount: workload.requestsPerMonth / daysPerMonth,
      unit: "requests a day",
      fields: ["workload.requestsPerMonth"],
      change: (limit) =>
        `send at most ${count(limit * daysPerMonth)} requests a month (${leverOf(need, "workload.requestsPerMonth")})`,
    });
  }
  if (peak !== null || workload.serviceTier !== "batch") {
    demands.push(...perMinute(limits, need, { tokens, largest, daysPerMonth }));
  }
  return demands.flatMap((demand) => overLimit(demand, need, tier));
};

const MINUTES_PER_DAY = 1440;

function tokenFieldsOf({ workload }: Need): string[] {
  return workload.images.length > 0 ? [...TOKEN_FIELDS, "workload.images"] : TOKEN_FIELDS;
}

/** The busiest minute; without a stated peak the month's mean, which is the least a busy minute can be. */
function perMinute(
  limits: RateLimitFacts,
  need: Need,
  { tokens, largest, daysPerMonth }: Record<"tokens" | "largest" | "daysPerMonth", number>,
): Demand[] {
  const { peakRequestsPerMinute: peak } = need.rateLimits;
  const minutes = daysPerMonth * MINUTES_PER_DAY;
  const rate = peak ?? need.workload.requestsPerMonth / minutes;
  const demand = (
    limit: NumericFact,
    unit: string,
    tokensEach: number | null,
    fields: string[],
  ): Demand => ({
    limit,
    amount: rate * (tokensEach ?? 1),
    unit: peak === null ? `${unit} on average` : unit,
    fields: peak === null ? ["workload.requestsPerMonth", ...fields] : fields,
    change: (most) => {
      const requests = most / (tokensEach ?? 1);
      return peak === null
        ? `send at most ${count(Math.floor(requests * minutes))} requests a month (${leverOf(need, "workload.requestsPerMonth")})`
        : `lower ${leverOf(need, "rateLimits.peakRequestsPerMinute")} to ${Math.floor(requests)}`;
    },
  });
  return [
    demand(limits.requestsPerMinute, "requests a minute", null, []),
    // A single request beyond a minute's tokens is said by itself.
    ...(largest <= (limits.tokensPerMinute.value ?? Infinity)
      ? [demand(limits.tokensPerMinute, "tokens a minute", tokens, tokenFieldsOf(need))]
      : []),
  ];
}

/** Of a tier whose limits are known, a kind of limit that is not listed does not exist. */
function overLimit(demand: Demand, need: Need, tier: number): Violation[] {
  const limit = demand.limit.value;
  if (limit === null || demand.amount <= limit) return [];
  return [
    {
      constraint: "rateLimits.usageTier",
      required: demand.amount,
      actual: limit,
      ...screenByWorkload(need, demand.fields),
      message: `is limited to ${count(limit)} ${demand.unit} in usage tier ${tier}; ${count(demand.amount)} are needed`,
      change: `${demand.change(limit)}, or move to a higher usage tier`,
      evidence: evidenceOf([demand.limit]),
    },
  ];
}
