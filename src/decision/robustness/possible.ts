/** Winners without probabilities: who must, and who can, be best, and who is beaten on everything. */
import { CRITERIA } from "../../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  perCriterion,
  weightedScore,
} from "../alternative.ts";

/** Lowest and highest score over the central 90 % of every attribute. */
export interface ScoreRange {
  id: string;
  low: number;
  high: number;
}

export interface Winners {
  /** In the order of the alternatives. */
  ranges: ScoreRange[];
  /** Best at its worst, however good the others turn out: at most one. */
  necessarilyBest: string[];
  /** Not beaten for certain by anybody. */
  possiblyBest: string[];
}

/** Values at the worse and at the better end of every interval. */
export function valueRanges(
  alternative: Alternative,
  valueFunctions: ValueFunctions,
): { worst: PerCriterion<number>; best: PerCriterion<number> } {
  const ends = perCriterion((criterion) => {
    const { low, high } = alternative.attributes[criterion];
    return [valueFunctions[criterion](low), valueFunctions[criterion](high)] as const;
  });
  return {
    worst: perCriterion((criterion) => Math.min(...ends[criterion])),
    best: perCriterion((criterion) => Math.max(...ends[criterion])),
  };
}

/** The score at the worst ends and at the best ends: exact, as values are monotone in attributes. */
export function scoreRange(
  alternative: Alternative,
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
): ScoreRange {
  const { worst, best } = valueRanges(alternative, valueFunctions);
  return {
    id: alternative.id,
    low: weightedScore(worst, weights),
    high: weightedScore(best, weights),
  };
}

/** Necessary and possible winners at fixed weights. Better evidence only adds to the first, and only
 * takes from the second. */
export function winners(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
): Winners {
  const ranges = alternatives.map((each) => scoreRange(each, valueFunctions, weights));
  const highestFloor = Math.max(...ranges.map(({ low }) => low));
  const isNecessary = (own: ScoreRange): boolean =>
    ranges.every((rival) => rival === own || own.low > rival.high);
  return {
    ranges,
    necessarilyBest: ranges.filter(isNecessary).map(({ id }) => id),
    possiblyBest: ranges.filter(({ high }) => high >= highestFloor).map(({ id }) => id),
  };
}

/**
 * The alternatives, in their order, without those that a rival matches or beats on every criterion
 * even when the rival's values are at the worse ends and theirs at the better ends, and of the rest at
 * most `modelsAtMost` with the highest upper scores. The alternatives come best first: of two that
 * match each other the first stays, and the first of all is never dropped.
 */
export function strongestOf(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
  modelsAtMost: number,
): Alternative[] {
  const entries = alternatives.map((alternative, place) => {
    const { worst, best } = valueRanges(alternative, valueFunctions);
    return { alternative, place, worst, best, upperScore: weightedScore(best, weights) };
  });
  type Entry = (typeof entries)[number];
  const beats = (rival: Entry, own: Entry): boolean =>
    CRITERIA.every((criterion) => rival.worst[criterion] >= own.best[criterion]) &&
    (rival.place < own.place ||
      CRITERIA.some((criterion) => rival.worst[criterion] > own.best[criterion]));
  return entries
    .filter(
      (own) => own.place === 0 || !entries.some((rival) => rival !== own && beats(rival, own)),
    )
    .toSorted(
      (a, b) => Number(b.place === 0) - Number(a.place === 0) || b.upperScore - a.upperScore,
    )
    .slice(0, modelsAtMost)
    .toSorted((a, b) => a.place - b.place)
    .map(({ alternative }) => alternative);
}
