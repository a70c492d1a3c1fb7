/** Benchmark results on the log-odds scale, where equal steps are equal ratios of the odds of success. */
import type { Benchmark } from "../schema/descriptions.ts";
import type { Levels } from "../schema/levels.ts";
import type { Interval } from "./claims.ts";

/** What turns a result into log-odds besides the benchmark itself. */
export type LogitConstants = Pick<
  Levels["quality"],
  "accuracyClip" | "itemsWhenUnknown" | "eloAnchor" | "eloPerDecade"
>;

/** The part of a benchmark that its scale depends on. */
export type BenchmarkScale = Pick<Benchmark, "scale" | "chance" | "items" | "eloStandardError">;

const PERCENT = 100;

/** Share of the questions beyond guessing that were answered: 0 at chance, 1 at all right. */
export function chanceCorrected(accuracy: number, chance: number): number {
  return (accuracy - chance) / (1 - chance);
}

/** Log-odds of a share strictly between 0 and 1. */
export function logit(shareRight: number): number {
  return Math.log(shareRight / (1 - shareRight));
}

/** Share with these log-odds. */
export function inverseLogit(logits: number): number {
  return 1 / (1 + Math.exp(-logits));
}

/** An ability as an index for people, 0 to 100: the chance of success on a task of average difficulty. */
export function qualityIndex(abilityLogits: number): number {
  return PERCENT * inverseLogit(abilityLogits);
}

/** A result in the benchmark's own unit (percent right, percent wrong, Elo) as chance-corrected, clipped log-odds. */
export function resultLogit(
  result: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
): number {
  return logit(clippedShare(result, benchmark, constants));
}

/** The result, in the benchmark's own unit, that stands at these log-odds: the inverse inside the clip. */
export function resultAtLogit(
  logits: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
): number {
  if (benchmark.scale === "elo") {
    return constants.eloAnchor + (logits * constants.eloPerDecade) / Math.LN10;
  }
  const right = PERCENT * (benchmark.chance + (1 - benchmark.chance) * inverseLogit(logits));
  return benchmark.scale === "percent-wrong" ? PERCENT - right : right;
}

/** An interval of results as an interval of log-odds, the right way round also where less is better. */
export function resultLogitInterval(
  result: Interval,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
): Interval {
  const low = resultLogit(result.low, benchmark, constants);
  const high = resultLogit(result.high, benchmark, constants);
  return {
    point: resultLogit(result.point, benchmark, constants),
    low: Math.min(low, high),
    high: Math.max(low, high),
  };
}

/**
 * Standard error of a result's log-odds from the number of test items (`items` overrides the benchmark's own).
 * Delta method on the binomial; taken at the clipped share, so that a perfect result still has one.
 */
export function standardError(
  result: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
  items?: number,
): number {
  const corrected = clippedShare(result, benchmark, constants);
  const odds = corrected * (1 - corrected);
  if (
    benchmark.scale === "elo" &&
    benchmark.eloStandardError !== undefined &&
    items === undefined
  ) {
    return (benchmark.eloStandardError * Math.LN10) / constants.eloPerDecade;
  }
  const chance = benchmark.scale === "elo" ? 0 : benchmark.chance;
  const accuracy = chance + (1 - chance) * corrected;
  const count = items ?? benchmark.items ?? constants.itemsWhenUnknown;
  return Math.sqrt((accuracy * (1 - accuracy)) / count) / ((1 - chance) * odds);
}

/** The same error in the benchmark's own unit, for judging whether two published results disagree. */
export function resultStandardError(
  result: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
  items?: number,
): number {
  const inLogits = standardError(result, benchmark, constants, items);
  if (benchmark.scale === "elo") return (inLogits * constants.eloPerDecade) / Math.LN10;
  const corrected = clippedShare(result, benchmark, constants);
  return PERCENT * (1 - benchmark.chance) * corrected * (1 - corrected) * inLogits;
}

function clippedShare(
  result: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
): number {
  const { low, high } = constants.accuracyClip;
  return Math.min(high, Math.max(low, correctedShare(result, benchmark, constants)));
}

function correctedShare(
  result: number,
  benchmark: BenchmarkScale,
  constants: LogitConstants,
): number {
  switch (benchmark.scale) {
    case "percent":
      return chanceCorrected(result / PERCENT, benchmark.chance);
    case "percent-wrong":
      return chanceCorrected(1 - result / PERCENT, benchmark.chance);
    case "elo":
      return inverseLogit(((result - constants.eloAnchor) * Math.LN10) / constants.eloPerDecade);
  }
}
