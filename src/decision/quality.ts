/** The ability of a model at the task mix: every benchmark result it has, on one frozen log-odds scale. */
import type { Interval, NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { resultLogitInterval, standardError } from "../facts/logits.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Benchmark } from "../schema/descriptions.ts";
import type { Levels } from "../schema/levels.ts";
import type { Model } from "../schema/model.ts";
import {
  type AbilityEstimate,
  type BenchmarkResult,
  estimateAbility,
  type BenchmarkShare,
} from "./ability.ts";
import { CAUTIOUS_QUANTILE, splitNormal, splitNormalQuantile } from "./robustness/normal.ts";

export interface BenchmarkFact {
  id: string;
  name: string;
  benchmark: Benchmark;
  lowerIsBetter: boolean;
  result: NumericFact;
  /** The same on the common scale; null where nobody ran it. */
  onScale: BenchmarkResult | null;
}

export interface QualityEstimate {
  /** Logits. */
  ability: Interval;
  /** Null when no benchmark that counts has a result: the ability is then a cautious guess. */
  estimate: AbilityEstimate | null;
  facts: BenchmarkFact[];
  /** Results of those benchmarks that have one. */
  results: NumericFact[];
  thin: boolean;
}

/** The result of a model on a benchmark, worked out once for all the tasks it counts for. */
export function benchmarkFact(
  sheet: FactSheet,
  benchmark: Benchmark,
  levels: Levels,
): BenchmarkFact {
  const { id, name } = benchmark;
  return sheet.group(`result ${id}`, () => {
    const result = sheet.benchmark(benchmark);
    const lowerIsBetter = benchmark.scale === "percent-wrong";
    const onScale = resultOnScale(result, benchmark, levels);
    return { id, name, benchmark, lowerIsBetter, result, onScale };
  });
}

function resultOnScale(
  { value, low, high, chosen, sibling }: NumericFact,
  benchmark: Benchmark,
  { quality }: Levels,
): BenchmarkResult | null {
  if (value === null) return null;
  return {
    benchmarkId: benchmark.id,
    logit: resultLogitInterval({ point: value, low, high }, benchmark, quality),
    standardError: standardError(value, benchmark, quality, chosen?.claim.items),
    difficulty: benchmark.difficulty,
    sibling,
  };
}

/** Ability for the work that the shares stand for. */
export function estimateQuality(
  sheet: FactSheet,
  shares: readonly BenchmarkShare[],
  benchmarks: ReadonlyMap<string, Benchmark>,
  constants: Levels,
): QualityEstimate {
  const estimateOf = sheet.group("quality", () =>
    memoizeByObject((each: readonly BenchmarkShare[]) =>
      qualityOf(sheet, each, benchmarks, constants),
    ),
  );
  return estimateOf(shares);
}

function qualityOf(
  sheet: FactSheet,
  shares: readonly BenchmarkShare[],
  benchmarks: ReadonlyMap<string, Benchmark>,
  constants: Levels,
): QualityEstimate {
  const facts: BenchmarkFact[] = [];
  const known = new Map<string, BenchmarkResult>();
  for (const { id, relevance, share } of shares) {
    const benchmark = benchmarks.get(id);
    const counts = relevance > 0 || share > 0;
    if (benchmark === undefined || !counts) continue;
    const fact = benchmarkFact(sheet, benchmark, constants);
    facts.push(fact);
    if (fact.onScale !== null) known.set(id, fact.onScale);
  }
  const { transferSd, thinEvidenceBelowShare, thinEvidenceFactor, siblingWideningLogits } =
    constants.quality;
  const unknown = unknownAbility(constants, sheet.candidate.model.family);
  const estimate = estimateAbility(shares, known, {
    transferSd: transferSd[sheet.candidate.model.family],
    thinBelowShare: thinEvidenceBelowShare,
    thinFactor: thinEvidenceFactor,
    siblingWideningLogits,
    unknown,
  });
  return {
    ability: estimate?.ability ?? unknown,
    estimate,
    facts,
    results: facts.flatMap(({ result }) => (result.value === null ? [] : [result])),
    thin: estimate === null || estimate.thin,
  };
}

/** Of a model that nobody tested: the less favourable quartile of a broad guess, with that guess's range. */
export function unknownAbility({ evidence }: Levels, family: Model["family"]): Interval {
  const { low, high, ...prior } = evidence.priors.abilityLogits[family];
  const guess = splitNormal({ ...prior, low, high }, "linear");
  return { point: splitNormalQuantile(guess, CAUTIOUS_QUANTILE), low, high };
}
