/** Requests a month at which the budget is spent, model by model. */
import { requestsFor } from "../../../decision/cost.ts";
import { count, dollars } from "../../../words/figures.ts";
import type { Need } from "../../../decision/need.ts";
import { isSold } from "../subject.ts";
import type { BreakEvenRule } from "../subject.ts";

/** The hard limit or, without one, the amount the budget word stands for; null when unlimited. */
export function budgetOf(need: Need): number | null {
  const amount = need.limits.usdPerMonth ?? need.budget.usdPerMonth;
  return Number.isFinite(amount) ? amount : null;
}

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
