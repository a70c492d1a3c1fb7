/** Sequences of readings: more even than chance, repeatable by a seed, correlated as told. */
import { memoizeFew } from "../../facts/memoize.ts";
import { normalQuantile } from "./normal.ts";

// Standard normal sequences that go together as told, made of independent ones.

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

/** Reads values of equal chance in an even order, again and again: one a reading. */
export type EvenColumn = (values: Float64Array) => Float64Array;

/**
 * Even columns of `count` readings, a new one at each call, that are even together: the n-th place of the j-th is the
 * fraction of n times the square root of the j-th prime, moved by a random shift.
 * Source: R. Richtmyer, "The evaluation of definite integrals, and a quasi-Monte-Carlo method", Los Alamos report
 * LA-1342, 1951; the shift after R. Cranley and T. Patterson, SIAM Journal on Numerical Analysis 13, 1976.
 *
 * Places are whole numbers of {@link WHOLE}: a start of the program adds them up before any code is optimised.
 */
export function evenColumns(count: number, random: RandomStream): () => EvenColumn {
  let prime = 1;
  return () => {
    prime = primeAfter(prime);
    const step = Math.round((Math.sqrt(prime) % 1) * WHOLE);
    const start = Math.floor(random() * WHOLE);
    return (values) => {
      const column = new Float64Array(count);
      const partBits = Math.log2(WHOLE / values.length);
      let place = start;
      for (let reading = 0; reading < count; reading++) {
        column[reading] = values[place >> partBits] ?? 0;
        place = (place + step) & (WHOLE - 1);
      }
      return column;
    };
  };
}

/** Small enough for the sum of two to be a small integer to any compiler. */
const WHOLE = 2 ** 29;

function primeAfter(number: number): number {
  let next = number + 1;
  while (!isPrime(next)) next += 1;
  return next;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) return false;
  }
  return true;
}

// Repeatable randomness: the same seed gives the same draws on every machine.

/** A stream of uniform numbers, at least 0 and below 1. */
export type RandomStream = () => number;

/**
 * Uniform numbers from a 32-bit seed; the period of 2^32 is ample for some hundred thousand draws.
 * Source: T. Ettinger's mulberry32, in the public domain.
 */
export function mulberry32(seed: number): RandomStream {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers of equal chance, in rising order: the middles of so many parts. */
export function evenNormals(parts: number): Float64Array {
  return normals(String(parts), () =>
    Float64Array.from({ length: parts }, (_, part) => normalQuantile((part + 0.5) / parts)),
  );
}

const normals = memoizeFew<Float64Array>(4);
