/** Repeatable randomness: the same seed gives the same draws on every machine. */

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
