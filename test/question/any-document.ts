/** Arbitrary valid requirements documents over the fixture catalog, contradictions included. */
import * as fc from "fast-check";
import { LEAST, LEAST_WEIGHT, MOST_WEIGHT } from "../../src/schema/texts.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  FEATURES,
  IMAGE_DETAILS,
  LATENCY_LEVELS,
  NAMED_TIERS,
  NUMBERED_TIERS,
  QUALITY_LEVELS,
  REASONING_EFFORTS,
  SERVICE_TIERS,
  WAIT_MEASURES,
} from "../../src/schema/vocabulary.ts";

const amount = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: LEAST, max: 1e9, noNaN: true }),
);
const positive = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
);
/** Zero, or between the bounds of a weight. */
const weight = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: LEAST_WEIGHT, max: MOST_WEIGHT, noNaN: true }),
);
const modelId = fc.constantFrom("big", "small", "big-2024-01-01", "small-2024-01-01", "other");
const taskId = fc.constantFrom("general", "coding", "math", "vision", "voice", "walking");
const day = fc
  .date({ min: new Date("2019-06-01"), max: new Date("2101-06-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const record = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [], noNullPrototype: true });

const tokenCount = fc.oneof(
  amount,
  fc.record(
    { mean: amount, p50: amount, p95: amount, max: amount },
    { requiredKeys: ["mean"], noNullPrototype: true },
  ),
);
const side = fc.integer({ min: 1, max: 65_535 });
const image = fc.oneof(
  record({ detail: anyOf(IMAGE_DETAILS), count: fc.integer({ min: 1, max: 9 }) }).chain((rest) =>
    fc
      .record({ width: side, height: side }, { noNullPrototype: true })
      .map((size) => ({ ...size, ...rest })),
  ),
  fc.record(
    { tokens: fc.nat(100_000), countedOn: modelId, count: fc.integer({ min: 1, max: 3 }) },
    { noNullPrototype: true },
  ),
);

/** Plain values that the requirements schema accepts. */
export const anyDocument = record({
  useCase: anyOf(["helpdesk", "nightly-labels", "nothing-known"]),
  task: fc.oneof(taskId, fc.dictionary(taskId, positive, { noNullPrototype: true })),
  complexity: anyOf(COMPLEXITIES),
  effort: anyOf(REASONING_EFFORTS),
  budget: fc.oneof(anyOf(BUDGET_LEVELS), positive),
  latency: fc.oneof(
    anyOf(LATENCY_LEVELS),
    fc.record(
      { maxSeconds: positive, measure: anyOf(WAIT_MEASURES) },
      { requiredKeys: ["maxSeconds"], noNullPrototype: true },
    ),
  ),
  quality: anyOf(QUALITY_LEVELS),
  stream: fc.boolean(),
  workload: record({
    requestsPerMonth: amount,
    inputTokens: tokenCount,
    outputTokens: tokenCount,
    cachedInputTokens: fc.integer({ min: 0, max: 600 }),
    cacheWriteTokens: fc.integer({ min: 0, max: 600 }),
    images: fc.array(image, { maxLength: 3 }),
    webSearches: amount,
    fileSearches: amount,
    trainingTokens: amount,
    epochs: fc.integer({ min: 1, max: 5 }),
    serviceTier: anyOf(SERVICE_TIERS),
    fineTuned: fc.boolean(),
    cachedAsBilled: fc.boolean(),
  }),
  limits: record({
    usdPerMonth: positive,
    usdPerRequest: positive,
    waitSeconds: positive,
    contextTokens: fc.integer({ min: 1, max: 1_000_000 }),
    outputTokens: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  needs: someOf(FEATURES),
  rateLimits: record({
    usageTier: fc.constantFrom(...NUMBERED_TIERS, ...NAMED_TIERS),
    peakRequestsPerMinute: positive,
  }),
  minBenchmarks: record({
    quiz: fc.integer({ min: 1, max: 101 }),
    duel: fc.integer({ min: 0, max: 2000 }),
  }),
  availableUntil: day,
  asOf: day,
  weights: record({ cost: weight, latency: weight, quality: weight }),
  priority: fc.shuffledSubarray([...CRITERIA], { minLength: 1 }),
  models: fc.uniqueArray(modelId, { minLength: 1, maxLength: 3 }),
  exclude: fc.uniqueArray(modelId, { maxLength: 2 }),
  includeSuccessors: fc.boolean(),
});
