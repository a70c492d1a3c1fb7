/** One ability per model and request from whatever benchmark results it has, on one frozen scale. */
import type { Interval } from "../facts/fact.ts";
import type { BenchmarkShare } from "./benchmark-shares.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";

/** One model's result on one benchmark. */
export interface BenchmarkResult {
  benchmarkId: string;
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
  /** Standard deviation, logits, of carrying results over to the user's own, unseen task. */
  transferSd: number;
  /** Evidence is thin below this share of the task's relevance; the transfer error is then multiplied. */
  thinBelowShare: number;
  thinFactor: number;
  /** Added to both sides of a result measured on a neighbouring snapshot, logits. */
  siblingWideningLogits: number;
  /** The ability of a model of which nothing is known: a cautious point in a broad range, logits. */
  unknown: Interval;
}

/** What a benchmark puts into the ability. */
interface Part {
  relevance: number;
  /** Of the ability. */
  share: number;
  contributionLogits: number;
}

export interface AbilityEstimate {
  /** Logits, with the central 90 % range. */
  ability: Interval;
  /** Share of the task's own relevance with a result, 0 to 1. */
  knownShare: number;
  thin: boolean;
  /** The results; their parts and those of the missing ones add up to the point. */
  used: (BenchmarkResult & Part)[];
  /** Benchmarks that count and that nobody ran: each enters at the cautious ability. */
  missing: (Part & { benchmarkId: string })[];
}

/**
 * Ability as the weighted mean of log-odds plus frozen Rasch difficulties; a benchmark without a result enters at the
 * cautious ability with its own share, so that losing a good result never helps. Null when no benchmark that counts has
 * a result.
 *
 * The range stands around that point and is as wide as the task's own evidence makes it: in quadrature and separately
 * upwards and downwards the span of the claims, the sampling error, what missing results could be, and the error of
 * transfer to an unseen test. The transfer error shrinks with the effective number of benchmarks (Kish's), but never
 * below that of one perfect benchmark. Where the task's own benchmarks have no result at all the range is that of a
 * model of which nothing is known.
 *
 * @param shares in the order of their ids: the same results in another order give the same bits
 */
export function estimateAbility(
  shares: readonly BenchmarkShare[],
  results: ReadonlyMap<string, BenchmarkResult>,
  constants: AbilityConstants,
): AbilityEstimate | null {
  const { unknown } = constants;
  const used = shares.flatMap(({ id, relevance, share }) => {
    const result = results.get(id);
    if (result === undefined || (share === 0 && relevance === 0)) return [];
    const contributionLogits = share * (result.logit.point + result.difficulty);
    return [{ ...result, relevance, share, contributionLogits }];
  });
  if (used.every(({ share }) => share === 0)) return null;
  const missing = shares.flatMap(({ id, relevance, share }) =>
    results.has(id) || (share === 0 && relevance === 0)
      ? []
      : [{ benchmarkId: id, relevance, share, contributionLogits: share * unknown.point }],
  );
  const knownShare = Math.min(1, sum(used.map(({ relevance }) => relevance)));
  const missingShare = sum(missing.map(({ relevance }) => relevance));
  const thin = knownShare < constants.thinBelowShare;
  const point = sum([...used, ...missing].map((part) => part.contributionLogits));
  const transferSd = constants.transferSd * (thin ? constants.thinFactor : 1);
  const inverseEffectiveCount = sum([...used, ...missing].map((part) => part.relevance ** 2));
  const transfer = (CENTRAL_90_DEVIATIONS * transferSd) ** 2 * (1 + inverseEffectiveCount);

  const reach = (spanOf: (interval: Interval) => number) => {
    if (knownShare === 0) return spanOf(unknown);
    const parts = used.map((part) => {
      const span = spanOf(part.logit) + (part.sibling ? constants.siblingWideningLogits : 0);
      return part.relevance ** 2 * (span ** 2 + (CENTRAL_90_DEVIATIONS * part.standardError) ** 2);
    });
    return Math.sqrt(sum(parts) + (missingShare * spanOf(unknown)) ** 2 + transfer);
  };
  return {
    ability: {
      point,
      low: point - reach(({ point: at, low }) => at - low),
      high: point + reach(({ point: at, high }) => high - at),
    },
    knownShare,
    thin,
    used,
    missing,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
