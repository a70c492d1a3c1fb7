/** Flips in closed form: the volume, budget, price, weight, importance or quality at which a rival wins. */
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Alternative, PerCriterion } from "./alternative.ts";
import { type Anchors, abilityAtValue, costAtValue } from "./values.ts";

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

// Flips by volume, budget and price. They share one curve: how far the dearer model falls behind in value as its bill
// grows against the budget. Null when no value of the parameter lets the rival win by its score.

/**
 * The requests a month at which the pair ties, given what one request costs either model in USD. None where one model
 * comes first at every volume: at or below the floor the value of cost stands still.
 */
export function volumeFlip(
  pair: Pair,
  usdPerRequest: Record<Side, number>,
  floorRequests: number,
): Flip | null {
  const { budgetUsdPerMonth } = pair.anchors;
  const dearer = usdPerRequest.rival > usdPerRequest.winner ? "rival" : "winner";
  const load = tieLoad(pair, dearer, usdPerRequest);
  if (load === null || budgetUsdPerMonth === Infinity) return null;
  const requests = load * (budgetUsdPerMonth / usdPerRequest[dearer]);
  return requests > floorRequests
    ? flipAt(pair, requests, dearer === "winner" ? "above" : "below")
    : null;
}

/** The month that a budget is held against. */
export interface BudgetedMonth {
  requests: number;
  usualRequests: number;
  /** Amounts below this one shorten the usual month in proportion, USD. */
  usualMonthAnchorUsd: number;
}

/**
 * The amount of a monthly budget, USD, at which the pair ties; the anchor moves, the importance of cost stays. As the
 * amount falls below the anchor, so does the month that answers are priced at: with fewer requests than usual, a dollar
 * of it buys no fewer than the usual month at the anchor, and where exactly that many make the tie, no amount does.
 * The tie of the values alone: below the dearer model's bill an amount, being a limit, shuts that model out before.
 */
export function budgetFlip(
  pair: Pair,
  usdPerRequest: Record<Side, number>,
  { requests, usualRequests, usualMonthAnchorUsd }: BudgetedMonth,
): Flip | null {
  const dearer = usdPerRequest.rival > usdPerRequest.winner ? "rival" : "winner";
  const load = tieLoad(pair, dearer, usdPerRequest);
  if (load === null) return null;
  const requestsPerDollar = load / usdPerRequest[dearer];
  const usualPerDollar = usualRequests / usualMonthAnchorUsd;
  if (requests < usualRequests && requestsPerDollar === usualPerDollar) return null;
  const month =
    requests >= usualRequests || requestsPerDollar > usualPerDollar ? requests : usualRequests;
  return flipAt(pair, month / requestsPerDollar, dearer === "winner" ? "below" : "above");
}

/** The multiple of today's price of one of the pair, by default the dearer one, at which it ties with the other. */
export function priceFlip(pair: Pair, side: Side = sideWithMore(pair, "cost")): ModelFlip | null {
  const { weights, anchors } = pair;
  const today = pair[side].attributes.cost.point;
  if (!(weights.cost > 0 && today > 0)) return null;
  const lead = (side === "winner" ? 1 : -1) * restOf(pair, "cost");
  const value = pair[otherSide(side)].values.cost - lead / weights.cost;
  const at = costAtValue(value, anchors.budgetUsdPerMonth);
  // Below nothing no price falls: a tie at exactly $0 is not a flip.
  const aboveNothing = weights.cost * (1 - value) > pair.tieEpsilon;
  if (at === null || at / today === Infinity || !aboveNothing) return null;
  const direction = side === "winner" ? "above" : "below";
  return { ...flipAt(pair, at / today, direction), model: pair[side].id };
}

/**
 * The dearer model's valued bill as a multiple of the budget at which its lead on the other criteria is used up. With q the
 * cheaper bill over the dearer one, the gap in value at a load s is s(1-q) inside the budget, 1 - sq + ln s while
 * only the dearer exceeds it, and ln(1/q) from there on: it grows, then stands still.
 */
function tieLoad(pair: Pair, dearer: Side, usd: Record<Side, number>): number | null {
  const weight = pair.weights.cost;
  const dearerUsd = usd[dearer];
  const cheaperUsd = usd[otherSide(dearer)];
  const rest = (dearer === "winner" ? 1 : -1) * restOf(pair, "cost");
  if (!(weight > 0 && dearerUsd > cheaperUsd && rest > pair.tieEpsilon)) return null;
  const largestGap = Math.log(dearerUsd / cheaperUsd);
  if (!(weight * largestGap - rest > pair.tieEpsilon)) return null;

  const gap = rest / weight;
  const inside = (gap * dearerUsd) / (dearerUsd - cheaperUsd);
  if (inside <= 1) return inside;
  const cheaperShare = cheaperUsd / dearerUsd;
  // 1 - sq lies between 0 and 1 here, which brackets ln s.
  const load = bisect(
    (s) => 1 - s * cheaperShare + Math.log(s) - gap,
    Math.max(1, Math.exp(gap - 1)),
    Math.min(1 / cheaperShare, Math.exp(gap)),
  );
  return load <= LARGEST_LOAD ? load : null;
}

/** Times the budget beyond which nobody's bill goes, and doubles no longer tell two sides apart. */
const LARGEST_LOAD = 1e12;

/** The root of an increasing function between two bounds, to the last bit a double can halve. */
function bisect(increasing: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    // Also ends where a bound has overflowed and there is no middle.
    if (!(middle > below && middle < above)) return middle;
    if (increasing(middle) < 0) below = middle;
    else above = middle;
  }
}
