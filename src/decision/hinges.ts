/** Which facts decide: for each uncertain fact of each model, where it would change the pick and how likely that is. */
import type { Criterion } from "../schema/vocabulary.ts";
import type { Decision, RankedModel } from "./decision.ts";
import type { Interval, NumericFact } from "../facts/fact.ts";
import { resultAtLogit, resultLogit } from "../facts/logits.ts";
import { unknownAbility } from "./quality.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";
import {
  type FigureFlip,
  figureFlip,
  type Standing,
  standingOf,
} from "./robustness/information.ts";
import { isCertain, splitNormal, WORKING_SCALES } from "./robustness/split-normal.ts";

/** An uncertain fact that could change the pick. */
export interface Hinge {
  model: string;
  /** `benchmarks.gpqa`, `speed.outputTokensPerSecond`, `quality` (carrying results over to the user's task). */
  fact: string;
  /** In the fact's own unit. */
  threshold: number;
  unit: "logit" | "Elo" | "%" | "tokens/s" | "s";
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

/** One uncertain fact, seen through the attribute it moves. */
interface Uncertainty {
  fact: string;
  unit: Hinge["unit"];
  now: number;
  criterion: Criterion;
  /** The attribute over the central 90 % of this fact alone. */
  attribute: Interval;
  /** The attribute if the fact had this value, and the fact's value at an attribute. */
  attributeAt: (value: number) => number;
  valueAt: (attribute: number) => number;
  known: NumericFact | null;
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

function uncertaintiesOf(model: RankedModel, decision: Decision): Uncertainty[] {
  return [
    overallQuality(model),
    ...benchmarkResults(model, decision),
    ...missingResults(model, decision),
    ...speeds(model),
  ];
}

/** Carrying benchmark results over to the user's own work: the whole range of the ability. */
function overallQuality(model: RankedModel): Uncertainty {
  const { quality } = model.attributes;
  return {
    fact: "quality",
    unit: "logit",
    now: quality.point,
    criterion: "quality",
    attribute: quality,
    attributeAt: (value) => value,
    valueAt: (attribute) => attribute,
    known: null,
  };
}

function benchmarkResults(model: RankedModel, decision: Decision): Uncertainty[] {
  const constants = decision.sheets.catalog.levels.quality;
  const { estimate, facts, ability, own } = model.assessment.quality;
  return (estimate?.used ?? []).flatMap((used): Uncertainty[] => {
    const fact = facts.find((each) => each.id === used.benchmarkId);
    const now = fact?.result.value;
    if (fact === undefined || now === null || now === undefined) return [];
    const { benchmark } = fact;
    const share = used.share * (1 - (own?.weight ?? 0));
    if (share === 0) return [];
    const abilityAt = (logit: number) => ability.point + share * (logit - used.logit.point);
    const sampling = CENTRAL_90_DEVIATIONS * used.standardError;
    const sibling = used.sibling ? constants.siblingWideningLogits : 0;
    const reach = (span: number) => Math.hypot(span + sibling, sampling);
    return [
      {
        fact: fact.result.path,
        unit: benchmark.scale === "elo" ? "Elo" : "%",
        now,
        criterion: "quality",
        attribute: {
          point: ability.point,
          low: abilityAt(used.logit.point - reach(used.logit.point - used.logit.low)),
          high: abilityAt(used.logit.point + reach(used.logit.high - used.logit.point)),
        },
        attributeAt: (value) => abilityAt(resultLogit(value, benchmark, constants)),
        valueAt: (attribute) =>
          resultAtLogit(
            used.logit.point + (attribute - ability.point) / share,
            benchmark,
            constants,
          ),
        known: fact.result,
      },
    ];
  });
}

/** Results that nobody published, each a cautious guess in a broad range: which one is worth finding out. */
function missingResults(model: RankedModel, { sheets }: Decision): Uncertainty[] {
  const { levels } = sheets.catalog;
  const { estimate, facts, ability, own } = model.assessment.quality;
  const guess = unknownAbility(levels, model.assessment.candidate.model.family);
  return (estimate?.missing ?? []).flatMap(({ benchmarkId, share: ofPublic }): Uncertainty[] => {
    const share = ofPublic * (1 - (own?.weight ?? 0));
    const fact = facts.find((each) => each.id === benchmarkId);
    if (fact === undefined || share === 0) return [];
    const { benchmark, result } = fact;
    const abilityAt = (logits: number) => ability.point + share * (logits - guess.point);
    const valueOf = (logits: number) =>
      resultAtLogit(logits - benchmark.difficulty, benchmark, levels.quality);
    return [
      {
        fact: result.path,
        unit: benchmark.scale === "elo" ? "Elo" : "%",
        now: valueOf(guess.point),
        criterion: "quality",
        attribute: {
          point: ability.point,
          low: abilityAt(guess.low),
          high: abilityAt(guess.high),
        },
        attributeAt: (value) =>
          abilityAt(resultLogit(value, benchmark, levels.quality) + benchmark.difficulty),
        valueAt: (attribute) => valueOf(guess.point + (attribute - ability.point) / share),
        known: result,
      },
    ];
  });
}

function speeds(model: RankedModel): Uncertainty[] {
  const { wait } = model.assessment;
  const { firstToken, tokensPerSecond: rate, tokens, interval } = wait;
  const [firstTokenFact = null, rateFact = null] = wait.facts;
  const byRate = (value: number) => firstToken.point + tokens / value;
  const byFirstToken = (value: number) => value + tokens / rate.point;
  const common = { criterion: "latency" as const };
  return [
    {
      ...common,
      fact: "speed.outputTokensPerSecond",
      unit: "tokens/s",
      now: rate.point,
      attribute: { point: interval.point, low: byRate(rate.high), high: byRate(rate.low) },
      attributeAt: byRate,
      valueAt: (wanted) => tokens / (wanted - firstToken.point),
      known: rateFact,
    },
    {
      ...common,
      fact: "speed.timeToFirstTokenSeconds",
      unit: "s",
      now: firstToken.point,
      attribute: {
        point: interval.point,
        low: byFirstToken(firstToken.low),
        high: byFirstToken(firstToken.high),
      },
      attributeAt: byFirstToken,
      valueAt: (wanted) => wanted - tokens / rate.point,
      known: firstTokenFact,
    },
  ];
}
