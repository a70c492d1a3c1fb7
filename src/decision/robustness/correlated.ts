/** Standard normal sequences that go together as told, made of independent ones. */

/** Two ids and the correlation of their errors, between -1 and 1. */
export interface Correlation {
  first: string;
  second: string;
  rho: number;
}

/**
 * The factor whose rows mix independent numbers into correlated ones (Cholesky's). Correlations that no numbers can
 * have together, as pairs of different tests may come to, are shrunk towards independence until some can.
 */
export function mixing(ids: readonly string[], correlations: readonly Correlation[]): number[][] {
  const matrix: number[][] = ids.map((one) => ids.map((other) => (one === other ? 1 : 0)));
  for (const { first, second, rho } of correlations) {
    const [row, column] = [ids.indexOf(first), ids.indexOf(second)];
    for (const [i, j] of [[row, column] as const, [column, row] as const]) {
      const cells = matrix[i];
      if (cells !== undefined && j >= 0) cells[j] = rho;
    }
  }
  for (let shrinkage = 1; ; shrinkage *= SHRINK) {
    const factor = cholesky(matrix, shrinkage);
    if (factor !== null) return factor;
  }
}

const SHRINK = 0.95;

/** Null where the matrix, its correlations shrunk, is not positive definite. */
function cholesky(matrix: readonly (readonly number[])[], shrinkage: number): number[][] | null {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const mixed: number[] = [];
    for (let j = 0; j <= i; j++) {
      const known = j === i ? mixed : (factor[j] ?? []);
      let rest = (row[j] ?? 0) * (i === j ? 1 : shrinkage);
      for (let k = 0; k < j; k++) rest -= (mixed[k] ?? 0) * (known[k] ?? 0);
      if (i !== j) mixed.push(rest / (known[j] ?? 1));
      else if (rest > Number.EPSILON) mixed.push(Math.sqrt(rest));
      else return null;
    }
    factor.push(mixed);
  }
  return factor;
}
