/** The winner and one rival under one request, and the weight, importance or quality at which the rival wins. */
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Alternative, PerCriterion } from "./alternative.ts";
import { type Anchors, abilityAtValue } from "./values.ts";

export interface Pair {
  winner: Alternative;
  rival: Alternative;
  /** Normalised: they add up to 1. */
  weights: PerCriterion<number>;
  anchors: Anchors;
  /** Scores closer than this count as equal. */
  tieEpsilon: number;
}

export const SIDES = ["winner", "rival"] as const;
export type Side = (typeof SIDES)[number];

/** Where a parameter hands the win to the rival. */
export interface Flip {
  /** The parameter's value at which both score the same, in its own unit. */
  at: number;
  /** On which side of it the rival is ahead. */
  direction: "below" | "above";
  /** The rival's id. */
  becomes: string;
}

/** A flip by one model's own figure. */
export interface ModelFlip extends Flip {
  /** Whose figure. */
  model: string;
}

/** Value of the winner less value of the rival on one criterion. */
export function leadOf(pair: Pair, criterion: Criterion): number {
  return pair.winner.values[criterion] - pair.rival.values[criterion];
}

/** Weighted lead of the winner on every criterion but one; still divided by nothing. */
export function restOf(pair: Pair, except: Criterion): number {
  return CRITERIA.reduce(
    (sum, each) => (each === except ? sum : sum + pair.weights[each] * leadOf(pair, each)),
    0,
  );
}

export function otherSide(side: Side): Side {
  return side === "winner" ? "rival" : "winner";
}

/** The side with the larger attribute; the winner when they are equal. */
export function sideWithMore(pair: Pair, criterion: Criterion): Side {
  const { winner, rival } = pair;
  return rival.attributes[criterion].point > winner.attributes[criterion].point
    ? "rival"
    : "winner";
}

export function flipAt(pair: Pair, at: number, direction: Flip["direction"]): Flip {
  return { at, direction, becomes: pair.rival.id };
}

// Flips by weight and by quality, in closed form. Each is null when no value of its parameter
// lets the rival win by its score; a mere tie along a plateau is not a flip.

/** The weight, 0 to 1, at which the pair ties while the other weights keep their proportions. */
export function weightFlip(pair: Pair, criterion: Criterion): Flip | null {
  const odds = tieOdds(pair, criterion);
  return odds === null
    ? null
    : flipAt(pair, odds / (1 + odds), leadOf(pair, criterion) < 0 ? "above" : "below");
}

/** How many times as much as now a criterion would have to count for the pair to tie; above 0. */
export function importanceMultiplier(pair: Pair, criterion: Criterion): Flip | null {
  const weight = pair.weights[criterion];
  const odds = tieOdds(pair, criterion);
  if (odds === null || !(weight > 0)) return null;
  const multiple = (odds * (1 - weight)) / weight;
  return flipAt(pair, multiple, leadOf(pair, criterion) < 0 ? "above" : "below");
}

/**
 * Weight of a criterion over the weight of all others at the tie: the lead on the others, over the deficit on this
 * one. Null unless the two leads point to different models.
 */
function tieOdds(pair: Pair, criterion: Criterion): number | null {
  const others = 1 - pair.weights[criterion];
  if (!(others > 0)) return null;
  const rest = restOf(pair, criterion) / others;
  const lead = leadOf(pair, criterion);
  const { tieEpsilon } = pair;
  const opposed =
    (rest > tieEpsilon && lead < -tieEpsilon) || (rest < -tieEpsilon && lead > tieEpsilon);
  return opposed ? -rest / lead : null;
}

/** The ability, logits, of one of the pair at which it ties with the other as the other is. */
export function abilityFlip(pair: Pair, side: Side): ModelFlip | null {
  const weight = pair.weights.quality;
  if (!(weight > 0)) return null;
  const lead = (side === "winner" ? 1 : -1) * restOf(pair, "quality");
  const value = pair[otherSide(side)].values.quality - lead / weight;
  // From the bar upwards no ability is worth more: a tie there is a tie for every better ability too.
  if (!(weight * (1 - value) > pair.tieEpsilon)) return null;
  const { barLogits, logitsToZero } = pair.anchors;
  const at = abilityAtValue(value, barLogits, logitsToZero);
  if (at === null) return null;
  return { ...flipAt(pair, at, side === "winner" ? "below" : "above"), model: pair[side].id };
}
