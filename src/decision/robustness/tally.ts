/** Counts over many draws: which rank each model takes, whom it beats, and with which weights it wins. */

/** Rows are models in the order of the alternatives; flat, because there are many. */
export interface Tally {
  modelCount: number;
  /** Draws in which a model (row) takes a rank (column). */
  rankCounts: Float64Array;
  /** Draws in which a model (row) is ahead of another (column). */
  winCounts: Float64Array;
  /** Sums of the weights (columns) of the draws a model (row) wins. */
  weightSums: Float64Array;
}

export function emptyTally(modelCount: number, weightCount: number): Tally {
  return {
    modelCount,
    rankCounts: new Float64Array(modelCount * modelCount),
    winCounts: new Float64Array(modelCount * modelCount),
    weightSums: new Float64Array(modelCount * weightCount),
  };
}

/**
 * Adds a block of draws: the scores, one column a model, and the weights, one column a criterion. Of models with equal
 * scores the first is ahead, so that ranks are never shared.
 */
export function addBlock(
  tally: Tally,
  scores: readonly Float64Array[],
  weights: readonly Float64Array[],
): void {
  const { modelCount, rankCounts, winCounts, weightSums } = tally;
  // Rank 0 is the best: a model's rank in a draw is the number of models ahead of it.
  const ranks = scores.map((column) => new Uint16Array(column.length));
  for (const [first, ownScores] of scores.entries()) {
    for (let second = first + 1; second < modelCount; second++) {
      const wins = compare(
        ownScores,
        scores[second] ?? ownScores,
        ranks[first] ?? NONE,
        ranks[second] ?? NONE,
      );
      increment(winCounts, first * modelCount + second, wins);
      increment(winCounts, second * modelCount + first, ownScores.length - wins);
    }
  }
  for (const [model, column] of ranks.entries()) {
    for (const rank of column) increment(rankCounts, model * modelCount + rank, 1);
    for (const [index, drawn] of weights.entries()) {
      increment(weightSums, model * weights.length + index, sumWhereFirst(drawn, column));
    }
  }
}

const NONE = new Uint16Array(0);

/** In how many draws the first is ahead; the one behind falls by a rank in each. */
function compare(
  first: Float64Array,
  second: Float64Array,
  firstRanks: Uint16Array,
  secondRanks: Uint16Array,
): number {
  let wins = 0;
  for (let draw = 0; draw < first.length; draw++) {
    if ((first[draw] ?? 0) >= (second[draw] ?? 0)) {
      wins++;
      secondRanks[draw] = (secondRanks[draw] ?? 0) + 1;
    } else {
      firstRanks[draw] = (firstRanks[draw] ?? 0) + 1;
    }
  }
  return wins;
}

function sumWhereFirst(weights: Float64Array, ranks: Uint16Array): number {
  let sum = 0;
  for (let draw = 0; draw < ranks.length; draw++) {
    if (ranks[draw] === 0) sum += weights[draw] ?? 0;
  }
  return sum;
}

function increment(numbers: Float64Array, index: number, by: number): void {
  numbers[index] = (numbers[index] ?? 0) + by;
}
