/** Inside the vendor's rate limits for the organisation's usage tier. */
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
export const rateLimits: Constraint = ({ rateLimit, imageTokensBilled }, need) => {
  const tier = need.rateLimits.usageTier;
  if (tier === null) return [];
  const limits = rateLimit(tier);
  const { workload } = need;
  const peak = need.rateLimits.peakRequestsPerMinute;
  const inputTokens = workload.inputTokens.mean + imageTokensBilled;
  const tokens = inputTokens + workload.outputTokens.mean;
  const largest = workload.inputTokens.max + imageTokensBilled + workload.outputTokens.max;
  const peakLever = leverOf(need, "rateLimits.peakRequestsPerMinute");
  const tokenFields = workload.images.length > 0 ? [...TOKEN_FIELDS, "workload.images"] : TOKEN_FIELDS;
  const demands: Demand[] = [];
  if (workload.serviceTier === "batch") {
    const day = Math.ceil(workload.requestsPerMonth / DAYS_PER_MONTH);
    demands.push({
      limit: limits.batchQueueTokens,
      amount: day * inputTokens,
      unit: "queued batch tokens for a day's work",
      fields: ["workload.requestsPerMonth", ...tokenFields],
      change: (limit) => `queue at most ${count(Math.floor(limit / inputTokens))} requests at a time`,
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
      amount: workload.requestsPerMonth / DAYS_PER_MONTH,
      unit: "requests a day",
      fields: ["workload.requestsPerMonth"],
      change: (limit) =>
        `send at most ${count(limit * DAYS_PER_MONTH)} requests a month (${leverOf(need, "workload.requestsPerMonth")})`,
    });
  }
  if (peak !== null) {
    demands.push({
      limit: limits.requestsPerMinute,
      amount: peak,
      unit: "requests a minute",
      fields: [],
      change: (limit) => `lower ${peakLever} to ${Math.floor(limit)}`,
    });
    if (largest <= (limits.tokensPerMinute.value ?? Infinity)) {
      demands.push({
        limit: limits.tokensPerMinute,
        amount: peak * tokens,
        unit: "tokens a minute",
        fields: tokenFields,
        change: (limit) => `lower ${peakLever} to ${Math.floor(limit / tokens)}`,
      });
    }
  }
  return demands.flatMap((demand) => overLimit(demand, need, tier));
};

/** A month is 30 days wherever days matter. */
const DAYS_PER_MONTH = 30;

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
