/** How much each criterion counts: by the words, by explicit weights, or by an order. */
import type { PerCriterion } from "../decision/alternative.ts";
import type { Weighting } from "../decision/need.ts";
import {
  concentration,
  explicitImportance,
  normaliseWeights,
  priorityImportance,
} from "../decision/weights.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import { type Merged, placeOf } from "./merge.ts";

/** The fields whose statement makes the weights surer. */
const STATEMENTS = ["budget", "latency", "quality"] as const;

/** @throws Failure (usage) when every criterion has the weight 0 */
export function resolveWeighting(
  merged: Merged,
  fromWords: PerCriterion<number>,
  { weights: constants }: Levels,
): Weighting {
  const { weights = {}, priority } = merged.document;
  const mode = modeOf(weights, priority);
  const importance =
    mode === "priority"
      ? priorityImportance(priority ?? [])
      : explicitImportance(weights, fromWords);
  if (CRITERIA.every((criterion) => importance[criterion] === 0)) {
    const [first = "cost"] = Object.keys(weights);
    const advice = "at least one criterion has to count";
    throw usageFailure("every weight is 0", placeOf(merged, `weights.${first}`), advice);
  }
  return {
    mode,
    importance,
    weights: normaliseWeights(importance),
    concentration: concentration(statements(merged, constants), mode === "explicit", constants),
    priority: mode === "priority" ? completeOrder(priority ?? []) : null,
  };
}

function modeOf(weights: object, priority: readonly Criterion[] | undefined): Weighting["mode"] {
  if (priority !== undefined) return "priority";
  return Object.keys(weights).length > 0 ? "explicit" : "levels";
}

/** How many of the three were stated; what a use case chose counts in part. */
function statements(merged: Merged, constants: Levels["weights"]): number {
  return STATEMENTS.reduce((sum, field) => {
    const from = merged.origins[field]?.from;
    if (from === undefined) return sum;
    return sum + (from === "use-case" ? constants.useCaseStatement : 1);
  }, 0);
}

/** With one criterion left unnamed, the order is complete all the same. */
function completeOrder(priority: readonly Criterion[]): Criterion[] | null {
  const unnamed = CRITERIA.filter((criterion) => !priority.includes(criterion));
  return unnamed.length > 1 ? null : [...priority, ...unnamed];
}
