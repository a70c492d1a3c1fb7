/** Which models are worth sampling: those that somebody beats on everything are not. */
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Alternative, PerCriterion, ValueFunctions } from "../alternative.ts";
import { weightedScore } from "../alternative.ts";
import { valueRanges } from "./possible.ts";

/**
 * The alternatives, in their order, without those that a rival matches or beats on every criterion
 * even when the rival's values are at the worse ends and theirs at the better ends, and of the rest at
 * most `modelsAtMost` with the highest upper scores. The alternatives come best first: of two that
 * match each other the first stays, and the first of all is never dropped.
 */
export function contenders(
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
