/** Hinges: each uncertain fact, where it would change the pick, how likely that is, and what knowing it is worth. */
import { lazy } from "../facts/memoize.ts";
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import {
  type Alternative,
  type PerCriterion,
  type ValueFunctions,
  weightedScore,
} from "./alternative.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { DIRECTIONS } from "./dominance.ts";
import {
  normalCdf,
  normalQuantile,
  figureAt,
  type SplitNormal,
  isCertain,
} from "./robustness/normal.ts";
import { uncertaintiesOf, type Uncertainty } from "./uncertainties.ts";

/** Figures further out than this, in standard deviations, are not looked at: their chance is 0. */
const FURTHEST = 20;
const MIDPOINTS = 2001;
const BISECTIONS = 80;

/** What every single figure is held against: the score of the pick, and of the best of the others. */
export interface Standing {
  pick: number;
  runnerUp: number;
}

/** Where one uncertain figure changes the pick: each figure of it worked out only when it is asked for. */
export interface FigureFlip {
  /** Whether the pick changes within so many standard deviations. */
  isWithin: (deviations: number) => boolean;
  /** Whether it changes with the attribute at this figure. */
  isAt: (attribute: number) => boolean;
  /** The attribute at which the pick changes, in its own unit. */
  threshold: () => number;
  /** Chance that the attribute lies beyond the threshold. */
  probability: () => number;
  /** Mean gain in score from knowing the attribute before picking (EVPPI). */
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

/** The lead of the pick as one attribute of one model moves, all else at its point. */
export interface Lead {
  with: (attribute: number) => number;
  /** Which way the attribute moves to the pick's loss: 1 for more of it. */
  side: 1 | -1;
}

/** @param isPick whether the attribute is the pick's own */
export function leadOf(
  values: PerCriterion<number>,
  criterion: Criterion,
  isPick: boolean,
  { pick, runnerUp }: Standing,
  valueFunctions: ValueFunctions,
  weights: PerCriterion<number>,
): Lead {
  const valueOf = valueFunctions[criterion];
  const { cost, latency, quality } = values;
  const better = DIRECTIONS[criterion];
  return {
    with: (attribute) => {
      const value = valueOf(attribute);
      const moved = {
        cost: criterion === "cost" ? value : cost,
        latency: criterion === "latency" ? value : latency,
        quality: criterion === "quality" ? value : quality,
      };
      const score = weightedScore(moved, weights);
      return isPick ? score - runnerUp : pick - score;
    },
    // The pick loses by a worse figure of its own, or by a better one of another model.
    side: isPick ? (better === 1 ? -1 : 1) : better,
  };
}

/**
 * The flip of an attribute within its belief; null when no believable figure changes the pick. A score is monotone in
 * an attribute, so there is one threshold at most.
 */
export function figureFlip({ with: leadWith, side }: Lead, belief: SplitNormal): FigureFlip | null {
  const furthest = leadWith(figureAt(belief, side * FURTHEST));
  if (!(furthest < 0)) return null;
  const leadAt = (deviations: number) => leadWith(figureAt(belief, side * deviations));
  // A pick that won on a tie-break may lead by less than nothing: only a further loss is a flip.
  const held = Math.min(0, leadAt(0));
  if (!(furthest < held)) return null;
  const isWithin = (deviations: number) => leadAt(deviations) < held;
  const distance = lazy(() => lastHeld(isWithin));
  return {
    isWithin,
    isAt: (attribute) => leadWith(attribute) < held,
    threshold: () => figureAt(belief, side * distance()),
    probability: () => normalCdf(-distance()),
    expectedLossAvoided: () => expectedLoss(leadAt, distance()),
  };
}

/** The last distance at which the pick still holds, by bisection. */
function lastHeld(isWithin: (deviations: number) => boolean): number {
  let [inside, outside] = [0, FURTHEST];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break; // no double lies between
    if (isWithin(middle)) outside = middle;
    else inside = middle;
  }
  return inside;
}

/** Mean loss of staying with the pick: only figures beyond the flip lose anything. */
function expectedLoss(leadAt: (deviations: number) => number, distance: number): number {
  let loss = 0;
  for (const midpoint of tailMidpoints()) {
    if (midpoint <= distance) break;
    loss += Math.max(0, -leadAt(midpoint));
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
      CRITERIA.flatMap((criterion) => hingesOf(model, criterion, standing, decision)),
    )
    .toSorted(
      (a, b) =>
        b.expectedLossAvoided - a.expectedLossAvoided ||
        (a.model + a.fact < b.model + b.fact ? -1 : 1),
    );
}

/** Those of the facts behind one attribute of a model. */
function hingesOf(
  model: RankedModel,
  criterion: Criterion,
  standing: Standing,
  { eligible, need, sheets, valueFunctions }: Decision,
): Hinge[] {
  const { id, values } = model;
  const { weights } = need.weighting;
  const isPick = model === eligible[0];
  // The best of figures is worth 1: a rival that it leaves behind has none to come first by.
  const best = weightedScore({ ...values, [criterion]: 1 }, weights);
  if (!isPick && best <= standing.pick) return [];
  const becomes = isPick ? eligible[1] : model;
  if (becomes === undefined) return [];
  const lead = leadOf(values, criterion, isPick, standing, valueFunctions, weights);
  const { levels } = sheets.catalog;
  return uncertaintiesOf(model, criterion, levels)
    .map((each) => hingeOf({ model: id, becomes: becomes.id }, each, lead, levels))
    .filter((hinge) => hinge !== null);
}

function hingeOf(
  about: Pick<Hinge, "model" | "becomes">,
  { fact, unit, now, belief, attributeAt, valueAt, known }: Uncertainty,
  lead: Lead,
  { confidence }: Levels,
): Hinge | null {
  const flip = isCertain(belief) ? null : figureFlip(lead, belief);
  if (flip === null) return null;
  const said = known?.statements ?? [];
  const isWorthTelling =
    flip.isWithin(-normalQuantile(confidence.hingeProbability)) ||
    said.some(({ claim, scope }) => scope !== "other" && flip.isAt(attributeAt(claim.value)));
  if (!isWorthTelling) return null;
  const threshold = flip.threshold();
  const isBeyond = (attribute: number) =>
    threshold > belief.point ? attribute > threshold : attribute < threshold;
  const claims = said.map(({ claim, scope }) => ({
    inScope: scope !== "other",
    value: claim.value,
    source: claim.source,
    observed: claim.observed,
    changesPick: isBeyond(attributeAt(claim.value)),
  }));
  return {
    model: about.model,
    fact,
    threshold: valueAt(threshold),
    unit,
    now,
    probability: flip.probability(),
    expectedLossAvoided: flip.expectedLossAvoided(),
    becomes: about.becomes,
    disputed: claims.some((claim) => claim.inScope && claim.changesPick),
    claims,
  };
}
