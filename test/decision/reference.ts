/** The reference fixtures: inputs and outputs computed by an independent implementation. */
import { readFileSync } from "node:fs";
import type { PerCriterion } from "../../src/decision/alternative.ts";
import type { EvidenceConstants } from "../../src/facts/claim-order.ts";
import type { Interval } from "../../src/facts/claims.ts";
import type { BenchmarkScale, LogitConstants } from "../../src/facts/logits.ts";
import type { Levels } from "../../src/schema/levels.ts";
import type {
  BudgetLevel,
  Complexity,
  Criterion,
  FactKind,
  LatencyLevel,
  QualityLevel,
  SourceClass,
} from "../../src/schema/vocabulary.ts";

type Triple = [number, number, number];

interface ScenarioFlip {
  weight_now: number;
  flip_weight: number | null;
  importance_multiplier: number | null;
}

export interface Scenario {
  need: {
    B: number | "inf";
    tau: number;
    bar: number;
    weights: Triple;
    workload: { n: number };
    usual_requests: number;
    floor_requests: number;
    valued_requests: number;
  };
  attributes: Record<
    string,
    {
      cost_per_request: number;
      monthly_cost: number;
      valued_monthly_cost: number;
      latency_s: Triple;
      theta: Triple;
    }
  >;
  values: Record<string, Triple>;
  scores: Record<string, number>;
  ranking: string[];
  margin: number;
  contributions: Triple;
  willingness_to_pay_per_logit: number | null;
  willingness_to_pay_per_logit_and_request: number | null;
  flip: Record<Criterion, ScenarioFlip> & {
    volume: number | null;
    budget: number | null;
    monthly_cost_of_dearer: number | null;
    price_multiplier_of_dearer: number | null;
    dearer: string;
    quality_gap: {
      better: string;
      dtheta_now: number;
      dv_now: number;
      dv_needed: number;
      dtheta_needed: number;
    };
  };
}

interface Reference {
  constants: {
    W_LOGIT: number;
    K_LAT: number;
    TAU: { standard: number };
    TIE_EPS: number;
    BUDGET: Record<BudgetLevel, { usd_month: number | "inf"; importance: number }>;
    LATENCY: Record<LatencyLevel, { target_s: number | "inf"; importance: number }>;
    QUALITY: Record<QualityLevel, { step: number; importance: number }>;
    COMPLEXITY: Record<Complexity, number>;
    BENCH: Record<string, { chance: number; difficulty: number; items: number }>;
    TASK: Record<string, { benchmarks: Record<string, number>; complexity: Complexity }>;
    TASK_SHARE: number;
    PROFILE: Record<Complexity, Record<string, number>>;
    PRIOR_THETA: { point: number; lo90: number; hi90: number; cautious: number };
    FRESH_DAYS: EvidenceConstants["freshDays"];
    ORDER: EvidenceConstants["order"];
  };
  facts: Record<string, { img: [number, number]; q: Record<string, Triple> }>;
  fixtures: {
    value_functions: {
      cost: { C: number; B: number; v: number }[];
      latency: { T: number; tau: number; v: number }[];
      quality: { theta: number; bar: number; v: number }[];
    };
    weights: {
      levels: {
        request: {
          budget?: BudgetLevel | number;
          latency?: LatencyLevel | number;
          quality?: QualityLevel;
          weights?: Partial<PerCriterion<number>>;
          priority?: Criterion[];
        };
        importance: Triple;
        weights: Triple;
        kappa: number;
      }[];
      roc: Record<string, number[]>;
    };
    images: {
      px: [number, number];
      detail: "high" | "low";
      tiles: number;
      gpt4o: number;
      mini: number;
    }[];
    benchmark_logits: Record<string, Record<string, { acc: number; logit: number; se: number }>>;
    quality_index: Record<string, Record<string, { theta: number; lo90: number; hi90: number }>>;
    disputed_fact: { flip_accuracy: number };
    scenarios: Record<string, Scenario>;
    ties: {
      note: string;
      attributes: Record<string, Triple>;
      weights: Triple;
      ranking: string[];
      scores: Record<string, number>;
    }[];
    ability: {
      task: string | Record<string, number>;
      complexity: Complexity;
      model: string;
      without: string[];
      weights: Record<string, number>;
      ability: { theta: number; lo90: number; hi90: number };
      known_share: number;
      thin: boolean;
      missing: string[];
      contributions: Record<string, number>;
    }[];
    cost_at_usual_month: {
      usual_requests: number;
      requests: number;
      budget: BudgetLevel | number;
      weight_cost: number;
      usd_per_request: [number, number];
      rest: number;
      floor_requests: number;
      valued_requests: number;
      bills: [number, number];
      valued_bills: [number, number];
      values: [number, number];
      lead_of_dearer: number;
      volume_flip: number | null;
      budget_flip: number | null;
      price_multiplier_of_dearer: number | null;
    }[];
    pooled_speed: {
      name: string;
      better: "higher" | "lower";
      today: string;
      claims: {
        value: number;
        cls: SourceClass;
        measurer: string;
        date: string;
        undated?: true;
        run?: string;
      }[];
      result:
        | { pooled: false; status: "fresh" }
        | {
            pooled: true;
            status: "stale";
            point: number;
            lo: number;
            hi: number;
            pool: number[];
            chosen: number;
            admissible: number[];
            disputed: boolean;
          };
    }[];
    evidence: {
      name: string;
      kind: FactKind;
      today: string;
      claims: {
        value: number;
        cls: SourceClass;
        date: string;
        scope?: "exact" | "alias" | "other";
      }[];
      result: {
        point: number;
        lo: number;
        hi: number;
        status: string;
        chosen: number;
        admissible: number[];
        disputed: boolean;
      };
    }[];
  };
}

// Checked by the tests that use it, figure by figure: a wrong shape cannot pass them.
export const reference = JSON.parse(
  readFileSync(new URL("../fixtures/engine-fixtures.json", import.meta.url), "utf8"),
) as Reference;

/** Digits after the point to which the exact figures are to be reproduced. */
export const EXACT_DIGITS = 6;

/** The reference writes infinity as a word. */
export function amount(figure: number | "inf"): number {
  return figure === "inf" ? Infinity : figure;
}

/** The reference's order of criteria: cost, latency, quality. */
export function byCriterion<T>([cost, latency, quality]: [T, T, T]): PerCriterion<T> {
  return { cost, latency, quality };
}

export function interval([point, low, high]: Triple): Interval {
  return { point, low, high };
}

export function certain(point: number): Interval {
  return { point, low: point, high: point };
}

/** Every rounding of the record to the digits that are compared. */
export function rounded<Key extends string>(record: Record<Key, number>): Record<Key, number> {
  const entries = Object.entries<number>(record);
  return Object.fromEntries(
    entries.map(([key, figure]) => [key, Number(figure.toFixed(EXACT_DIGITS)) + 0]),
  ) as Record<Key, number>;
}

export const logitConstants: LogitConstants = {
  accuracyClip: { low: 0.005, high: 0.995 },
  itemsWhenUnknown: 100,
  eloAnchor: 1300,
  eloPerDecade: 400,
};

export function benchmarkScale(id: string): BenchmarkScale & { difficulty: number } {
  const entry = reference.constants.BENCH[id];
  if (entry === undefined) throw new Error(`no benchmark ${id} in the reference`);
  return { ...entry, scale: "percent" };
}

export const evidenceConstants: EvidenceConstants = {
  freshDays: reference.constants.FRESH_DAYS,
  order: reference.constants.ORDER,
  disputedRelative: { price: 0.01, latency: 0.25 },
  disputedStandardErrors: 2.77,
  singleSourceLatencyWidening: 0.15,
  speedWindowDays: 730,
  priors: {
    abilityLogits: {
      standard: { point: 0.9, low: -0.5, high: 2.3, because: "a guess" },
      reasoning: { point: 0.9, low: -0.5, high: 2.3, because: "a guess" },
    },
    timeToFirstTokenSeconds: { point: 0.6, low: 0.2, high: 3 },
    outputTokensPerSecond: { point: 60, low: 20, high: 250 },
    reasoningOutputMultiple: {
      byEffort: {},
      otherwise: { point: 4, low: 1, high: 10, because: "a guess" },
    },
  },
};

export const weightConstants: Levels["weights"] = {
  concentrationBase: 5,
  concentrationPerStatement: 5,
  concentrationExplicit: 60,
  useCaseStatement: 0.5,
};
