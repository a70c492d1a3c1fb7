/** Repeatable randomness: the same seed gives the same draws on every machine. */
import { normalQuantile } from "./normal.ts";

/** A stream of uniform numbers, at least 0 and below 1. */
export type RandomStream = () => number;

/** Half the spacing of the uniform numbers: added where an exact 0 would give an infinity. */
const HALF_STEP = 2 ** -33;

/** A stream that another one can go on with. */
export interface SeededStream extends RandomStream {
  /** The seed of a stream that gives the numbers this one would give next. */
  nextSeed(): number;
}

/**
 * Uniform numbers from a 32-bit seed; the period of 2^32 is ample for some hundred thousand draws.
 * Source: T. Ettinger's mulberry32, in the public domain.
 */
export function mulberry32(seed: number): SeededStream {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Object.assign(next, { nextSeed: () => state });
}

/** A standard normal number by inversion, so that every one takes exactly one uniform number. */
export function drawNormal(random: RandomStream): number {
  return normalQuantile(random() + HALF_STEP);
}

/** An exponential number of mean 1. */
export function drawExponential(random: RandomStream): number {
  return -Math.log(random() + HALF_STEP);
}

/**
 * A gamma number of the given shape (0 or more; 0 gives 0) and scale 1.
 * Source: G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM
 * Transactions on Mathematical Software 26(3), 2000; shapes below 1 by the authors' power of a uniform.
 */
export function drawGamma(shape: number, random: RandomStream): number {
  if (shape <= 0) return 0;
  if (shape < 1) {
    const larger = drawGamma(shape + 1, random);
    return larger * (random() + HALF_STEP) ** (1 / shape);
  }
  const offset = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * offset);
  for (;;) {
    const normal = drawNormal(random);
    const root = 1 + spread * normal;
    if (root <= 0) continue;
    const cube = root * root * root;
    const uniform = random() + HALF_STEP;
    const square = normal * normal;
    // The first test implies the second one and spares two logarithms nearly always.
    if (
      uniform < 1 - 0.0331 * square * square ||
      Math.log(uniform) < square / 2 + offset * (1 - cube + Math.log(cube))
    ) {
      return offset * cube;
    }
  }
}
