/** Room for the request: context window, longest input and longest answer. */
import { evidenceOf, type NumericFact } from "../../facts/fact.ts";
import { count } from "../../words/figures.ts";
import { isStated, type Need } from "../need.ts";
import { type Constraint, leverOf, type Violation } from "./constraint.ts";

interface Demand {
  constraint: string;
  tokens: number;
  /** What remains of the demand when every assumed figure is left out. */
  statedTokens: number;
  what: string;
}

export const contextWindow: Constraint = ({ limits, imageTokensInContext }, need) => {
  const input = statedOrZero(need, "workload.inputTokens", need.workload.inputTokens.max);
  const output = statedOrZero(need, "workload.outputTokens", need.workload.outputTokens.max);
  const images = statedOrZero(need, "workload.images", imageTokensInContext);
  return [
    ...tooSmall(limits.context, need, {
      constraint: "limits.contextTokens",
      tokens: need.limits.contextTokens ?? 0,
      statedTokens: need.limits.contextTokens ?? 0,
      what: "context window",
    }),
    ...tooSmall(limits.context, need, {
      constraint: "workload.inputTokens",
      tokens: need.workload.inputTokens.max + need.workload.outputTokens.max + imageTokensInContext,
      statedTokens: input + output + images,
      what: "context window",
    }),
    ...(limits.input.value === null
      ? []
      : tooSmall(limits.input, need, {
          constraint: "workload.inputTokens",
          tokens: need.workload.inputTokens.max,
          statedTokens: input,
          what: "longest input",
        })),
  ];
};

export const outputLength: Constraint = ({ limits }, need) => [
  ...tooSmall(limits.output, need, {
    constraint: "limits.outputTokens",
    tokens: need.limits.outputTokens ?? 0,
    statedTokens: need.limits.outputTokens ?? 0,
    what: "longest answer",
  }),
  ...tooSmall(limits.output, need, {
    constraint: "workload.outputTokens",
    tokens: need.workload.outputTokens.max,
    statedTokens: statedOrZero(need, "workload.outputTokens", need.workload.outputTokens.max),
    what: "longest answer",
  }),
];

function statedOrZero(need: Need, field: string, tokens: number): number {
  return isStated(need, field) ? tokens : 0;
}

function tooSmall(limit: NumericFact, need: Need, demand: Demand): Violation[] {
  if (demand.tokens <= (limit.value ?? 0)) return [];
  // A length nobody stated asks nothing of a limit nobody knows.
  if (limit.value === null && demand.statedTokens === 0) return [];
  const common = {
    constraint: demand.constraint,
    required: demand.tokens,
    evidence: evidenceOf([limit]),
  };
  if (limit.value === null) {
    return [
      {
        ...common,
        actual: null,
        screen: "unknown",
        message: `has no known ${demand.what}`,
        change: null,
      },
    ];
  }
  const message = `has a ${demand.what} of ${count(limit.value)} tokens; ${count(demand.tokens)} are needed`;
  const lever = leverOf(need, demand.constraint);
  const change = `keep ${lever} to ${count(limit.value)} tokens`;
  return [
    demand.statedTokens > limit.value
      ? { ...common, actual: limit.value, screen: "infeasible", message, change }
      : {
          ...common,
          actual: limit.value,
          screen: "unknown",
          assumedWorkload: true,
          message: `${message}, at lengths nobody stated`,
          change,
        },
  ];
}
