/** How sure the pick is: acceptability over weights and evidence, and the exact figure over the weights alone. */
import { evidenceOf, type NumericFact } from "../facts/claims.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import { type ConfidenceLabel, CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import { type Decision, eligibleOnAnyWorkload, type RankedModel } from "./decision.ts";
import { strongestOf } from "./dominance.ts";
import { figureFlip, leadOf, type Standing, standingOf } from "./hinges.ts";
import { correlationsOf, isKnown } from "./own-results.ts";
import { exactAcceptability } from "./robustness/acceptability.ts";
import { firstRankAcceptability } from "./robustness/first-rank.ts";
import { splitNormal, WORKING_SCALES } from "./robustness/normal.ts";
import { unconfirmed } from "./screening.ts";
import { type WeightBelief, weightBeliefOf } from "./weights.ts";

/** Why the label is held down to "low". */
export type ConfidenceCap =
  | {
      reason: "missing-fact";
      /** Whose quality or speed nobody knows. */
      model: string;
      criterion: "quality" | "latency";
      /** Share of what the fact could be that would change the pick. */
      flipProbability: number;
    }
  /** What separates the first two is known from secondary sources only. */
  | { reason: "secondary-sources" }
  /** Nobody says whether the pick meets every requirement. */
  | { reason: "unconfirmed-needs"; model: string; needs: number };

export interface Confidence {
  /** First-rank acceptability by model id; 0 for a model that can never be first, absent where nothing says. */
  probabilityBest: Record<string, number>;
  overWeights: number;
  label: ConfidenceLabel;
  cap: ConfidenceCap | null;
  /** Readings of the evidence taken; 0 when only the weights were varied. */
  draws: number;
  seed: number;
}

/** Lowest chance of being best, 0 to 1, that still earns the word; below the last it is a toss-up. */
export interface LabelThresholds {
  high: number;
  moderate: number;
  low: number;
}

export function labelOf(probability: number, thresholds: LabelThresholds): ConfidenceLabel {
  if (probability >= thresholds.high) return "high";
  if (probability >= thresholds.moderate) return "moderate";
  return probability >= thresholds.low ? "low" : "toss-up";
}

export interface SamplingChoice {
  /** Readings of the evidence; 0: exact over the weights alone, evidence at its points. */
  draws: number;
  seed: number;
}

export function confidenceOf(decision: Decision, choice: SamplingChoice): Confidence | null {
  const { need, sheets, valueFunctions } = decision;
  const eligible = eligibleOnAnyWorkload(decision);
  const [winner, runnerUp] = eligible;
  if (winner === undefined) return null;
  const { modelsAtMost } = sheets.catalog.levels.sampling;
  const belief = weightBeliefOf(need.weighting);
  const overWeights =
    runnerUp === undefined ? 1 : exactAcceptability(winner.values, runnerUp.values, belief);
  const { draws, seed } = choice;
  const base = { overWeights, seed };
  const noChance = (models: readonly RankedModel[]) =>
    Object.fromEntries(models.map(({ id }) => [id, 0]));
  const never = () => {
    const mayBeFirst = new Set(eligible);
    return noChance(decision.ranking.filter((model) => !mayBeFirst.has(model)));
  };
  if (eligible.length === 1) {
    return { ...base, ...judged({ ...never(), [winner.id]: 1 }, decision), draws: 0 };
  }
  if (draws === 0) {
    const exact = exactProbabilities(eligible.slice(0, modelsAtMost), belief, overWeights);
    return { ...base, ...judged({ ...never(), ...exact }, decision), draws };
  }
  const strongest = strongestOf(eligible, valueFunctions, need.weighting.weights, modelsAtMost);
  const chances = firstRankAcceptability(strongest, valueFunctions, belief, {
    count: draws,
    seed,
    qualityCorrelations: correlationsOf(strongest),
  });
  const probabilities = noChance(decision.ranking);
  strongest.forEach(({ id }, place) => {
    probabilities[id] = chances[place] ?? 0;
  });
  return { ...base, ...judged(probabilities, decision), draws };
}

/**
 * Over the weights alone. Exact for a pair; of several rivals the strongest bounds the winner's chance from above,
 * and nobody else has a figure.
 *
 * @param overWeights the winner's chance against the first of the rivals
 */
function exactProbabilities(
  [winner, first, ...others]: readonly RankedModel[],
  belief: WeightBelief,
  overWeights: number,
): Record<string, number> {
  if (winner === undefined) return {};
  const chances = others.map((rival) => exactAcceptability(winner.values, rival.values, belief));
  const chance = Math.min(overWeights, ...chances);
  return others.length === 0 && first !== undefined
    ? { [winner.id]: chance, [first.id]: 1 - chance }
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

/** Evidence too poor for more than "low": an open need, a missing fact that could flip the pick, or secondary facts alone. */
function capOf(
  winner: RankedModel,
  runnerUp: RankedModel | undefined,
  decision: Decision,
): ConfidenceCap | null {
  const needs = unconfirmed(winner.screened).length;
  if (needs > 0) return { reason: "unconfirmed-needs", model: winner.id, needs };
  const { missingFactFlipProbability } = decision.sheets.catalog.levels.confidence;
  const standing = standingOf(decision.eligible, decision.need.weighting.weights);
  for (const model of decision.eligible) {
    for (const criterion of ["quality", "latency"] as const) {
      if (!isMissing(model, criterion)) continue;
      const flipProbability = flipChance(model, criterion, standing, decision);
      if (flipProbability > missingFactFlipProbability) {
        return { reason: "missing-fact", model: model.id, criterion, flipProbability };
      }
    }
  }
  return runnerUp !== undefined && restsOnSecondary(winner, runnerUp, decision)
    ? { reason: "secondary-sources" }
    : null;
}

function isMissing(
  { assessment: { quality, wait } }: RankedModel,
  criterion: "quality" | "latency",
): boolean {
  return criterion === "quality" ? !isKnown(quality) : wait.missing.length > 0;
}

function flipChance(
  model: RankedModel,
  criterion: Criterion,
  standing: Standing,
  { eligible, need, valueFunctions }: Decision,
): number {
  const belief = splitNormal(model.attributes[criterion], WORKING_SCALES[criterion]);
  const { weights } = need.weighting;
  const isPick = model === eligible[0];
  const lead = leadOf(model.values, criterion, isPick, standing, valueFunctions, weights);
  return figureFlip(lead, belief)?.probability() ?? 0;
}

/** Whether every criterion on which the two differ rests on secondary claims alone. */
function restsOnSecondary(winner: RankedModel, rival: RankedModel, decision: Decision): boolean {
  const { weights } = decision.need.weighting;
  const separating = CRITERIA.filter(
    (criterion) => weights[criterion] > 0 && winner.values[criterion] !== rival.values[criterion],
  );
  let spoken = 0;
  for (const criterion of separating) {
    for (const model of [winner, rival]) {
      const classes = classesOf(model, criterion);
      if (classes.some((each) => each !== "secondary")) return false;
      spoken += classes.length;
    }
  }
  return spoken > 0;
}

/** Who says what one attribute of a model rests on. */
function classesOf(model: RankedModel, criterion: Criterion) {
  const own = criterion === "quality" ? model.assessment.quality.own : null;
  const facts = factsOf(model, criterion).map((fact) => fact.chosen?.class);
  return own === null ? facts : [own.statement.class, ...facts];
}

/** Ids of the sources that one attribute of a model rests on. */
export function sourcesOf(model: RankedModel, criterion: Criterion): readonly string[] {
  if (criterion !== "quality") return evidenceOf(factsOf(model, criterion));
  const { own, results } = model.assessment.quality;
  const sources = sourcesOfResults(results);
  return own === null ? sources : [...new Set([own.statement.claim.source, ...sources])];
}

/** Results are kept for every question about the same work. */
const sourcesOfResults = memoizeByObject((results: readonly NumericFact[]) => evidenceOf(results));

/** The facts behind one attribute of a model. */
export function factsOf(model: RankedModel, criterion: (typeof CRITERIA)[number]) {
  switch (criterion) {
    case "cost":
      return model.cost.lines.map((line) => line.fact);
    case "latency":
      return model.assessment.wait.facts;
    case "quality":
      return model.assessment.quality.results;
  }
}
