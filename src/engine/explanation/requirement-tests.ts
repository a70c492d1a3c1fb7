/** Every hard requirement as a test with its two sides, met or not: what the constraints leave unsaid when they pass. */
import type { Assessment } from "../assessment.ts";
import type { CONSTRAINTS } from "../constraints/index.ts";
import { isPriced } from "../cost.ts";
import type { Fact } from "../fact.ts";
import { list } from "../figures.ts";
import type { Need } from "../need.ts";
import { priceFacts } from "../prices.ts";
import { rateTests } from "./rate-tests.ts";

export interface RequirementTest {
  /** Path in the requirements document, as the constraint names it. */
  constraint: string;
  tests: string;
  required: string | number | boolean | null;
  actual: string | number | boolean | null;
  unit: string | null;
  facts: Fact<unknown>[];
}

/** The tests one constraint makes of a model; empty when the need asks for nothing of its kind. */
type Describe = (assessment: Assessment, need: Need) => RequirementTest[];

const released: Describe = ({ candidate: { model, snapshot } }, need) => [
  {
    constraint: "lifecycle.released",
    tests: "released by the day of the decision",
    required: need.asOf,
    actual:
      snapshot?.released ?? model.snapshots.map((each) => each.released).toSorted()[0] ?? null,
    unit: null,
    facts: [],
  },
];

const served: Describe = ({ lifecycle: { shutdown } }, need) => {
  const end = shutdown.value;
  const common = { actual: end ?? "no end announced", unit: null, facts: [shutdown] };
  const today = { constraint: "lifecycle.shutdown", tests: "still served", required: need.asOf };
  const horizon = {
    constraint: "availableUntil",
    tests: "served until",
    required: need.availableUntil,
  };
  const isGone = end !== null && need.asOf > end;
  return need.availableUntil === null || isGone
    ? [{ ...common, ...today }]
    : [
        { ...common, ...today },
        { ...common, ...horizon },
      ];
};

const features: Describe = ({ features: offered }, need) =>
  need.needs.map((feature) => ({
    constraint: `needs.${feature}`,
    tests: `offers ${feature}`,
    required: true,
    actual: offered(feature).value,
    unit: null,
    facts: [offered(feature)],
  }));

const fineTuningOpen: Describe = ({ lifecycle: { fineTuningCloses } }, need) =>
  need.needs.includes("fine-tuning") || need.workload.trainingTokens > 0
    ? [
        {
          constraint: "lifecycle.fineTuningCloses",
          tests: "new fine-tuning jobs before the day they end",
          required: need.asOf,
          actual: fineTuningCloses.value ?? "no end announced",
          unit: null,
          facts: [fineTuningCloses],
        },
      ]
    : [];

const tierOffered: Describe = ({ cost, sheet }, need) => {
  const { serviceTier, fineTuned } = need.workload;
  const { offered } = priceFacts(sheet, serviceTier, fineTuned);
  return [
    {
      constraint: "workload.serviceTier",
      tests: fineTuned ? "tier sold for fine-tuned models" : "tier sold",
      required: serviceTier,
      actual: offered.value ?? (isPriced(cost) ? true : null),
      unit: null,
      facts: [offered],
    },
  ];
};

const priced: Describe = ({ cost }) => {
  if (!isPriced(cost)) {
    if (cost.prices.offered.value === false) return [];
    const required = list(cost.missing);
    return [
      { constraint: "prices", tests: "price known", required, actual: null, unit: null, facts: [] },
    ];
  }
  const facts = cost.lines.map((line) => line.fact);
  const paths = [...new Set(facts.map((fact) => fact.path))];
  return [
    {
      constraint: "prices",
      tests: "price known",
      required: list(paths),
      actual: true,
      unit: null,
      facts,
    },
  ];
};

const monthlyCost: Describe = ({ cost }, { limits }) =>
  limits.usdPerMonth === undefined || !isPriced(cost)
    ? []
    : [
        {
          constraint: "limits.usdPerMonth",
          tests: "cost per month at most",
          required: limits.usdPerMonth,
          actual: cost.usdPerMonth,
          unit: "USD",
          facts: cost.lines.map((line) => line.fact),
        },
      ];

const requestCost: Describe = ({ cost }, { limits }) =>
  limits.usdPerRequest === undefined || !isPriced(cost)
    ? []
    : [
        {
          constraint: "limits.usdPerRequest",
          tests: "cost per request at most",
          required: limits.usdPerRequest,
          actual: cost.usdPerRequest,
          unit: "USD",
          facts: cost.lines.map((line) => line.fact),
        },
      ];

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
    ...tokens("workload.inputTokens", "request fits the context window", request, limits.context),
    ...(limits.input.value === null
      ? []
      : tokens("workload.inputTokens", "input fits its limit", inputTokens.max, limits.input)),
  ];
};

const outputLength: Describe = ({ limits }, { limits: asked, workload: { outputTokens } }) => [
  ...tokens("limits.outputTokens", "longest answer at least", asked.outputTokens, limits.output),
  ...tokens("workload.outputTokens", "answer fits its limit", outputTokens.max, limits.output),
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
