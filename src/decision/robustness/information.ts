/** Which figure decides: where each would change the pick, how likely that is, and what knowing it is worth. */
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  weightedScore,
} from "../alternative.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import {
  figureAt,
  isCertain,
  type Scale,
  type SplitNormal,
  splitNormal,
  WORKING_SCALES,
} from "./split-normal.ts";

export interface InformationValue {
  id: string;
  criterion: Criterion;
  /** The attribute as it is taken to be, in its own unit. */
  point: number;
  /** The attribute at which the pick changes; null when no believable figure changes it. */
  threshold: number | null;
  /** Chance that the attribute lies beyond the threshold. */
  flipProbability: number;
  /** Mean gain in score from knowing the attribute before picking (EVPPI). */
  expectedLossAvoided: number;
}

/** Figures further out than this, in standard deviations, are not looked at: their chance is 0. */
const FURTHEST = 20;
const MIDPOINTS = 2001;
const BISECTIONS = 80;

/** What every single figure is held against: the score of the pick, and of the best of the others. */
export interface Standing {
  pick: number;
  runnerUp: number;
}

/** Where one uncertain figure changes the pick. What knowing it is worth is summed up only when asked for. */
export interface FigureFlip {
  threshold: number;
  flipProbability: number;
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

/**
 * Value of information, one uncertain attribute at a time with all else at its point, largest first
 * (equals by model id and criterion). The alternatives come best first: the first is the pick.
 */
export function informationValues(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
  scales: PerCriterion<Scale> = WORKING_SCALES,
): InformationValue[] {
  const standing = standingOf(alternatives, weights);
  const results = alternatives.flatMap(({ id, attributes, values }, index) =>
    CRITERIA.flatMap((criterion): InformationValue[] => {
      const belief = splitNormal(attributes[criterion], scales[criterion]);
      if (isCertain(belief)) return [];
      const { point } = attributes[criterion];
      const flip = figureFlip(
        values,
        criterion,
        belief,
        index === 0,
        standing,
        valueFunctions,
        weights,
      );
      return [
        {
          id,
          criterion,
          point,
          threshold: flip?.threshold ?? null,
          flipProbability: flip?.flipProbability ?? 0,
          expectedLossAvoided: flip?.expectedLossAvoided() ?? 0,
        },
      ];
    }),
  );
  return results.toSorted(
    (a, b) =>
      b.expectedLossAvoided - a.expectedLossAvoided ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
      CRITERIA.indexOf(a.criterion) - CRITERIA.indexOf(b.criterion),
  );
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
