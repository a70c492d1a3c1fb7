/** How sure the pick is: acceptability over weights and evidence, and the exact figure over the weights alone. */
import type { ConfidenceLabel } from "../schema/result-vocabulary.ts";
import { CRITERIA } from "../schema/vocabulary.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { percent } from "./figures.ts";
import { exactAcceptability } from "./robustness/acceptability.ts";
import { labelOf, sampleUntilClear } from "./robustness/confidence.ts";
import { type InformationValue, informationValues } from "./robustness/information.ts";
import { contenders } from "./robustness/pruning.ts";
import { type WeightBelief, weightBeliefOf } from "./robustness/weight-belief.ts";

export interface Confidence {
  /** First-rank acceptability by model id; 0 for a model that can never be first, absent where nothing says. */
  probabilityBest: Record<string, number>;
  overWeights: number;
  label: ConfidenceLabel;
  cap: string | null;
  /** 0 when nothing was sampled. */
  draws: number;
  seed: number;
}

export interface SamplingChoice {
  /** 0: exact over the weights alone, evidence at its points. */
  draws: number;
  seed: number;
}

export function confidenceOf(decision: Decision, choice: SamplingChoice): Confidence | null {
  const { eligible, need, sheets, valueFunctions } = decision;
  const [winner, runnerUp] = eligible;
  if (winner === undefined) return null;
  const { sampling, confidence: thresholds } = sheets.catalog.levels;
  const belief = weightBeliefOf(need.weighting);
  const overWeights =
    runnerUp === undefined ? 1 : exactAcceptability(winner.values, runnerUp.values, belief);
  const { draws, seed } = choice;
  const base = { overWeights, seed };
  if (eligible.length === 1) {
    return { ...base, ...judged({ [winner.id]: 1 }, decision), draws: 0 };
  }
  if (draws === 0) {
    return { ...base, ...judged(exactProbabilities(eligible, belief), decision), draws };
  }
  const compared = contenders(
    eligible,
    valueFunctions,
    need.weighting.weights,
    sampling.modelsAtMost,
  );
  const result = sampleUntilClear(
    compared,
    valueFunctions,
    belief,
    { ...sampling, draws, seed, extendedDraws: draws < sampling.draws ? draws : sampling.extendedDraws },
    thresholds,
  );
  const probabilities = Object.fromEntries(eligible.map((model) => [model.id, 0]));
  for (const model of result.models) probabilities[model.id] = model.rankAcceptability[0] ?? 0;
  return { ...base, ...judged(probabilities, decision), draws: result.draws };
}

/**
 * Over the weights alone. Exact for a pair; of several rivals the strongest bounds the winner's chance from above,
 * and nobody else has a figure.
 */
function exactProbabilities(
  [winner, ...rivals]: readonly RankedModel[],
  belief: WeightBelief,
): Record<string, number> {
  if (winner === undefined) return {};
  const chances = rivals.map((rival) => exactAcceptability(winner.values, rival.values, belief));
  const chance = Math.min(...chances);
  const [only] = rivals;
  return rivals.length === 1 && only !== undefined
    ? { [winner.id]: chance, [only.id]: 1 - chance }
    : { [winner.id]: chance };
}

function judged(
  probabilityBest: Record<string, number>,
  decision: Decision,
): Pick<Confidence, "probabilityBest" | "label" | "cap"> {
  const [winner, runnerUp] = decision.eligible;
  const thresholds = decision.sheets.catalog.levels.confidence;
  const label = labelOf(probabilityBest[winner?.id ?? ""] ?? 0, thresholds);
  const cap = winner === undefined ? null : capOf(winner, runnerUp, decision);
  const held = cap !== null && (label === "high" || label === "moderate");
  return { probabilityBest, label: held ? "low" : label, cap: held ? cap : null };
}

/** Evidence too poor for more than "low": a missing fact that could flip the pick, or secondary facts alone. */
function capOf(
  winner: RankedModel,
  runnerUp: RankedModel | undefined,
  decision: Decision,
): string | null {
  const { missingFactFlipProbability } = decision.sheets.catalog.levels.confidence;
  const flips = informationValues(
    decision.eligible,
    decision.valueFunctions,
    decision.need.weighting.weights,
  );
  for (const model of decision.eligible) {
    for (const [criterion, what] of missingOf(model)) {
      const chance = flipChance(flips, model.id, criterion);
      if (chance > missingFactFlipProbability) {
        return `${what} of ${model.assessment.candidate.name} is not known, and ${percent(chance)} of what it could be would change the pick`;
      }
    }
  }
  return runnerUp !== undefined && restsOnSecondary(winner, runnerUp, decision)
    ? "what separates the first two is known from secondary sources only"
    : null;
}

function missingOf(model: RankedModel): ["quality" | "latency", string][] {
  const { quality, wait } = model.assessment;
  return [
    ...(quality.estimate === null ? [["quality", "the quality"] as ["quality", string]] : []),
    ...(wait.missing.length > 0 ? [["latency", "the speed"] as ["latency", string]] : []),
  ];
}

function flipChance(flips: InformationValue[], id: string, criterion: string): number {
  return flips.find((each) => each.id === id && each.criterion === criterion)?.flipProbability ?? 0;
}

/** Whether every criterion on which the two differ rests on secondary claims alone. */
function restsOnSecondary(winner: RankedModel, rival: RankedModel, decision: Decision): boolean {
  const { weights } = decision.need.weighting;
  const separating = CRITERIA.filter(
    (criterion) =>
      weights[criterion] > 0 && winner.values[criterion] !== rival.values[criterion],
  );
  const classes = separating.flatMap((criterion) =>
    [winner, rival].flatMap((model) => factsOf(model, criterion).map((fact) => fact.chosen?.class)),
  );
  return classes.length > 0 && classes.every((each) => each === "secondary");
}

/** The facts behind one attribute of a model. */
export function factsOf(model: RankedModel, criterion: (typeof CRITERIA)[number]) {
  switch (criterion) {
    case "cost":
      return model.cost.lines.map((line) => line.fact);
    case "latency":
      return model.assessment.wait.facts;
    case "quality":
      return model.assessment.quality.facts
        .map((fact) => fact.result)
        .filter((result) => result.value !== null);
  }
}
