/** How often each model is best, and at each rank, when weights and evidence vary together (SMAA-2). */
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Alternative, PerCriterion, ValueFunctions } from "../alternative.ts";
import { type Draws, drawsOf } from "./draws.ts";
import {
  figureAt,
  isCertain,
  type Scale,
  type SplitNormal,
  splitNormal,
  WORKING_SCALES,
} from "./split-normal.ts";
import { addBlock, emptyTally } from "./tally.ts";
import type { WeightBelief } from "./weight-belief.ts";

/** The indices of one model, under the names of the literature. */
export interface ModelAcceptability {
  id: string;
  /** Chance of rank 1, 2, ...; the first is the chance of being best. */
  rankAcceptability: number[];
  /** Chance of scoring above each rival, by the rival's id. */
  pairwiseWinning: Record<string, number>;
  /** Mean weights of the draws the model wins; null when it wins none. */
  centralWeights: PerCriterion<number> | null;
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

/** Draws made together, figure by figure: loops this plain are fast from the start. */
const BLOCK = 10_000;

/**
 * Stochastic multicriteria acceptability analysis: weights from their belief, every attribute from a
 * split normal through its interval. The alternatives come best first: where two score the same in a
 * draw (plateaus make this common) the first is ahead. Apart from that their order plays no part: a
 * block of draws takes its weights first, then the uncertain attributes by model id and criterion; an
 * attribute known exactly takes no number.
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
  const figures = figuresOf(alternatives, valueFunctions, sampling.scales);
  const uncertain = figures.filter(({ belief: each }) => !isCertain(each)).length;
  const count = alternatives.length;
  const tally = emptyTally(count, SIZE);
  let blockSeed = seed;
  for (let done = 0; done < draws; done += BLOCK) {
    const block = drawsOf(belief, blockSeed, Math.min(BLOCK, draws - done));
    addBlock(tally, scoresOf(count, figures, block), block.weights);
    blockSeed = block.nextSeed(uncertain);
  }

  const { rankCounts, winCounts, weightSums } = tally;
  const models = alternatives.map(({ id }, model): ModelAcceptability => {
    const wins = at(rankCounts, model * count);
    const sums = weightSums.subarray(model * SIZE, (model + 1) * SIZE);
    const rivals = alternatives.flatMap((rival, index) =>
      index === model ? [] : [[rival.id, at(winCounts, model * count + index) / draws] as const],
    );
    return {
      id,
      rankAcceptability: alternatives.map(
        (_, rank) => at(rankCounts, model * count + rank) / draws,
      ),
      pairwiseWinning: Object.fromEntries(rivals),
      centralWeights: wins === 0 ? null : asRecord(sums.map((sum) => sum / wins)),
    };
  });
  return { models, draws, seed };
}

const EMPTY = new Float64Array(0);

interface Figure {
  id: string;
  model: number;
  /** Place in {@link CRITERIA}. */
  criterion: number;
  belief: SplitNormal;
  valueOf: (attribute: number) => number;
}

/** Every attribute of every model, by model id and criterion. */
function figuresOf(
  alternatives: readonly Alternative[],
  valueFunctions: ValueFunctions,
  scales: PerCriterion<Scale> = WORKING_SCALES,
): Figure[] {
  return alternatives
    .flatMap(({ id, attributes }, model) =>
      CRITERIA.map((name, criterion): Figure => {
        const belief = splitNormal(attributes[name], scales[name]);
        return { id, model, criterion, belief, valueOf: valueFunctions[name] };
      }),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.criterion - b.criterion));
}

/** The scores of a block of draws: one column a model, in the order of the alternatives. */
function scoresOf(
  count: number,
  figures: readonly Figure[],
  { weights, normals }: Draws,
): Float64Array[] {
  const scores = Array.from({ length: count }, () => new Float64Array(weights[0]?.length ?? 0));
  let drawn = 0;
  for (const { model, criterion, belief, valueOf } of figures) {
    const column = weights[criterion] ?? EMPTY;
    const sums = scores[model] ?? EMPTY;
    if (isCertain(belief)) {
      addKnown(sums, column, valueOf(belief.point));
    } else {
      addDrawn(sums, column, belief, valueOf, normals(drawn));
      drawn += 1;
    }
  }
  return scores;
}

function addKnown(sums: Float64Array, weights: Float64Array, value: number): void {
  for (let draw = 0; draw < sums.length; draw++) {
    sums[draw] = at(sums, draw) + at(weights, draw) * value;
  }
}

function addDrawn(
  sums: Float64Array,
  weights: Float64Array,
  belief: SplitNormal,
  valueOf: (attribute: number) => number,
  normals: Float64Array,
): void {
  for (let draw = 0; draw < sums.length; draw++) {
    const value = valueOf(figureAt(belief, at(normals, draw)));
    sums[draw] = at(sums, draw) + at(weights, draw) * value;
  }
}

function asRecord(weights: Float64Array): PerCriterion<number> {
  return { cost: at(weights, 0), latency: at(weights, 1), quality: at(weights, 2) };
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
