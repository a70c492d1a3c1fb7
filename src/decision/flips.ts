/**
 * Flips by weight, by quality and by the latency target, in closed form. Each is null when no value of its parameter
 * lets the rival win by its score; a mere tie along a plateau is not a flip.
 */
import type { Criterion } from "../schema/vocabulary.ts";
import {
  type Contest,
  type Flip,
  flipAt,
  leadOf,
  type ModelFlip,
  otherSide,
  restOf,
  type Side,
  sideWithMore,
} from "./contest.ts";
import { abilityAtValue, waitAtValue } from "./values.ts";

/** The weight, 0 to 1, at which the pair ties while the other weights keep their proportions. */
export function weightFlip(contest: Contest, criterion: Criterion): Flip | null {
  const odds = tieOdds(contest, criterion);
  return odds === null
    ? null
    : flipAt(contest, odds / (1 + odds), leadOf(contest, criterion) < 0 ? "above" : "below");
}

/** How many times as much as now a criterion would have to count for the pair to tie; above 0. */
export function importanceMultiplier(contest: Contest, criterion: Criterion): Flip | null {
  const weight = contest.weights[criterion];
  const odds = tieOdds(contest, criterion);
  if (odds === null || !(weight > 0)) return null;
  const multiple = (odds * (1 - weight)) / weight;
  return flipAt(contest, multiple, leadOf(contest, criterion) < 0 ? "above" : "below");
}

/**
 * Weight of a criterion over the weight of all others at the tie: the lead on the others, over the deficit on this
 * one. Null unless the two leads point to different models.
 */
function tieOdds(contest: Contest, criterion: Criterion): number | null {
  const others = 1 - contest.weights[criterion];
  if (!(others > 0)) return null;
  const rest = restOf(contest, criterion) / others;
  const lead = leadOf(contest, criterion);
  const { tieEpsilon } = contest;
  const opposed =
    (rest > tieEpsilon && lead < -tieEpsilon) || (rest < -tieEpsilon && lead > tieEpsilon);
  return opposed ? -rest / lead : null;
}

/** The ability, logits, of one of the pair at which it ties with the other as the other is. */
export function abilityFlip(contest: Contest, side: Side): ModelFlip | null {
  const weight = contest.weights.quality;
  if (!(weight > 0)) return null;
  const lead = (side === "winner" ? 1 : -1) * restOf(contest, "quality");
  const value = contest[otherSide(side)].values.quality - lead / weight;
  // From the bar upwards no ability is worth more: a tie there is a tie for every better ability too.
  if (!(weight * (1 - value) > contest.tieEpsilon)) return null;
  const { barLogits, logitsToZero } = contest.anchors;
  const at = abilityAtValue(value, barLogits, logitsToZero);
  if (at === null) return null;
  return { ...flipAt(contest, at, side === "winner" ? "below" : "above"), model: contest[side].id };
}

/** How far ahead in quality the better model is, and how far it would have to be for the pair to tie. */
export interface QualityGap {
  better: Side;
  logitsNow: number;
  valueNow: number;
  /** Negative: the better model would tie even if it were worse by this much. */
  valueNeeded: number;
  /** The same in logits, if both stood below the bar. */
  logitsNeeded: number;
  /** Whether the better model's ability alone can make that gap: above the bar its lead no longer grows. */
  reachable: boolean;
  /** The better model's threshold or, where it has none, the other's. */
  threshold: ModelFlip | null;
}

/** The quality gap now and at the tie; null when quality does not count. */
export function qualityGapNeeded(contest: Contest): QualityGap | null {
  const { weights, anchors, winner, rival } = contest;
  if (!(weights.quality > 0)) return null;
  const better = sideWithMore(contest, "quality");
  const sign = better === "winner" ? 1 : -1;
  const valueNeeded = (-sign * restOf(contest, "quality")) / weights.quality;
  const ofBetter = abilityFlip(contest, better);
  return {
    better,
    logitsNow: sign * (winner.attributes.quality.point - rival.attributes.quality.point),
    valueNow: sign * leadOf(contest, "quality"),
    valueNeeded,
    logitsNeeded: anchors.logitsToZero * valueNeeded,
    reachable: ofBetter !== null,
    threshold: ofBetter ?? abilityFlip(contest, otherSide(better)),
  };
}

/**
 * The latency target, seconds, at which the pair ties. The faster model gains nothing while the slower one meets the
 * target, and all it can gain once it misses the target itself: the flip lies between the two waits.
 */
export function waitTargetFlip(contest: Contest): Flip | null {
  const { weights, anchors, tieEpsilon } = contest;
  if (!(weights.latency > 0)) return null;
  const slower = sideWithMore(contest, "latency");
  const slowerWait = contest[slower].attributes.latency.point;
  const fasterWait = contest[otherSide(slower)].attributes.latency.point;
  const rest = (slower === "winner" ? 1 : -1) * restOf(contest, "latency");
  const mostToGain =
    weights.latency * (Math.log(slowerWait / fasterWait) / Math.log(anchors.zeroAtMultiple));
  if (!(rest > tieEpsilon && mostToGain - rest > tieEpsilon)) return null;
  // The wait worth 1 - rest/weight against the target sought, read the other way round.
  const multipleOfTarget = waitAtValue(1 - rest / weights.latency, 1, anchors.zeroAtMultiple);
  if (multipleOfTarget === null) return null;
  return flipAt(contest, slowerWait / multipleOfTarget, slower === "winner" ? "below" : "above");
}

/** The nearest flips below and above among several rivals': there the first of them takes over. */
export function nearestFlips<Each extends Flip>(
  flips: readonly (Each | null)[],
): { below: Each | null; above: Each | null } {
  const nearest = { below: null as Each | null, above: null as Each | null };
  for (const each of flips) {
    if (each === null) continue;
    const best = nearest[each.direction];
    const nearer = each.direction === "below" ? 1 : -1;
    if (best === null || nearer * (each.at - best.at) > 0) nearest[each.direction] = each;
  }
  return nearest;
}

/** The weights of a criterion for which the winner stays ahead of every rival: the stability interval. */
export function stabilityInterval(
  contests: readonly Contest[],
  criterion: Criterion,
): { low: number; high: number; below: Flip | null; above: Flip | null } {
  const nearest = nearestFlips(contests.map((contest) => weightFlip(contest, criterion)));
  return { low: nearest.below?.at ?? 0, high: nearest.above?.at ?? 1, ...nearest };
}
