/** Counts over many draws: which rank each model takes, whom it beats, and with which weights it wins. */

/** Rows are models in the order of the alternatives; flat, because a draw must not allocate. */
export interface Tally {
  modelCount: number;
  /** Draws in which a model (row) takes a rank (column). */
  rankCounts: Float64Array;
  /** Draws in which a model (row) is ahead of another (column). */
  winCounts: Float64Array;
  /** Sums of the weights (columns) of the draws a model (row) wins. */
  weightSums: Float64Array;
  /** Scratch: ranks in the current draw, 0 for the best. */
  ranks: Float64Array;
}

export function emptyTally(modelCount: number, weightCount: number): Tally {
  return {
    modelCount,
    rankCounts: new Float64Array(modelCount * modelCount),
    winCounts: new Float64Array(modelCount * modelCount),
    weightSums: new Float64Array(modelCount * weightCount),
    ranks: new Float64Array(modelCount),
  };
}

/** Adds one draw. Of models with equal scores the first is ahead, so that ranks are never shared. */
export function addDraw(tally: Tally, scores: Float64Array, weights: Float64Array): void {
  const { modelCount, rankCounts, ranks, weightSums } = tally;
  rankDraw(tally, scores);
  for (let model = 0; model < modelCount; model++) {
    const rank = ranks[model] ?? 0;
    increment(rankCounts, model * modelCount + rank, 1);
    if (rank !== 0) continue;
    for (let index = 0; index < weights.length; index++) {
      increment(weightSums, model * weights.length + index, weights[index] ?? 0);
    }
  }
}

function rankDraw({ modelCount, winCounts, ranks }: Tally, scores: Float64Array): void {
  ranks.fill(0);
  for (let first = 0; first < modelCount; first++) {
    const score = scores[first] ?? 0;
    let defeats = 0;
    for (let second = first + 1; second < modelCount; second++) {
      if (score >= (scores[second] ?? 0)) {
        increment(winCounts, first * modelCount + second, 1);
        increment(ranks, second, 1);
      } else {
        increment(winCounts, second * modelCount + first, 1);
        defeats++;
      }
    }
    increment(ranks, first, defeats);
  }
}

function increment(numbers: Float64Array, index: number, by: number): void {
  numbers[index] = (numbers[index] ?? 0) + by;
}
