/** The highest of several lines along a weight that may be anything, by the chance of the stretch on which each is it. */
import { type Beta, betaCdf, betaOf, betaQuantiles } from "./beta.ts";

/** One column a criterion, or a corner of the weights, with one value a reading. */
export type Columns = readonly [Float64Array, Float64Array, Float64Array];

export const EMPTY = new Float64Array(0);
export const NONE: Columns = [EMPTY, EMPTY, EMPTY];

/**
 * Adds to each model's sum the chance that it scores highest, reading by reading: along the weight of the first
 * criterion every score is a line, and each model is the highest on one stretch of it.
 *
 * @param shapes of the Dirichlet distribution of the weights
 * @param shift moves the even places at which the rest of the weight is split, in steps
 */
export function addSpread(
  sums: Float64Array,
  columns: readonly Columns[],
  [first, second, third]: readonly [number, number, number],
  count: number,
  shift: number,
): void {
  const along = first > 0 && second + third > 0 ? betaOf(first, second + third) : null;
  const split = second > 0 && third > 0 ? betaQuantiles(count, shift, betaOf(second, third)) : null;
  const whole = second > 0 ? 1 : 0;
  const isFirstAlone = first > 0 && along === null;
  const [one, other, ...more] = columns;
  if (along !== null && one !== undefined && other !== undefined && more.length === 0) {
    const chance = meanLead(one, other, split, whole, along);
    addTo(sums, 0, count * chance);
    addTo(sums, 1, count * (1 - chance));
    return;
  }
  /** The scores at a weight of 0 and of 1 for the first criterion. */
  const without = new Float64Array(columns.length);
  const alone = new Float64Array(columns.length);
  for (let reading = 0; reading < count; reading++) {
    const share = split?.[reading] ?? whole;
    for (let model = 0; model < columns.length; model++) {
      const own = columns[model] ?? NONE;
      alone[model] = own[0][reading] ?? 0;
      without[model] = share * (own[1][reading] ?? 0) + (1 - share) * (own[2][reading] ?? 0);
    }
    if (along === null) addTo(sums, highest(isFirstAlone ? alone : without), 1);
    else addStretches(sums, without, alone, along);
  }
}

/**
 * Follows the highest of the lines from `without` (the first weight is 0) to `alone` (it is 1), and adds to each model
 * the chance of the stretch on which it is the highest.
 */
function addStretches(
  sums: Float64Array,
  without: Float64Array,
  alone: Float64Array,
  along: Beta,
): void {
  let best = highest(without, alone);
  let chanceBefore = 0;
  for (;;) {
    const start = without[best] ?? 0;
    const fall = (alone[best] ?? 0) - start;
    let until = 1;
    let next = -1;
    let end = 0;
    for (let model = 0; model < without.length; model++) {
      const ownStart = without[model] ?? 0;
      const ownEnd = alone[model] ?? 0;
      const gain = ownEnd - ownStart - fall;
      if (gain <= 0) continue;
      const crossing = (start - ownStart) / gain;
      // Of several that cross at one place the steepest is ahead from there.
      if (crossing < until || (crossing === until && next !== -1 && ownEnd > end)) {
        until = crossing;
        next = model;
        end = ownEnd;
      }
    }
    const chance = next === -1 ? 1 : betaCdf(until, along);
    addTo(sums, best, chance - chanceBefore);
    if (next === -1) return;
    best = next;
    chanceBefore = chance;
  }
}

/**
 * The chance that the first of two models is ahead: {@link addStretches} for the usual number of models, where the lines
 * cross once at most. Half of what a start spent on how sure an answer is was following two lines as if there were many.
 */
function meanLead(
  [firstAlone, first, firstRest]: Columns,
  [secondAlone, second, secondRest]: Columns,
  split: Float64Array | null,
  whole: number,
  along: Beta,
): number {
  let chances = 0;
  for (let reading = 0; reading < first.length; reading++) {
    const share = split?.[reading] ?? whole;
    const atOne = (firstAlone[reading] ?? 0) - (secondAlone[reading] ?? 0);
    const atNone =
      share * ((first[reading] ?? 0) - (second[reading] ?? 0)) +
      (1 - share) * ((firstRest[reading] ?? 0) - (secondRest[reading] ?? 0));
    if (atNone >= 0 && atOne >= 0) chances += 1;
    else if (atNone > 0) chances += betaCdf(atNone / (atNone - atOne), along);
    else if (atOne > 0) chances += 1 - betaCdf(atNone / (atNone - atOne), along);
  }
  return chances / first.length;
}

/** Place of the highest number; of equals, the one with the higher second number, then the first. */
function highest(numbers: Float64Array, second = numbers): number {
  let best = 0;
  let most = numbers[0] ?? 0;
  for (let index = 1; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    if (number < most) continue;
    if (number === most && (second[index] ?? 0) <= (second[best] ?? 0)) continue;
    best = index;
    most = number;
  }
  return best;
}

function addTo(numbers: Float64Array, index: number, by: number): void {
  numbers[index] = (numbers[index] ?? 0) + by;
}
