/** Every hard requirement as a test with its two sides, met or not: what the constraints leave unsaid when they pass. */
import type { CONSTRAINTS } from "../../decision/constraints/index.ts";
import type { Fact } from "../../facts/fact.ts";
import { fineTuningOpen, released, served } from "./lifecycle-tests.ts";
import { monthlyCost, priced, requestCost, tierOffered } from "./price-tests.ts";
import { rateTests } from "./rate-tests.ts";
import type { Describe, RequirementTest } from "./requirement-test.ts";

const features: Describe = ({ features: offered }, need) =>
  need.needs.map((feature) => ({
    constraint: `needs.${feature}`,
    tests: `offers ${feature}`,
    required: true,
    actual: offered(feature).value,
    unit: null,
    facts: [offered(feature)],
  }));

function tokens(
  constraint: string,
  tests: string,
  required: number | undefined,
  limit: Fact<number>,
): RequirementTest[] {
  if (required === undefined || required === 0) return [];
  return [{ constraint, tests, required, actual: limit.value, unit: "tokens", facts: [limit] }];
}

const contextWindow: Describe = ({ limits, imageTokensInContext }, { limits: asked, workload }) => {
  const { inputTokens, outputTokens } = workload;
  const request = inputTokens.max + outputTokens.max + imageTokensInContext;
  return [
    ...tokens(
      "limits.contextTokens",
      "context window at least",
      asked.contextTokens,
      limits.context,
    ),
    ...tokens("workload.inputTokens", "context window holds a request of", request, limits.context),
    ...(limits.input.value === null
      ? []
      : tokens("workload.inputTokens", "longest input holds", inputTokens.max, limits.input)),
  ];
};

const outputLength: Describe = ({ limits }, { limits: asked, workload: { outputTokens } }) => [
  ...tokens("limits.outputTokens", "longest answer at least", asked.outputTokens, limits.output),
  ...tokens("workload.outputTokens", "longest answer holds", outputTokens.max, limits.output),
];

const typicalWait: Describe = ({ wait }, { limits }) =>
  limits.waitSeconds === undefined
    ? []
    : [
        {
          constraint: "limits.waitSeconds",
          tests: `typical wait to the ${wait.measure === "full-answer" ? "complete answer" : "first sentence"} at most`,
          required: limits.waitSeconds,
          actual: wait.interval.point,
          unit: "s",
          facts: wait.facts,
        },
      ];

const benchmarkFloors: Describe = ({ benchmark }, { minBenchmarks }) =>
  Object.entries(minBenchmarks).map(([id, floor]) => {
    const { name, lowerIsBetter, benchmark: described, result } = benchmark(id);
    return {
      constraint: `minBenchmarks.${id}`,
      tests: `${name} at ${lowerIsBetter ? "most" : "least"}`,
      required: floor,
      actual: result.value,
      unit: described.scale === "elo" ? "Elo" : "%",
      facts: [result],
    };
  });

/** One entry for each constraint: a new constraint is not complete without its description. */
export const REQUIREMENT_TESTS = {
  released,
  served,
  features,
  fineTuningOpen,
  tierOffered,
  priced,
  monthlyCost,
  requestCost,
  contextWindow,
  outputLength,
  typicalWait,
  benchmarkFloors,
  rateLimits: rateTests,
} as const satisfies Record<keyof typeof CONSTRAINTS, Describe>;
