/** How able one model is at the task mix: every benchmark result it has, on one frozen log-odds scale. */
import type { Benchmark } from "../schema/benchmark.ts";
import type { Levels } from "../schema/levels.ts";
import { type AbilityEstimate, type BenchmarkResult, estimateAbility } from "./ability.ts";
import { CAUTIOUS_SHARE } from "./cautious-share.ts";
import type { Interval, NumericFact } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { remembered } from "../facts/remembered.ts";
import { resultLogitInterval, standardError } from "../facts/logits.ts";
import { splitNormal, splitNormalQuantile } from "./robustness/split-normal.ts";

export interface BenchmarkFact {
  id: string;
  name: string;
  benchmark: Benchmark;
  lowerIsBetter: boolean;
  result: NumericFact;
}

export interface QualityEstimate {
  /** Logits. */
  ability: Interval;
  /** Null when no benchmark of the task has a result: the ability is then a cautious guess. */
  estimate: AbilityEstimate | null;
  facts: BenchmarkFact[];
  /** Results of those benchmarks that have one. */
  results: NumericFact[];
  thin: boolean;
}

export function benchmarkFact(sheet: FactSheet, benchmark: Benchmark): BenchmarkFact {
  return {
    id: benchmark.id,
    name: benchmark.name,
    benchmark,
    lowerIsBetter: benchmark.scale === "percent-wrong",
    result: sheet.benchmark(benchmark),
  };
}

/** Ability for a task mix: `relevance` maps benchmark ids to how much each says about the work. */
export function estimateQuality(
  sheet: FactSheet,
  relevance: Record<string, number>,
  benchmarks: ReadonlyMap<string, Benchmark>,
  constants: Levels,
): QualityEstimate {
  const estimateOf = sheet.group("quality", () =>
    remembered((mix: Record<string, number>) => qualityOf(sheet, mix, benchmarks, constants)),
  );
  return estimateOf(relevance);
}

function qualityOf(
  sheet: FactSheet,
  relevance: Record<string, number>,
  benchmarks: ReadonlyMap<string, Benchmark>,
  constants: Levels,
): QualityEstimate {
  const facts = Object.keys(relevance)
    .toSorted()
    .flatMap((id) => {
      const benchmark = benchmarks.get(id);
      return benchmark === undefined ? [] : [benchmarkFact(sheet, benchmark)];
    });
  const results = facts.flatMap((fact): BenchmarkResult[] => {
    const { value, low, high, chosen } = fact.result;
    if (value === null) return [];
    const { benchmark } = fact;
    return [
      {
        benchmarkId: fact.id,
        relevance: relevance[fact.id] ?? 0,
        logit: resultLogitInterval({ point: value, low, high }, benchmark, constants.quality),
        standardError: standardError(value, benchmark, constants.quality, chosen?.claim.items),
        difficulty: benchmark.difficulty,
        sibling: fact.result.sibling,
      },
    ];
  });
  const { transferSd, thinEvidenceBelowShare, thinEvidenceFactor, siblingWideningLogits } =
    constants.quality;
  const estimate = estimateAbility(results, {
    totalRelevance: Object.values(relevance).reduce((sum, each) => sum + each, 0),
    transferSd: transferSd[sheet.candidate.model.family],
    thinBelowShare: thinEvidenceBelowShare,
    thinFactor: thinEvidenceFactor,
    siblingWideningLogits,
  });
  const prior = constants.evidence.priors.abilityLogits;
  return {
    ability: estimate?.ability ?? {
      ...prior,
      point: splitNormalQuantile(splitNormal(prior, "linear"), CAUTIOUS_SHARE),
    },
    estimate,
    facts,
    results: facts.flatMap(({ result }) => (result.value === null ? [] : [result])),
    thin: estimate === null || estimate.thin,
  };
}
