/** What a workload asks of the vendor's rate limits in its organisation's usage tier. */
import type { Assessment, RateLimitFacts } from "../assessment.ts";
import type { NumericFact } from "../../facts/fact.ts";
import { count } from "../../words/figures.ts";
import type { Need } from "../need.ts";
import { leverOf } from "./constraint.ts";

export interface RateDemand {
  limit: NumericFact;
  amount: number;
  counts: "requests" | "tokens";
  /** "requests a minute" */
  unit: string;
  /** Workload fields the amount rests on. */
  fields: string[];
  /** What would keep it under a limit. */
  change: (limit: number) => string;
}

const TOKEN_FIELDS = ["workload.inputTokens", "workload.outputTokens"];
const MINUTES_PER_DAY = 1440;

/** Requests and tokens a minute, requests a day, the batch queue, and one request against a minute's tokens. */
export function rateDemands(
  { imageTokensBilled, daysPerMonth }: Assessment,
  need: Need,
  limits: RateLimitFacts,
): RateDemand[] {
  const { workload } = need;
  const inputTokens = workload.inputTokens.mean + imageTokensBilled;
  const tokens = inputTokens + workload.outputTokens.mean;
  const largest = workload.inputTokens.max + imageTokensBilled + workload.outputTokens.max;
  const tokenFields = tokenFieldsOf(need);
  const demands: RateDemand[] = [];
  if (workload.serviceTier === "batch") {
    const day = Math.ceil(workload.requestsPerMonth / daysPerMonth);
    demands.push({
      limit: limits.batchQueueTokens,
      amount: day * inputTokens,
      counts: "tokens",
      unit: "queued batch tokens for a day's work",
      fields: ["workload.requestsPerMonth", ...tokenFields],
      change: (limit) =>
        `queue at most ${count(Math.floor(limit / inputTokens))} requests at a time`,
    });
  } else {
    demands.push({
      limit: limits.tokensPerMinute,
      amount: largest,
      counts: "tokens",
      unit: "tokens a minute for one request",
      fields: tokenFields,
      change: (limit) => `keep one request to ${count(limit)} tokens`,
    });
    demands.push({
      limit: limits.requestsPerDay,
      amount: workload.requestsPerMonth / daysPerMonth,
      counts: "requests",
      unit: "requests a day",
      fields: ["workload.requestsPerMonth"],
      change: (limit) =>
        `send at most ${count(limit * daysPerMonth)} requests a month (${leverOf(need, "workload.requestsPerMonth")})`,
    });
  }
  if (need.rateLimits.peakRequestsPerMinute !== null || workload.serviceTier !== "batch") {
    demands.push(...perMinute(limits, need, { tokens, largest, daysPerMonth }));
  }
  return demands;
}

function tokenFieldsOf({ workload }: Need): string[] {
  return workload.images.length > 0 ? [...TOKEN_FIELDS, "workload.images"] : TOKEN_FIELDS;
}

/** The busiest minute; without a stated peak the month's mean, which is the least a busy minute can be. */
function perMinute(
  limits: RateLimitFacts,
  need: Need,
  { tokens, largest, daysPerMonth }: Record<"tokens" | "largest" | "daysPerMonth", number>,
): RateDemand[] {
  const { peakRequestsPerMinute: peak } = need.rateLimits;
  const minutes = daysPerMonth * MINUTES_PER_DAY;
  const rate = peak ?? need.workload.requestsPerMonth / minutes;
  const demand = (
    limit: NumericFact,
    unit: string,
    tokensEach: number | null,
    fields: string[],
  ): RateDemand => ({
    limit,
    amount: rate * (tokensEach ?? 1),
    counts: tokensEach === null ? "requests" : "tokens",
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
