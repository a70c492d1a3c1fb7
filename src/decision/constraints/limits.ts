/** Hard limits: money and tier, typical wait, floors on benchmark results. */
import type { ServiceTier } from "../../schema/vocabulary.ts";
import { type CostEstimate, isPriced, wholeRequestsFor } from "../cost.ts";
import { type Check, type Constraint, missedBy } from "./check.ts";

// Hard requirements on what is measured: typical wait and floors on benchmark results.

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

const tierOffered: Constraint<
  Check<"tierOffered", { serviceTier: ServiceTier }, ServiceTier, boolean | null>
> = {
  movedBy: [],
  check({ cost }, need) {
    const { offered } = cost.prices;
    const isRefused = offered.value === false;
    return [
      {
        name: "tierOffered",
        constraint: "workload.serviceTier",
        field: "serviceTier",
        required: need.workload.serviceTier,
        actual: offered.value ?? (isPriced(cost) ? true : null),
        unit: null,
        facts: [offered],
        verdict: isRefused ? "failed" : "met",
        change: isRefused ? { serviceTier: "standard" } : null,
      },
    ];
  },
};

const priced: Constraint<Check<"priced", { prices: string[] }, string[], true | null>> = {
  movedBy: [],
  check({ cost }) {
    const isKnown = isPriced(cost);
    if (!isKnown && cost.prices.offered.value === false) return [];
    const facts = isKnown ? factsBehind(cost) : [];
    return [
      {
        name: "priced",
        constraint: "prices",
        field: "prices",
        required: isKnown ? facts.map((fact) => fact.path) : cost.missing,
        actual: isKnown ? true : null,
        unit: null,
        facts,
        verdict: isKnown ? "met" : "failed",
        change: isKnown ? null : { prices: cost.missing },
      },
    ];
  },
};

const monthlyCost: Constraint<
  Check<"monthlyCost", { usdPerMonth: number; requestsPerMonth: number }, number, number>
> = {
  movedBy: ["price", "volume", "budget"],
  check({ cost }, need) {
    const limit = need.limits.usdPerMonth;
    if (limit === undefined || !isPriced(cost)) return [];
    const { usdPerMonth } = cost;
    const isOver = usdPerMonth > limit;
    return [
      {
        name: "monthlyCost",
        constraint: "limits.usdPerMonth",
        field: "usdPerMonth",
        required: limit,
        actual: usdPerMonth,
        unit: "USD",
        facts: factsBehind(cost),
        ...(isOver ? missedBy(need, ["workload.requestsPerMonth"]) : { verdict: "met" }),
        change: isOver
          ? { usdPerMonth, requestsPerMonth: wholeRequestsFor(limit, cost) ?? 0 }
          : null,
      },
    ];
  },
};

const requestCost: Constraint<Check<"requestCost", { usdPerRequest: number }, number, number>> = {
  movedBy: ["price"],
  check({ cost }, need) {
    const limit = need.limits.usdPerRequest;
    if (limit === undefined || !isPriced(cost)) return [];
    const { usdPerRequest } = cost;
    const isOver = usdPerRequest > limit;
    return [
      {
        name: "requestCost",
        constraint: "limits.usdPerRequest",
        field: "usdPerRequest",
        required: limit,
        actual: usdPerRequest,
        unit: "USD",
        facts: factsBehind(cost),
        ...(isOver
          ? missedBy(need, ["workload.inputTokens", "workload.outputTokens"])
          : { verdict: "met" }),
        change: isOver ? { usdPerRequest } : null,
      },
    ];
  },
};

function factsBehind({ lines }: CostEstimate) {
  return lines.map((line) => line.fact);
}

export const PRICE = { tierOffered, priced, monthlyCost, requestCost };
