/** The need: every requirement resolved, every default filled in, every value's origin kept. */
import type { HardLimits, ImageInput } from "../schema/requirements.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type {
  AskedTier,
  BudgetLevel,
  Complexity,
  Criterion,
  Feature,
  LatencyLevel,
  QualityLevel,
  ReasoningEffort,
  RequestExtra,
  ServiceTier,
  WaitMeasure,
} from "../schema/vocabulary.ts";
import type { BenchmarkShare } from "./ability.ts";
import type { PerCriterion } from "./alternative.ts";

/** Who gave a value. Only `flag`, `file` and `stdin` count as stated by the user. */
export const ORIGIN_KINDS = ["flag", "file", "stdin", "use-case", "task", "default"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

export interface Origin {
  from: OriginKind;
  /** What to show: `--max-cost 500`, `requirements.yaml:4:10`, `use case support-chatbot`. */
  text: string;
  /** The words of a command line that state it: an option as typed, or `-r` and the file. */
  argv?: readonly string[];
}

/** A value nobody stated, by the requirements document's own path. */
export interface Assumption {
  field: string;
  value: unknown;
  from: "default" | "task" | "use-case";
}

/** Tokens per request: cost uses the mean, the wait the median, limits the largest. */
export interface TokenSpread {
  mean: number;
  p50: number;
  max: number;
}

export interface NeedWorkload extends Record<RequestExtra, number> {
  requestsPerMonth: number;
  inputTokens: TokenSpread;
  outputTokens: TokenSpread;
  cachedInputTokens: number;
  /** Of the input tokens, those written to the cache; absent where nobody says. */
  cacheWriteTokens?: number;
  /** They are the mean of a bill, whatever the shortest cached prefix is. */
  cachedAsBilled?: true;
  images: ImageInput[];
  trainingTokens: number;
  epochs: number;
  serviceTier: ServiceTier;
  fineTuned: boolean;
}

/** Hard limits; absent means none. A budget amount and a latency in seconds are limits too. */

export const WEIGHTING_MODES = ["levels", "explicit", "priority"] as const;

/** How much each criterion counts, and how sure that is. */
export interface Weighting {
  mode: (typeof WEIGHTING_MODES)[number];
  importance: PerCriterion<number>;
  /** Importance divided by its sum. */
  weights: PerCriterion<number>;
  /** Dirichlet concentration: the larger, the surer. */
  concentration: number;
  /** Most important first, when a complete order was given. */
  priority: Criterion[] | null;
}

export interface Need {
  asOf: IsoDate;
  /** Shares add up to 1. */
  tasks: { id: string; share: number }[];
  complexity: Complexity;
  /** How much each benchmark counts for this task mix at this complexity, by id. */
  benchmarks: readonly BenchmarkShare[];
  /** Requests of the task's usual month: with fewer, an answer is priced as in that month. */
  usualRequestsPerMonth: number;
  /** `usdPerMonth` is the anchor; infinite when unlimited. `word` is null for an amount. */
  budget: { word: BudgetLevel | null; usdPerMonth: number };
  /** `targetSeconds` is the anchor; infinite for batch. `word` is null for a duration. */
  latency: { word: LatencyLevel | null; targetSeconds: number; measure: WaitMeasure };
  quality: { word: QualityLevel; barLogits: number };
  weighting: Weighting;
  workload: NeedWorkload;
  limits: HardLimits;
  needs: Feature[];
  /** The effort reasoning models are judged at; null means none, or their default where they have no none. */
  effort: ReasoningEffort | null;
  rateLimits: { usageTier: AskedTier | null; peakRequestsPerMinute: number | null };
  minBenchmarks: Record<string, number>;
  availableUntil: IsoDate | null;
  /** Models or snapshots to consider; null means every candidate. */
  models: string[] | null;
  exclude: string[];
  includeSuccessors: boolean;
  useCase: string | null;
  assumptions: Assumption[];
  /** Document path (`limits.usdPerMonth`, `workload.requestsPerMonth`, `budget`) to where its value came from. */
  origins: Record<string, Origin>;
}

/** Whether a user, not a default, gave the value at this document path. */
export function isStated(need: Need, field: string): boolean {
  const from = need.origins[field]?.from;
  return from === "flag" || from === "file" || from === "stdin";
}

/** The option that states a field or, where none does, the field's path: `--max-cost`, `limits.usdPerMonth`. */
export function statedAt({ origins }: Need, field: string): string {
  const origin = origins[field];
  return origin?.from === "flag" ? (origin.argv?.[0] ?? field) : field;
}
