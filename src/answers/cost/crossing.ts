/**
 * Where a difference that is linear piece by piece changes its sign, and where long inputs bend a bill: exact, without
 * a search.
 */
import { isPriced } from "../../decision/cost.ts";
import { longContextStep } from "../../facts/fact-sheets.ts";
import { exact, type Money, usd } from "../../facts/money.ts";
import type { Subject } from "./subject.ts";

/** A difference of two bills as a function of one quantity. */
export interface Difference {
  /** Exact; linear between neighbouring steps. Null where one of the bills has no price. */
  at: (quantity: number) => Money | null;
  from: number;
  /** May be infinite. */
  to: number;
  /** Quantities at which a price list jumps or bends: the start of caching, of the price for long inputs. */
  steps: readonly number[];
}

export interface Crossing {
  at: number;
  /** Sign of the difference just below; it has the opposite one just above. */
  below: -1 | 1;
}

/** Every change of sign strictly inside the range, in rising order. */
export function crossings(difference: Difference): Crossing[] {
  const bounds = boundsOf(difference);
  const roots = bounds
    .slice(1)
    .flatMap((right, index) => rootWithin(difference, bounds[index] ?? 0, right));
  const points = [...new Set([...bounds, ...roots])].toSorted((a, b) => a - b);
  const found: Crossing[] = [];
  let sign = 0;
  let since = difference.from;
  for (const [index, left] of points.slice(0, -1).entries()) {
    const next = signAt(difference, between(left, points[index + 1] ?? Infinity));
    if (next === 0) continue;
    // After a stretch without any difference the change is where that stretch began.
    if (sign !== 0 && next !== sign) found.push({ at: since, below: sign > 0 ? 1 : -1 });
    sign = next;
    since = points[index + 1] ?? Infinity;
  }
  return found;
}

function boundsOf({ from, to, steps }: Difference): number[] {
  const inner = steps.filter((step) => step > from && step < to);
  return [...new Set([from, ...inner, to])].toSorted((a, b) => a - b);
}

/** The zero of the straight line through two inner points of a piece, if it lies inside the piece. */
function rootWithin({ at }: Difference, left: number, right: number): number[] {
  const near = between(left, right);
  const far = between(near, right);
  const [first, second] = [at(near), at(far)];
  if (first === null || second === null || first.eq(second)) return [];
  const root = exact(near)
    .minus(first.times(exact(far).minus(near)).div(second.minus(first)))
    .toNumber();
  return root > left && root < right ? [root] : [];
}

function signAt({ at }: Difference, quantity: number): number {
  const value = at(quantity);
  return value === null ? 0 : Math.sign(value.cmp(0));
}

/** Some quantity inside, however wide the range is. */
function between(left: number, right: number): number {
  return right === Infinity ? left * 2 + 1 : (left + right) / 2;
}

// Where the bill of a model bends because its inputs grow long.

/** Tokens of input besides its text: images as this model counts them, and what searches find. */
export function tokensBesideText({ cost }: Subject): number {
  if (!isPriced(cost)) return 0;
  return cost.lines
    .filter(({ item }) => item === "images" || item === "web-search-content")
    .reduce((sum, line) => sum + usd(line.quantity), 0);
}

/** Input tokens above which each of the models bills more a token. */
export function longInputSteps(
  subjects: readonly Subject[],
): { subject: Subject; tokens: number }[] {
  return subjects.flatMap((subject) => {
    const aboveInputTokens = longContextStep(subject.assessment.sheet)?.aboveInputTokens ?? null;
    return aboveInputTokens === null ? [] : [{ subject, tokens: aboveInputTokens }];
  });
}
