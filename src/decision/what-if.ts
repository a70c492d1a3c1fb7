/** The same need with one thing changed, exactly as the program would read that change from its user. */
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { PerCriterion } from "./alternative.ts";
import type { Need, Origin } from "./need.ts";
import { normaliseWeights } from "./weights.ts";

const STATED: Origin = { from: "flag", text: "what if" };

export function withVolume(need: Need, requestsPerMonth: number): Need {
  return {
    ...need,
    workload: { ...need.workload, requestsPerMonth },
    origins: { ...need.origins, "workload.requestsPerMonth": STATED },
  };
}

/** A budget stated as an amount is an anchor and a hard limit, and counts as much as amounts do. */
export function withBudget(need: Need, usdPerMonth: number, levels: Levels): Need {
  const { importance } = need.weighting;
  const byWords = need.weighting.mode === "levels";
  return {
    ...withImportance(
      need,
      byWords ? { ...importance, cost: levels.budget.amountImportance } : importance,
    ),
    budget: { word: null, usdPerMonth },
    limits: { ...need.limits, usdPerMonth: Math.min(usdPerMonth, otherMonthlyLimit(need)) },
  };
}

/** The limit on a month's bill apart from the one that the budget itself sets. */
function otherMonthlyLimit({ limits, origins, budget }: Need): number {
  const isBudgets =
    budget.word === null && origins["limits.usdPerMonth"]?.text === origins["budget"]?.text;
  return isBudgets ? Infinity : (limits.usdPerMonth ?? Infinity);
}

/** A hard limit on the typical wait beside the latency word. */
export function withWaitLimit(need: Need, waitSeconds: number): Need {
  return { ...need, limits: { ...need.limits, waitSeconds } };
}

export function withImportance(need: Need, importance: PerCriterion<number>): Need {
  return {
    ...need,
    weighting: { ...need.weighting, importance, weights: normaliseWeights(importance) },
  };
}

/** One weight set, the others keeping their proportions. */
export function withWeight(need: Need, criterion: Criterion, weight: number): Need {
  const { weights } = need.weighting;
  // Beside a weight that is all but everything the difference is lost in rounding; the sum of the others is not.
  const rest =
    1 - weights[criterion] ||
    CRITERIA.reduce((sum, each) => (each === criterion ? sum : sum + weights[each]), 0);
  const scale = (each: Criterion) =>
    each === criterion ? weight : (weights[each] / rest) * (1 - weight);
  return withImportance(need, {
    cost: scale("cost"),
    latency: scale("latency"),
    quality: scale("quality"),
  });
}
