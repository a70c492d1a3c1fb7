/** One ability per model and task from whatever benchmark results it has, on one frozen scale. */
import type { Interval } from "../facts/fact.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";

/** One model's result on one benchmark of the task. */
export interface BenchmarkResult {
  benchmarkId: string;
  /** How much the benchmark says about the task; above 0. */
  relevance: number;
  /** Log-odds, with the span of the admissible claims. */
  logit: Interval;
  /** Sampling error of the log-odds. */
  standardError: number;
  /** Frozen difficulty of the benchmark, logits. */
  difficulty: number;
  /** Measured on a neighbouring snapshot. */
  sibling: boolean;
}

export interface AbilityConstants {
  /** Relevance of all the task's benchmarks, known or not. */
  totalRelevance: number;
  /** Standard deviation, logits, of carrying results over to the user's own, unseen task. */
  transferSd: number;
  /** Evidence is thin below this share of the relevance; the transfer error is then multiplied. */
  thinBelowShare: number;
  thinFactor: number;
  /** Added to both sides of a result measured on a neighbouring snapshot, logits. */
  siblingWideningLogits: number;
}

export interface AbilityEstimate {
  /** Logits, with the central 90 % range. */
  ability: Interval;
  /** Share of the task's relevance with a result, 0 to 1. */
  knownShare: number;
  thin: boolean;
  /** Each result with its share of the estimate and what it puts into it; the parts add up to the point. */
  used: (BenchmarkResult & { share: number; contributionLogits: number })[];
}

/**
 * Ability as the relevance-weighted mean of log-odds plus frozen Rasch difficulties. Benchmarks without a result
 * are left out, not counted as bad. Null when there is no result at all.
 *
 * The range combines, in quadrature and separately upwards and downwards, the span of the claims, the sampling
 * error and the error of transfer to an unseen test; it is never empty. The transfer error shrinks with the
 * effective number of benchmarks (Kish's), but never below that of one perfect benchmark.
 */
export function estimateAbility(
  results: readonly BenchmarkResult[],
  constants: AbilityConstants,
): AbilityEstimate | null {
  // A fixed order of summation: the same results in another order give the same bits.
  const ordered = results
    .filter((result) => result.relevance > 0)
    .toSorted((a, b) => (a.benchmarkId < b.benchmarkId ? -1 : 1));
  if (ordered.length === 0) return null;
  const relevance = sum(ordered.map((result) => result.relevance));
  const knownShare = Math.min(1, relevance / constants.totalRelevance);
  const thin = knownShare < constants.thinBelowShare;

  const used = ordered.map((result) => {
    const share = result.relevance / relevance;
    return {
      ...result,
      share,
      contributionLogits: share * (result.logit.point + result.difficulty),
    };
  });
  const point = sum(used.map((part) => part.contributionLogits));
  const transferSd = constants.transferSd * (thin ? constants.thinFactor : 1);
  const inverseEffectiveCount = sum(used.map((part) => part.share ** 2));
  const transfer = (CENTRAL_90_DEVIATIONS * transferSd) ** 2 * (1 + inverseEffectiveCount);

  const reach = (spanOf: (logit: Interval) => number) => {
    const parts = used.map((part) => {
      const span = spanOf(part.logit) + (part.sibling ? constants.siblingWideningLogits : 0);
      return part.share ** 2 * (span ** 2 + (CENTRAL_90_DEVIATIONS * part.standardError) ** 2);
    });
    return Math.sqrt(sum(parts) + transfer);
  };
  return {
    ability: {
      point,
      low: point - reach((logit) => logit.point - logit.low),
      high: point + reach((logit) => logit.high - logit.point),
    },
    knownShare,
    thin,
    used,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
