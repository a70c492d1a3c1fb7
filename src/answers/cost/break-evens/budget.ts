/** Requests a month at which the budget is spent, model by model. */
import { exact, usd } from "../../../facts/money.ts";
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
    if (!isSold(cost) || cost.exact.request.eq(0)) return [];
    const requests = exact(budget).div(cost.exact.request);
    const whole = usd(requests.round(0, 0));
    return [
      {
        kind: "requests-for-budget",
        unit: "requests a month",
        now: need.workload.requestsPerMonth,
        at: usd(requests),
        below: "within",
        above: "over",
        models: [id],
        message: `${dollars(budget)} a month buys ${count(whole)} requests on ${name}`,
      },
    ];
  });
};
