/** Budget, latency and quality as stated → the anchors of the value functions, and what each counts. */
import type { Need } from "../decision/need.ts";
import type { PerCriterion } from "../decision/alternative.ts";
import type { Levels } from "../schema/levels.ts";
import { UNBOUNDED } from "../schema/vocabulary.ts";
import type { Requirements } from "../schema/requirements.ts";
import type { Complexity, WaitMeasure } from "../schema/vocabulary.ts";

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
