/** Dominance: who must and who can be best without probabilities, and who is beaten on everything. */
import { CRITERIA } from "../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  perCriterion,
  weightedScore,
} from "./alternative.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { valuedRequests } from "./values.ts";

// Dominance on the raw attributes, and the models that nobody dominates whatever the budget, the volume or the
// weights.

/** 1 when more of the attribute is better, -1 when less is. */
export const DIRECTIONS: PerCriterion<1 | -1> = { cost: -1, latency: -1, quality: 1 };

/** Whether `a` is at least as good everywhere and better somewhere, at the points. */
export function dominates(a: Alternative, b: Alternative): boolean {
  let isBetter = false;
  for (const criterion of CRITERIA) {
    const lead =
      DIRECTIONS[criterion] * (a.attributes[criterion].point - b.attributes[criterion].point);
    if (lead < 0) return false;
    if (lead > 0) isBetter = true;
  }
  return isBetter;
}

/**
 * The alternatives nobody dominates, cheapest first (then fastest, best, id). Equal ones stay together.
 * In this order nobody is dominated by a later one, so comparing with the kept ones is enough, and with one of equals.
 */
export function paretoFront<Each extends Alternative>(alternatives: readonly Each[]): Each[] {
  const front: Each[] = [];
  const unlike: Each[] = [];
  for (const candidate of alternatives.toSorted(byCheapness)) {
    const last = front.at(-1);
    if (last !== undefined && isEqual(last, candidate)) front.push(candidate);
    else if (!unlike.some((kept) => dominates(kept, candidate))) {
      front.push(candidate);
      unlike.push(candidate);
    }
  }
  return front;
}

function isEqual(a: Alternative, b: Alternative): boolean {
  return CRITERIA.every(
    (criterion) => a.attributes[criterion].point === b.attributes[criterion].point,
  );
}

/** For each alternative, by id, the members of their front that dominate it, as many as asked for: none for the front. */
export function dominatedBy(
  alternatives: readonly Alternative[],
  front: readonly Alternative[] = paretoFront(alternatives),
  most = Infinity,
): Map<string, string[]> {
  return new Map(
    alternatives.map((own) => {
      const ids: string[] = [];
      for (const rival of front) {
        if (ids.length >= most) break;
        if (dominates(rival, own)) ids.push(rival.id);
      }
      return [own.id, ids];
    }),
  );
}

function byCheapness(a: Alternative, b: Alternative): number {
  return (
    a.attributes.cost.point - b.attributes.cost.point ||
    a.attributes.latency.point - b.attributes.latency.point ||
    b.attributes.quality.point - a.attributes.quality.point ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Hard limits on what models compare by: a better model keeps them wherever a worse one does. */
const LIMITS_ON_ATTRIBUTES = ["limits.usdPerMonth", "limits.usdPerRequest", "limits.waitSeconds"];

/**
 * The ranked models that another budget, volume, wait limit or weights could bring to the front. Whoever is dominated
 * stays behind its dominator under any of them, unless something else can exclude the dominator.
 */
export function undominated({ ranking, need, sheets }: Decision): RankedModel[] {
  // Without any volume every bill is the same, and says nothing of the prices that another volume brings back.
  if (valuedRequests(need, sheets.catalog.levels.budget) === 0) return ranking;
  // Rate limits depend on the volume and on the model, however good it is.
  if (need.rateLimits.usageTier !== null) return ranking;
  // Without a known speed a model is left open where a better one is out: those are compared among themselves.
  const isGuess = ({ assessment }: RankedModel) => assessment.wait.missing.length > 0;
  const comparable = ranking.filter(isComparable);
  const front = new Set([
    ...paretoFront(comparable.filter((model) => !isGuess(model))),
    ...paretoFront(comparable.filter(isGuess)),
  ]);
  return ranking.filter((model) => front.has(model) || !isComparable(model));
}

/** Nothing but its attributes decides whether it qualifies. */
function isComparable({ screened }: RankedModel): boolean {
  return screened.open.every(({ constraint }) => LIMITS_ON_ATTRIBUTES.includes(constraint));
}

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
  const [highestFloor = -Infinity] = descending(ranges.map(({ low }) => low));
  const [highest = -Infinity, second = -Infinity] = descending(ranges.map(({ high }) => high));
  const isNecessary = ({ low, high }: ScoreRange): boolean =>
    low > (high === highest ? second : highest);
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
export function strongestOf<Each extends Alternative>(
  alternatives: readonly Each[],
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
  modelsAtMost: number,
): Each[] {
  const entries = alternatives.map((alternative, place) => {
    const { worst, best } = valueRanges(alternative, valueFunctions);
    const [floor, ceiling] = [weightedScore(worst, weights), weightedScore(best, weights)];
    return { alternative, place, worst, best, floor, ceiling };
  });
  type Entry = (typeof entries)[number];
  const beats = (rival: Entry, own: Entry): boolean =>
    CRITERIA.every((criterion) => rival.worst[criterion] >= own.best[criterion]) &&
    (rival.place < own.place ||
      CRITERIA.some((criterion) => rival.worst[criterion] > own.best[criterion]));
  const byFloor = entries.toSorted((a, b) => b.floor - a.floor);
  const isBeaten = (own: Entry): boolean => {
    for (const rival of byFloor) {
      if (rival.floor < own.ceiling) return false; // nor does any after it beat this one on everything
      if (rival !== own && beats(rival, own)) return true;
    }
    return false;
  };
  const strongest: Entry[] = [];
  const byCeiling = entries.toSorted(
    (a, b) => Number(b.place === 0) - Number(a.place === 0) || b.ceiling - a.ceiling,
  );
  for (const own of byCeiling) {
    if (strongest.length >= modelsAtMost) break;
    if (own.place === 0 || !isBeaten(own)) strongest.push(own);
  }
  return strongest.toSorted((a, b) => a.place - b.place).map(({ alternative }) => alternative);
}

function descending(figures: readonly number[]): number[] {
  return figures.toSorted((a, b) => b - a);
}
