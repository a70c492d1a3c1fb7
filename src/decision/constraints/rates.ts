/** Rate limits: inside the vendor's, for the organisation's usage tier. */
import { type AskedTier, NAMED_TIERS, NUMBERED_TIERS } from "../../schema/vocabulary.ts";
import { usd } from "../../facts/money.ts";
import type { Assessment } from "../assessment.ts";
import type { Need } from "../need.ts";
import { isOverLimit, type RateDemand, rateDemands, requestsWithin } from "../rate-demands.ts";
import { type Check, type Constraint, missedBy } from "./check.ts";

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

export const RATES = { rateLimits };
