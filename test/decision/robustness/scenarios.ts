/** The reference cases, computed by an independent implementation, as inputs and outputs of the engine. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import {
  type Alternative,
  type PerCriterion,
  perCriterion,
  type ValueFunctions,
} from "../../../src/decision/alternative.ts";
import { valueFunctions } from "../../../src/decision/values.ts";
import type { Interval } from "../../../src/facts/claims.ts";
import type { Criterion } from "../../../src/schema/vocabulary.ts";

export type Triple = [number, number, number];

interface Scenario {
  need: { B: number | "inf"; tau: number | "inf"; bar: number; weights: Triple; kappa: number };
  attributes: Record<string, { valued_monthly_cost: number; latency_s: Triple; theta: Triple }>;
  ranking: string[];
  acceptability_weights_only: number;
  acceptability_uniform_weights: number;
  smaa: {
    acceptability: Record<string, number>;
    se: Record<string, number>;
    central: Record<string, Triple | null>;
    N: number;
  };
  smaa_evidence_only: Record<string, number>;
  voi: {
    model: string;
    criterion: Criterion;
    threshold: number | null;
    point: number;
    flip_probability: number;
    expected_loss_avoided: number;
  }[];
  necessary: {
    range: Record<string, [number, number]>;
    necessarily_best: string[];
    possibly_best: string[];
  };
  confidence: string;
  /** Whether sampling error cannot reach the neighbouring word. */
  confidence_clear: boolean;
}

interface Split {
  feasible: boolean;
  share_large: number;
  quality: number;
}

export interface Fixtures {
  accept_uniform: { d: number[]; p: number }[];
  accept_ordered: { d_in_priority_order: number[]; p: number }[];
  accept_dirichlet: { d: number[]; alpha: number[]; p: number }[];
  accept_polygon: {
    name: string;
    values: Triple[];
    acceptability: number[];
    central_weights: (Triple | null)[];
  }[];
  smaa_generic: {
    values: Record<string, [Triple, Triple, Triple]>;
    alpha: Triple;
    N: number;
    rank_acceptability: Record<string, number[]>;
    pairwise_winning: Record<string, Record<string, number>>;
    central_weights: Record<string, Triple>;
  };
  sample_size: { eps: number; confidence: number; n: number }[];
  scenarios: Record<string, Scenario>;
  routing: {
    cost_small: number;
    cost_large: number;
    mixture: (Split & { qs: number; ql: number; target: number; cost: number })[];
    mixture_budget: ({ cmax: number } & (Split | { feasible: false }))[];
    cascade: { e: number; cv: number; cost: number; saving_vs_large: number }[];
    cascade_breakeven: { cv: number; e: number }[];
    bounds: { ps: number; pl: number; e: number; worst: number; blind: number; best: number }[];
    error_cost: { benchmark: string; ps: number; pl: number; usd_per_error: number }[];
    accuracy_target_example: {
      gain_if_right: number;
      loss_if_wrong: number;
      breakeven_accuracy: number;
    };
  };
  pareto: {
    points_cost_per_1k_requests_and_minus_theta: Record<string, [number, number]>;
    front: string[];
  };
}

const file = JSON.parse(
  readFileSync(new URL("../../fixtures/engine-fixtures.json", import.meta.url), "utf8"),
) as {
  fixtures: Fixtures;
  rng: { seed: number; first: number[] };
  constants: { K_LAT: number; W_LOGIT: number };
};
const { constants } = file;

export const fixtures = file.fixtures;
export const rng = file.rng;

export function certain(point: number): Interval {
  return { point, low: point, high: point };
}

export function interval([point, low, high]: Triple): Interval {
  return { point, low, high };
}

export function asRecord(triple: Triple): PerCriterion<number> {
  return { cost: triple[0], latency: triple[1], quality: triple[2] };
}

/** The value functions of a request with the reference's anchors: 0 at 4 targets, 2 logits under the bar. */
export function valueFunctionsOf(budget: number, target: number, bar: number): ValueFunctions {
  return valueFunctions({
    budgetUsdPerMonth: budget,
    targetSeconds: target,
    zeroAtMultiple: constants.K_LAT,
    barLogits: bar,
    logitsToZero: constants.W_LOGIT,
  });
}

/** An alternative whose values are what the value functions make of its points. */
export function alternativeOf(
  id: string,
  attributes: PerCriterion<Interval>,
  functions: ValueFunctions,
): Alternative {
  const values = perCriterion((criterion) => functions[criterion](attributes[criterion].point));
  return { id, attributes, values };
}

/** Value functions for cases stated as values: the attribute is the value. */
export const IDENTITY: ValueFunctions = perCriterion(() => (value: number) => value);

/** An alternative stated by its values alone, without uncertainty. */
export function ofValues(id: string, values: Triple): Alternative {
  const record = asRecord(values);
  return {
    id,
    attributes: perCriterion((criterion) => certain(record[criterion])),
    values: record,
  };
}

function finite(amount: number | "inf"): number {
  return amount === "inf" ? Infinity : amount;
}

/** Reference scenarios as the engine sees them, the alternatives best first. */
export const scenarios = Object.entries(fixtures.scenarios).map(([name, scenario]) => {
  const { B, tau, bar, weights, kappa } = scenario.need;
  const functions = valueFunctionsOf(finite(B), finite(tau), bar);
  const alternatives = scenario.ranking.map((id) => {
    const raw = scenario.attributes[id];
    if (raw === undefined) throw new Error(`${name} has no attributes of ${id}`);
    const attributes = {
      cost: certain(raw.valued_monthly_cost),
      latency: interval(raw.latency_s),
      quality: interval(raw.theta),
    };
    return alternativeOf(id, attributes, functions);
  });
  const concentrations = asRecord(weights.map((weight) => kappa * weight) as Triple);
  return {
    name,
    expected: scenario,
    valueFunctions: functions,
    alternatives,
    weights: asRecord(weights),
    belief: { kind: "dirichlet" as const, concentrations },
  };
});

/** Matches a number to so many decimals; null matches null. */
export function near(expected: number | null, decimals = 9): unknown {
  return expected === null ? null : expect.closeTo(expected, decimals);
}

/** Matches weights, in the order cost, latency, quality; null matches null. */
export function nearWeights(expected: Triple | null): unknown {
  if (expected === null) return null;
  const [cost, latency, quality] = expected;
  return { cost: near(cost), latency: near(latency), quality: near(quality) };
}

/** Largest believable difference between two sampled shares: four standard errors. */
export function samplingTolerance(share: number, draws: number, referenceDraws: number): number {
  const variance = share * (1 - share);
  return 4 * Math.sqrt(variance / draws + variance / referenceDraws) + 1e-9;
}
