/** Which figure decides: where each would change the pick, how likely that is, and what knowing it is worth. */
import type { Criterion } from "../../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  weightedScore,
} from "../alternative.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { figureAt, type SplitNormal } from "./split-normal.ts";

/** Figures further out than this, in standard deviations, are not looked at: their chance is 0. */
const FURTHEST = 20;
const MIDPOINTS = 2001;
const BISECTIONS = 80;

/** What every single figure is held against: the score of the pick, and of the best of the others. */
export interface Standing {
  pick: number;
  runnerUp: number;
}

/** Where one uncertain figure changes the pick. */
export interface FigureFlip {
  /** The attribute at which the pick changes, in its own unit. */
  threshold: number;
  /** Chance that the attribute lies beyond the threshold. */
  flipProbability: number;
  /** Mean gain in score from knowing the attribute before picking (EVPPI); summed up only when asked for. */
  expectedLossAvoided: () => number;
}

/** The alternatives come best first: the first is the pick. */
export function standingOf(
  alternatives: readonly Alternative[],
  weights: PerCriterion<number>,
): Standing {
  const [pick = 0, ...others] = alternatives.map(({ values }) => weightedScore(values, weights));
  return { pick, runnerUp: others.reduce((best, score) => Math.max(best, score), -Infinity) };
}

/**
 * The flip of one attribute within its belief, with all else at its point; null when no believable figure changes
 * the pick. A score is monotone in an attribute, so there is one threshold at most.
 *
 * @param isPick whether the attribute is the pick's own
 */
export function figureFlip(
  values: PerCriterion<number>,
  criterion: Criterion,
  belief: SplitNormal,
  isPick: boolean,
  standing: Standing,
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
): FigureFlip | null {
  const valueOf = valueFunctions[criterion];
  const moved = { ...values };
  const leadAt = (z: number): number => {
    moved[criterion] = valueOf(figureAt(belief, z));
    const score = weightedScore(moved, weights);
    return isPick ? score - standing.runnerUp : standing.pick - score;
  };
  const flip = flipBetween(leadAt);
  return flip === null
    ? null
    : {
        threshold: figureAt(belief, flip.at),
        flipProbability: normalCdf(-Math.abs(flip.at)),
        expectedLossAvoided: () => expectedLoss(leadAt, flip),
      };
}

/** Mean loss of staying with the pick: only figures beyond the flip lose anything. */
function expectedLoss(leadAt: (z: number) => number, { at, side }: FlipPoint): number {
  let loss = 0;
  for (const distance of tailMidpoints()) {
    if (distance <= Math.abs(at)) break;
    loss += Math.max(0, -leadAt(side * distance));
  }
  return loss / MIDPOINTS;
}

let midpoints: Float64Array | undefined;

/** The upper half of the midpoints of the normal curve, furthest first; the lower half mirrors them. */
function tailMidpoints(): Float64Array {
  midpoints ??= Float64Array.from({ length: (MIDPOINTS + 1) / 2 }, (_, index) =>
    normalQuantile(1 - (index + 0.5) / MIDPOINTS),
  );
  return midpoints;
}

/** Standard deviations from the median, and on which side of it. */
interface FlipPoint {
  at: number;
  side: 1 | -1;
}

/** Where the pick loses its lead, by bisection; or null. */
function flipBetween(leadAt: (z: number) => number): FlipPoint | null {
  // A pick that won on a tie-break may lead by less than nothing: only a further loss is a flip.
  const held = Math.min(0, leadAt(0));
  const side = ([-1, 1] as const).find((sign) => leadAt(sign * FURTHEST) < held);
  if (side === undefined) return null;
  let [inside, outside] = [0, side * FURTHEST];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break; // no double lies between
    if (leadAt(middle) < held) outside = middle;
    else inside = middle;
  }
  return { at: inside, side };
}
