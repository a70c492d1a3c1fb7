/** Price and tier: sold in the tier asked for, priced at all, and inside the hard limits on money. */
import type { ServiceTier } from "../../schema/vocabulary.ts";
import { type CostEstimate, isPriced, requestsFor } from "../cost.ts";
import { type Check, type Constraint, missedBy } from "./check.ts";

const tierOffered: Constraint<
  Check<"tierOffered", { serviceTier: ServiceTier }, ServiceTier, boolean | null>
> = {
  movedBy: [],
  check({ cost }, need) {
    const { offered } = cost.prices;
    const isRefused = offered.value === false;
    return [
      {
        name: "tierOffered",
        constraint: "workload.serviceTier",
        field: "serviceTier",
        required: need.workload.serviceTier,
        actual: offered.value ?? (isPriced(cost) ? true : null),
        unit: null,
        facts: [offered],
        verdict: isRefused ? "failed" : "met",
        change: isRefused ? { serviceTier: "standard" } : null,
      },
    ];
  },
};

const priced: Constraint<Check<"priced", { prices: string[] }, string[], true | null>> = {
  movedBy: [],
  check({ cost }) {
    const isKnown = isPriced(cost);
    if (!isKnown && cost.prices.offered.value === false) return [];
    const facts = isKnown ? factsBehind(cost) : [];
    return [
      {
        name: "priced",
        constraint: "prices",
        field: "prices",
        required: isKnown ? facts.map((fact) => fact.path) : cost.missing,
        actual: isKnown ? true : null,
        unit: null,
        facts,
        verdict: isKnown ? "met" : "failed",
        change: isKnown ? null : { prices: cost.missing },
      },
    ];
  },
};

const monthlyCost: Constraint<
  Check<"monthlyCost", { usdPerMonth: number; requestsPerMonth: number }, number, number>
> = {
  movedBy: ["price", "volume", "budget"],
  check({ cost }, need) {
    const limit = need.limits.usdPerMonth;
    if (limit === undefined || !isPriced(cost)) return [];
    const { usdPerMonth } = cost;
    const isOver = usdPerMonth > limit;
    return [
      {
        name: "monthlyCost",
        constraint: "limits.usdPerMonth",
        field: "usdPerMonth",
        required: limit,
        actual: usdPerMonth,
        unit: "USD",
        facts: factsBehind(cost),
        ...(isOver ? missedBy(need, ["workload.requestsPerMonth"]) : { verdict: "met" }),
        change: isOver
          ? { usdPerMonth, requestsPerMonth: Math.floor(requestsFor(limit, cost) ?? 0) }
          : null,
      },
    ];
  },
};

const requestCost: Constraint<Check<"requestCost", { usdPerRequest: number }, number, number>> = {
  movedBy: ["price"],
  check({ cost }, need) {
    const limit = need.limits.usdPerRequest;
    if (limit === undefined || !isPriced(cost)) return [];
    const { usdPerRequest } = cost;
    const isOver = usdPerRequest > limit;
    return [
      {
        name: "requestCost",
        constraint: "limits.usdPerRequest",
        field: "usdPerRequest",
        required: limit,
        actual: usdPerRequest,
        unit: "USD",
        facts: factsBehind(cost),
        ...(isOver
          ? missedBy(need, ["workload.inputTokens", "workload.outputTokens"])
          : { verdict: "met" }),
        change: isOver ? { usdPerRequest } : null,
      },
    ];
  },
};

function factsBehind({ lines }: CostEstimate) {
  return lines.map((line) => line.fact);
}

export const PRICE = { tierOffered, priced, monthlyCost, requestCost };
