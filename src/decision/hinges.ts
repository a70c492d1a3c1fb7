/** Hinges: each uncertain fact, where it would change the pick, how likely that is, and what knowing it is worth. */
import type { Criterion } from "../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  weightedScore,
} from "./alternative.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { uncertaintiesOf, type Uncertainty } from "./uncertainties.ts";
import {
  normalCdf,
  normalQuantile,
  figureAt,
  type SplitNormal,
  isCertain,
  splitNormal,
  WORKING_SCALES,
} from "./robustness/normal.ts";

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

// Hinges: for each uncertain fact of each model, where it would change the pick and how likely that is.

/** An uncertain fact that could change the pick. */
export interface Hinge {
  model: string;
  /** `benchmarks.gpqa`, `speed.outputTokensPerSecond`, `quality` (carrying results over to the user's task). */
  fact: string;
  /** In the fact's own unit. */
  threshold: number;
  unit: Uncertainty["unit"];
  now: number;
  /** That the fact lies beyond the threshold. */
  probability: number;
  /** Score that knowing the fact would save on average. */
  expectedLossAvoided: number;
  /** Id of the model that is first beyond the threshold. */
  becomes: string;
  /** Some source's own value for this fact is beyond the threshold. */
  disputed: boolean;
  claims: HingeClaim[];
}

interface HingeClaim {
  /** Whether it speaks of the model itself, not of another snapshot. */
  inScope: boolean;
  value: number;
  source: string;
  observed: string;
  changesPick: boolean;
}

/** Facts worth checking, those whose knowledge is worth most first. Of very many models only the first are asked. */
export function hinges(decision: Decision): Hinge[] {
  const { eligible, sheets, need } = decision;
  if (eligible.length < 2) return [];
  const standing = standingOf(eligible, need.weighting.weights);
  return eligible
    .slice(0, sheets.catalog.levels.sampling.modelsAtMost)
    .flatMap((model) =>
      uncertaintiesOf(model, decision).flatMap((each) => hingeOf(model, each, standing, decision)),
    )
    .toSorted(
      (a, b) =>
        b.expectedLossAvoided - a.expectedLossAvoided ||
        (a.model + a.fact < b.model + b.fact ? -1 : 1),
    );
}

function hingeOf(
  model: RankedModel,
  uncertainty: Uncertainty,
  standing: Standing,
  decision: Decision,
): Hinge[] {
  const [winner, runnerUp] = decision.eligible;
  const becomes = model.id === winner?.id ? runnerUp : model;
  const flip = flipOf(model, uncertainty, standing, decision);
  if (flip === null || becomes === undefined) return [];
  const { threshold, flipProbability } = flip;
  const isBeyond = (attribute: number) =>
    threshold > uncertainty.attribute.point ? attribute > threshold : attribute < threshold;
  const claims = (uncertainty.known?.statements ?? []).map(({ claim, scope }) => ({
    inScope: scope !== "other",
    value: claim.value,
    source: claim.source,
    observed: claim.observed,
    changesPick: isBeyond(uncertainty.attributeAt(claim.value)),
  }));
  const disputed = claims.some((claim) => claim.inScope && claim.changesPick);
  const { hingeProbability } = decision.sheets.catalog.levels.confidence;
  if (flipProbability < hingeProbability && !disputed) return [];
  return [
    {
      model: model.id,
      fact: uncertainty.fact,
      threshold: uncertainty.valueAt(threshold),
      unit: uncertainty.unit,
      now: uncertainty.now,
      probability: flipProbability,
      expectedLossAvoided: flip.expectedLossAvoided(),
      becomes: becomes.id,
      disputed,
      claims,
    },
  ];
}

/** Where this fact changes the pick, with everything else at its point. */
function flipOf(
  model: RankedModel,
  { criterion, attribute }: Uncertainty,
  standing: Standing,
  { eligible, need, valueFunctions }: Decision,
): FigureFlip | null {
  const belief = splitNormal(attribute, WORKING_SCALES[criterion]);
  if (isCertain(belief)) return null;
  const { weights } = need.weighting;
  const isPick = model === eligible[0];
  return figureFlip(model.values, criterion, belief, isPick, standing, valueFunctions, weights);
}
