/** The usual month of a task: with fewer requests than in it, the price of an answer is judged as in that month. */
import type { Levels } from "../schema/levels.ts";
import { type CostEstimate, costOfMonth } from "./cost.ts";
import type { Need } from "./need.ts";

type Constants = Pick<Levels["budget"], "usualMonthAnchorUsd">;

/** What the usual month depends on. */
type Asked = Pick<Need, "budget" | "usualRequestsPerMonth">;

/**
 * The requests a month below which fewer make no difference to the value of cost. The task's own usual number; of an
 * amount below the anchor only that share of it, because an amount says how much money there is, not what an error
 * costs.
 */
export function floorRequests(
  { budget, usualRequestsPerMonth }: Asked,
  { usualMonthAnchorUsd }: Constants,
): number {
  if (budget.word !== null) return usualRequestsPerMonth;
  return usualRequestsPerMonth * Math.min(1, budget.usdPerMonth / usualMonthAnchorUsd);
}

/**
 * The requests a month at which the price of an answer is judged. What a month loses by price and by errors both grows
 * with its requests: against a fixed budget the price of an error would otherwise grow without bound as they fall.
 */
export function valuedRequests(need: Asked & Pick<Need, "workload">, constants: Constants): number {
  return Math.max(need.workload.requestsPerMonth, floorRequests(need, constants));
}

/** USD a month as the value of cost sees it: never shown as a bill, and no limit is tested on it. */
export function valuedBill(
  cost: CostEstimate,
  need: Asked & Pick<Need, "workload">,
  constants: Constants,
): number {
  const requests = valuedRequests(need, constants);
  return requests === need.workload.requestsPerMonth
    ? cost.usdPerMonth
    : costOfMonth(cost.exact.request, requests);
}
