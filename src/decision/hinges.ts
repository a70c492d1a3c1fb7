/** Hinges: for each uncertain fact of each model, where it would change the pick and how likely that is. */
import type { Decision, RankedModel } from "./decision.ts";
import {
  type FigureFlip,
  figureFlip,
  type Standing,
  standingOf,
} from "./robustness/information.ts";
import { isCertain, splitNormal, WORKING_SCALES } from "./robustness/split-normal.ts";
import { uncertaintiesOf, type Uncertainty } from "./uncertainties.ts";

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
