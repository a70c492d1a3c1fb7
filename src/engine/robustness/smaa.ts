/** How often each model is best, and at each rank, when weights and evidence vary together (SMAA-2). */
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Alternative, PerCriterion, ValueFunctions } from "../alternative.ts";
import { drawNormal, mulberry32, type RandomStream } from "./random.ts";
import { figureAt, isCertain, type Scale, splitNormal, WORKING_SCALES } from "./split-normal.ts";
import { addDraw, emptyTally } from "./tally.ts";
import { type WeightBelief, weightSampler } from "./weight-belief.ts";

/** The indices of one model, under the names of the literature. */
export interface ModelAcceptability {
  id: string;
  /** Chance of rank 1, 2, ...; the first is the chance of being best. */
  rankAcceptability: number[];
  /** Chance of scoring above each rival, by the rival's id. */
  pairwiseWinning: Record<string, number>;
  /** Mean weights of the draws the model wins; null when it wins none. */
  centralWeights: PerCriterion<number> | null;
  /** Chance of being best at its own central weights, evidence alone varying. */
  confidenceFactor: number | null;
}

export interface Smaa {
  /** In the order of the alternatives. */
  models: ModelAcceptability[];
  draws: number;
  seed: number;
}

export interface Sampling {
  draws: number;
  seed: number;
  /** Scale of each attribute's uncertainty; left out: ratios for cost and latency. */
  scales?: PerCriterion<Scale>;
}

const SIZE = CRITERIA.length;

/**
 * Stochastic multicriteria acceptability analysis: weights from their belief, every attribute from a
 * split normal through its interval. The alternatives come best first: where two score the same in a
 * draw (plateaus make this common) the first is ahead. Apart from that their order plays no part: a
 * draw takes the weights first, then the uncertain attributes by model id and criterion; an attribute
 * known exactly takes no number. The first n draws of a longer run are those of a run of n.
 * Source: R. Lahdelma and P. Salminen, "SMAA-2", Operations Research 49(3), 2001.
 * @throws RangeError when there is no draw.
 */
export function smaa(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  belief: WeightBelief,
  sampling: Sampling,
): Smaa {
  const { draws, seed } = sampling;
  if (!(draws >= 1)) throw new RangeError(`sampling needs at least one draw, not ${draws}`);
  const random = mulberry32(seed);
  const sampleWeights = weightSampler(belief, random);
  const sampleValues = valueSampler(alternatives, valueFunctions, sampling, random);
  const count = alternatives.length;
  const weights = new Float64Array(SIZE);
  const scores = new Float64Array(count);
  const valuesOfAllDraws = new Float64Array(draws * count * SIZE);
  const tally = emptyTally(count, SIZE);
  for (let start = 0; start < valuesOfAllDraws.length; start += count * SIZE) {
    sampleWeights(weights);
    sampleValues(valuesOfAllDraws, start);
    for (let model = 0; model < count; model++) {
      scores[model] = scoreAt(valuesOfAllDraws, start + model * SIZE, weights);
    }
    addDraw(tally, scores, weights);
  }

  const { rankCounts, winCounts, weightSums } = tally;
  const models = alternatives.map(({ id }, model): ModelAcceptability => {
    const wins = at(rankCounts, model * count);
    const central = weightSums.slice(model * SIZE, (model + 1) * SIZE).map((sum) => sum / wins);
    const rivals = alternatives.flatMap((rival, index) =>
      index === model ? [] : [[rival.id, at(winCounts, model * count + index) / draws] as const],
    );
    return {
      id,
      rankAcceptability: alternatives.map(
        (_, rank) => at(rankCounts, model * count + rank) / draws,
      ),
      pairwiseWinning: Object.fromEntries(rivals),
      centralWeights: wins === 0 ? null : asRecord(central),
      confidenceFactor:
        wins === 0 ? null : shareOfWins(model, count, valuesOfAllDraws, central) / draws,
    };
  });
  return { models, draws, seed };
}

/** A function that writes one draw of all values, model by model in the order of the alternatives. */
function valueSampler(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  sampling: Sampling,
  random: RandomStream,
): (into: Float64Array, start: number) => void {
  const facts = alternatives.flatMap(({ id, attributes }, model) =>
    CRITERIA.map((criterion, index) => ({
      id,
      slot: model * SIZE + index,
      belief: splitNormal(attributes[criterion], (sampling.scales ?? WORKING_SCALES)[criterion]),
      valueOf: valueFunctions[criterion],
    })),
  );
  const known = facts
    .filter(({ belief }) => isCertain(belief))
    .map(({ slot, belief, valueOf }) => ({ slot, value: valueOf(belief.point) }));
  const uncertain = facts
    .filter(({ belief }) => !isCertain(belief))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.slot - b.slot));
  return (into, start) => {
    for (const { slot, value } of known) into[start + slot] = value;
    for (const { slot, belief, valueOf } of uncertain) {
      into[start + slot] = valueOf(figureAt(belief, drawNormal(random)));
    }
  };
}

/** In how many draws the model is best at fixed weights. */
function shareOfWins(
  model: number,
  count: number,
  values: Float64Array,
  weights: Float64Array,
): number {
  let wins = 0;
  for (let start = 0; start < values.length; start += count * SIZE) {
    const own = scoreAt(values, start + model * SIZE, weights);
    let isBest = true;
    for (let rival = 0; isBest && rival < count; rival++) {
      const lead = own - scoreAt(values, start + rival * SIZE, weights);
      isBest = rival < model ? lead > 0 : lead >= 0;
    }
    if (isBest) wins++;
  }
  return wins;
}

/** The score of the model whose values start at the index. */
function scoreAt(values: Float64Array, index: number, weights: Float64Array): number {
  let score = 0;
  for (let j = 0; j < SIZE; j++) score += at(weights, j) * at(values, index + j);
  return score;
}

function asRecord(weights: Float64Array): PerCriterion<number> {
  return { cost: at(weights, 0), latency: at(weights, 1), quality: at(weights, 2) };
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
