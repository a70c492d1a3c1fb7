/** A relaxed need: one failed requirement taken away, and nothing else changed. */
import type { Levels } from "../../schema/levels.ts";
import type { AnyCheck } from "../../decision/constraints/index.ts";
import type { Need } from "../../decision/need.ts";
import { withBudget, withWaitLimit } from "../../decision/what-if.ts";

/** Null for a barrier that is not the user's to move, or that several figures make together. */
export function relaxedBy(
  need: Need,
  { constraint, actual }: AnyCheck,
  levels: Levels,
): Need | null {
  const amount = typeof actual === "number" ? actual : null;
  const { limits } = need;
  switch (constraint) {
    case "limits.usdPerMonth": {
      if (amount === null) return null;
      const { usdPerMonth: _old, ...others } = limits;
      const raised = { ...need, limits: { ...others, usdPerMonth: amount } };
      // A budget given as an amount is limit and anchor at once.
      return need.budget.word === null && need.budget.usdPerMonth < amount
        ? withBudget(raised, amount, levels)
        : raised;
    }
    case "limits.waitSeconds":
      return amount === null ? null : withWaitLimit(need, amount);
    case "effort":
      return { ...need, effort: null };
    case "availableUntil":
      return { ...need, availableUntil: String(actual) };
    default:
      return eased(need, constraint, amount);
  }
}

function eased(need: Need, constraint: string, amount: number | null): Need | null {
  const [group, ...rest] = constraint.split(".");
  const name = rest.join(".");
  if (group === "limits") {
    return amount === null ? null : { ...need, limits: { ...need.limits, [name]: amount } };
  }
  if (group === "needs") return { ...need, needs: need.needs.filter((each) => each !== name) };
  if (group === "minBenchmarks") {
    const { [name]: _dropped, ...minBenchmarks } = need.minBenchmarks;
    return { ...need, minBenchmarks };
  }
  if (group === "rateLimits") {
    return { ...need, rateLimits: { ...need.rateLimits, usageTier: null } };
  }
  return null;
}
