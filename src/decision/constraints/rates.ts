/** Inside the vendor's rate limits for the organisation's usage tier. */
import { evidenceOf } from "../../facts/fact.ts";
import { count } from "../../words/figures.ts";
import type { Need } from "../need.ts";
import { type Constraint, screenByWorkload, type Violation } from "./constraint.ts";
import { type RateDemand, rateDemands } from "./rate-demands.ts";

export const rateLimits: Constraint = (assessment, need) => {
  const tier = need.rateLimits.usageTier;
  if (tier === null) return [];
  const limits = assessment.rateLimit(tier);
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
  return rateDemands(assessment, need, limits).flatMap((demand) => overLimit(demand, need, tier));
};

/** Of a tier whose limits are known, a kind of limit that is not listed does not exist. */
function overLimit(demand: RateDemand, need: Need, tier: number): Violation[] {
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
