/**
 * Flips by weight and by quality, in closed form. Each is null when no value of its parameter
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
} from "./contest.ts";
import { abilityAtValue } from "./values.ts";

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
