/** The winner and one rival under one request: what every question about "what would change the answer" starts from. */
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Alternative, PerCriterion } from "./alternative.ts";
import type { Anchors } from "./values.ts";

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
