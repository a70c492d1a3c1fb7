/** Hard requirements on what is measured: typical wait and floors on benchmark results. */
import { type Check, type Constraint, missedBy } from "./check.ts";

type BenchmarkCheck = Check<
  "benchmarkFloors",
  { id: string; result: number },
  number,
  number | null
> & {
  benchmark: string;
  lowerIsBetter: boolean;
};

const benchmarkFloors: Constraint<BenchmarkCheck> = {
  movedBy: [],
  check: ({ benchmark }, { minBenchmarks }) =>
    Object.entries(minBenchmarks).map(([id, floor]) => {
      const { name, lowerIsBetter, benchmark: described, result: fact } = benchmark(id);
      const result = fact.value;
      const isEnough = result !== null && (lowerIsBetter ? result <= floor : result >= floor);
      return {
        name: "benchmarkFloors",
        benchmark: name,
        lowerIsBetter,
        constraint: `minBenchmarks.${id}`,
        field: id,
        required: floor,
        actual: result,
        unit: described.scale === "elo" ? "Elo" : "%",
        facts: [fact],
        verdict: isEnough ? "met" : result === null ? "open" : "failed",
        change: isEnough || result === null ? null : { id, result },
      };
    }),
};

/** Benchmark results: floors on them, in each benchmark's own unit. */
export const BENCHMARKS = { benchmarkFloors };

type WaitCheck = Check<
  "typicalWait",
  {
    waitSeconds: number;
    /** The wait to the first sentence, where streaming would be enough. */
    streamedSeconds: number | null;
  },
  number,
  number
> & {
  /** Measured to the first sentence, not to the complete answer. */
  isStreamed: boolean;
  /** No speed is known: a cautious guess stands in for it. */
  isGuess: boolean;
};

const typicalWait: Constraint<WaitCheck> = {
  movedBy: ["wait-limit"],
  check({ wait }, need) {
    const limit = need.limits.waitSeconds;
    if (limit === undefined) return [];
    const { point } = wait.interval;
    const isStreamed = wait.measure === "first-sentence";
    const isGuess = wait.missing.length > 0;
    const common = {
      name: "typicalWait",
      constraint: "limits.waitSeconds",
      field: "waitSeconds",
      required: limit,
      actual: point,
      unit: "s",
      facts: wait.facts,
      isStreamed,
      isGuess,
    } as const;
    if (point <= limit) return [{ ...common, verdict: "met", change: null }];
    const streamed = wait.firstSentence.point;
    return [
      {
        ...common,
        ...(isGuess
          ? { verdict: "open" }
          : missedBy(need, isStreamed ? [] : ["workload.outputTokens"])),
        change: {
          waitSeconds: point,
          streamedSeconds: !isStreamed && streamed <= limit ? streamed : null,
        },
      },
    ];
  },
};

export const WAIT = { typicalWait };
