/**
 * Value functions: what a monthly bill, a wait or an ability is worth for one request.
 *
 * Multi-attribute value theory with absolute anchors (Keeney and Raiffa, Decisions with Multiple Objectives): the
 * anchors come from the request and from published constants, never from the other models, so that no model's
 * arrival can reorder the rest. Every function is 1 at its good anchor, 0 at its bad one and falls below 0 beyond
 * it; none is clamped from below, so two models past an anchor never tie by clipping.
 */
import type { Levels } from "../schema/levels.ts";
import type { ValueFunctions } from "./alternative.ts";
import { type CostEstimate, costOfMonth } from "./cost.ts";
import type { Need } from "./need.ts";

/** What the values are measured against. */
export interface Anchors {
  /** Worth 0 when all of it is spent; infinite when money is no issue. */
  budgetUsdPerMonth: number;
  /** Worth 1 up to here; infinite when nobody waits. */
  targetSeconds: number;
  /** Multiple of the target that is worth 0; above 1. */
  zeroAtMultiple: number;
  /** Ability that is enough: worth 1. */
  barLogits: number;
  /** Distance below the bar that is worth 0; above 0. */
  logitsToZero: number;
}

/** The three value functions of one request: of USD a month as valued, of seconds to wait, of ability in logits. */
export function valueFunctions(anchors: Anchors): ValueFunctions {
  const { budgetUsdPerMonth, targetSeconds, zeroAtMultiple, barLogits, logitsToZero } = anchors;
  return {
    cost: (usdPerMonth) => costValue(usdPerMonth, budgetUsdPerMonth),
    latency: latencyValues(targetSeconds, zeroAtMultiple),
    quality: (abilityLogits) => qualityValue(abilityLogits, barLogits, logitsToZero),
  };
}

/**
 * Value of a monthly bill: linear inside the budget, because a dollar saved is a dollar; logarithmic beyond it, so
 * that one model far over budget cannot drown the others. Both branches meet with the same value and slope. An
 * infinite budget is worth 1 whatever the bill.
 */
export function costValue(usdPerMonth: number, budgetUsdPerMonth: number): number {
  if (budgetUsdPerMonth === Infinity) return 1;
  return usdPerMonth <= budgetUsdPerMonth
    ? 1 - usdPerMonth / budgetUsdPerMonth
    : -logRatio(usdPerMonth, budgetUsdPerMonth);
}

/** Value of a wait: 1 up to the target, then falling with its logarithm, as waiting is felt in proportion. */
export function latencyValues(
  targetSeconds: number,
  zeroAtMultiple: number,
): (waitSeconds: number) => number {
  const logAtZero = Math.log(zeroAtMultiple);
  return (waitSeconds) =>
    waitSeconds <= targetSeconds ? 1 : 1 - logRatio(waitSeconds, targetSeconds) / logAtZero;
}

/** Value of an ability: 1 from the bar upwards, linear in logits below it. */
export function qualityValue(
  abilityLogits: number,
  barLogits: number,
  logitsToZero: number,
): number {
  return Math.min(1, 1 - (barLogits - abilityLogits) / logitsToZero);
}

/** The monthly bill worth a value; null when no bill is (above 1, or without a budget). */
export function costAtValue(value: number, budgetUsdPerMonth: number): number | null {
  if (value > 1 || budgetUsdPerMonth === Infinity) return null;
  return value >= 0 ? budgetUsdPerMonth * (1 - value) : budgetUsdPerMonth * Math.exp(-value);
}

/** The least ability worth a value; null when no ability is (above 1). */
export function abilityAtValue(
  value: number,
  barLogits: number,
  logitsToZero: number,
): number | null {
  return value > 1 ? null : barLogits - logitsToZero * (1 - value);
}

/** ln(amount / anchor), also where the ratio itself overflows a double. */
function logRatio(amount: number, anchor: number): number {
  const ratio = amount / anchor;
  return Number.isFinite(ratio) ? Math.log(ratio) : Math.log(amount) - Math.log(anchor);
}

// The usual month of a task: with fewer requests than in it, the price of an answer is judged as in that month.

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
