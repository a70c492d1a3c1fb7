/** The same workload in every service tier. */
import type { TierComparison, TierPrice } from "./schema.ts";
import { SERVICE_TIERS, type ServiceTier } from "../../schema/vocabulary.ts";
import { isPriced } from "../../decision/cost.ts";
import { statusOf } from "./bill.ts";
import { amountsOf, NO_AMOUNTS, periodsOf } from "./periods.ts";
import { type Billing, isSold, type Subject } from "./subject.ts";

export function compareTiers(billing: Billing): TierComparison[] {
  return billing.subjects.map((subject) => ({
    model: subject.id,
    name: subject.name,
    tiers: SERVICE_TIERS.map((tier) => tierPrice(subject, tier, billing)),
  }));
}

function tierPrice(subject: Subject, serviceTier: ServiceTier, billing: Billing): TierPrice {
  const cost = subject.estimate({ serviceTier });
  const status = statusOf(cost);
  return {
    serviceTier,
    status,
    missing: status === "unpriced" && !isPriced(cost) ? cost.missing : [],
    ...(isSold(cost)
      ? amountsOf(cost.exact.request, cost.exact.once, periodsOf(subject, billing))
      : NO_AMOUNTS),
  };
}
