/** Every question about where the answer turns: a new one is a file beside this one and a line below. */
import { requestsFor } from "../../../decision/cost.ts";
import { count, dollars } from "../../../words/figures.ts";
import type { BreakEven } from "../schema.ts";
import { type Billing, type BreakEvenRule, isSold, budgetOf } from "../subject.ts";
import { batchShare, batchShareForBudget } from "./batch.ts";
import { cachedShare, cachedShareForBudget } from "./cached.ts";
import { fineTunedRequestsInTotal, fineTunedRequestsPerMonth } from "./fine-tuning.ts";
import { imagesPerRequest, textTokensPerImage } from "./images.ts";

/** Requests a month at which the budget is spent, model by model. */
export const requestsForBudget: BreakEvenRule = ({ subjects, need }) => {
  const budget = budgetOf(need);
  if (budget === null) return [];
  return subjects.flatMap(({ id, name, cost }) => {
    const requests = isSold(cost) ? requestsFor(budget, cost) : null;
    if (requests === null) return [];
    return [
      {
        kind: "requests-for-budget",
        unit: "requests a month",
        now: need.workload.requestsPerMonth,
        at: requests,
        below: "within",
        above: "over",
        models: [id],
        message: `${dollars(budget)} a month buys ${count(Math.floor(requests))} requests on ${name}`,
      },
    ];
  });
};

const RULES = [
  imagesPerRequest,
  textTokensPerImage,
  requestsForBudget,
  fineTunedRequestsPerMonth,
  fineTunedRequestsInTotal,
  cachedShare,
  cachedShareForBudget,
  batchShare,
  batchShareForBudget,
] as const satisfies readonly BreakEvenRule[];

export function breakEvensOf(billing: Billing): BreakEven[] {
  return RULES.flatMap((rule) => rule(billing));
}
