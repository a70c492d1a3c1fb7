/** Benchmark results: floors on them, in each benchmark's own unit. */
import type { Check, Constraint } from "./check.ts";

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

export const BENCHMARKS = { benchmarkFloors };
