/** `--draws` and `--seed` as numbers. */
import { LARGEST_SEED, MOST_DRAWS } from "../schema/bounds.ts";
import { readNumber } from "../typed/number.ts";
import type { SAMPLING_OPTIONS } from "./options/evidence.ts";
import type { OptionValues } from "../question/option.ts";

/** Absent where not given: the catalog has the defaults. @throws Failure (usage) */
export function readSampling({ draws, seed }: OptionValues<typeof SAMPLING_OPTIONS>): {
  draws?: number;
  seed?: number;
} {
  const numberOfDraws = { what: "a number of draws", example: "10000", whole: true };
  const start = { what: "a whole number", example: "42", whole: true };
  return {
    ...(draws === undefined
      ? {}
      : { draws: readNumber(draws, "--draws", { ...numberOfDraws, most: MOST_DRAWS }) }),
    ...(seed === undefined
      ? {}
      : { seed: readNumber(seed, "--seed", { ...start, most: LARGEST_SEED }) }),
  };
}
