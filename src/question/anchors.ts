/** How much each criterion counts, and the anchors of its value function, as stated. */
import type { PerCriterion } from "../decision/alternative.ts";
import type { Need, Weighting } from "../decision/need.ts";
import {
  concentration,
  explicitImportance,
  normaliseWeights,
  priorityImportance,
} from "../decision/weights.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Levels } from "../schema/levels.ts";
import type { Requirements } from "../schema/requirements.ts";
import {
  UNBOUNDED,
  type Complexity,
  type WaitMeasure,
  CRITERIA,
  type Criterion,
} from "../schema/vocabulary.ts";
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

export interface Anchors extends Pick<Need, "budget" | "latency" | "quality"> {
  /** Importance of each criterion as the words and amounts have it. */
  importance: PerCriterion<number>;
}

/**
 * The three anchors, defaults filled in. Work that goes through the Batch tier has no one waiting for it, so
 * without a stated latency nothing about speed is assumed.
 */
export function resolveAnchors(
  document: Requirements,
  complexity: Complexity,
  levels: Levels,
): Anchors {
  const budget = budgetAnchor(document.budget ?? levels.budget.default, levels);
  const latency = latencyAnchor(document, levels);
  const quality = qualityAnchor(document.quality ?? levels.quality.default, complexity, levels);
  return {
    budget: budget.anchor,
    latency: latency.anchor,
    quality: quality.anchor,
    importance: {
      cost: budget.importance,
      latency: latency.importance,
      quality: quality.importance,
    },
  };
}

function budgetAnchor(budget: NonNullable<Requirements["budget"]>, { budget: levels }: Levels) {
  if (typeof budget === "number") {
    return { anchor: { word: null, usdPerMonth: budget }, importance: levels.amountImportance };
  }
  const { usdPerMonth, importance } = levels.levels[budget];
  return { anchor: { word: budget, usdPerMonth: numberOf(usdPerMonth) }, importance };
}

function latencyAnchor(document: Requirements, { latency: levels }: Levels) {
  const unstated = document.workload?.serviceTier === "batch" ? "batch" : levels.default;
  const latency = document.latency ?? unstated;
  if (typeof latency === "object") {
    const { maxSeconds } = latency;
    const row = levels.secondsImportance.find((each) => maxSeconds <= numberOf(each.upToSeconds));
    const measure = measureOf(document.stream, latency.measure);
    const anchor = { word: null, targetSeconds: maxSeconds, measure };
    return { anchor, importance: row?.importance ?? 0 };
  }
  const level = levels.levels[latency];
  const anchor = {
    word: latency,
    targetSeconds: numberOf(level.targetSeconds),
    measure: measureOf(document.stream, level.measure),
  };
  return { anchor, importance: level.importance };
}

function measureOf(stream: boolean | undefined, otherwise: WaitMeasure): WaitMeasure {
  if (stream === undefined) return otherwise;
  return stream ? "first-sentence" : "full-answer";
}

function qualityAnchor(
  quality: NonNullable<Requirements["quality"]>,
  complexity: Complexity,
  { quality: levels }: Levels,
) {
  const { step, importance } = levels.levels[quality];
  const steps = step + levels.complexitySteps[complexity];
  return {
    anchor: { word: quality, barLogits: levels.barBase + levels.barPerStep * steps },
    importance,
  };
}

function numberOf(bound: number | typeof UNBOUNDED): number {
  return bound === UNBOUNDED ? Infinity : bound;
}
