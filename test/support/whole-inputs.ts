/** Inputs that say all there is to say, to be changed place by place. */

export const WHOLE_REQUIREMENTS = {
  useCase: "support-chatbot",
  task: { chat: 3, coding: 1 },
  complexity: "routine",
  effort: "low",
  budget: 500,
  latency: { maxSeconds: 20, measure: "full-answer" },
  quality: "standard",
  stream: false,
  workload: {
    requestsPerMonth: 100_000,
    inputTokens: { mean: 800, p50: 600, p95: 2400, max: 9000 },
    outputTokens: 150,
    cachedInputTokens: 0,
    images: [
      { width: 1024, height: 768, detail: "low", count: 2 },
      { tokens: 25_501, countedOn: "gpt-4o-mini", count: 1 },
    ],
    webSearches: 0.1,
    fileSearches: 1,
    trainingTokens: 1000,
    epochs: 2,
    serviceTier: "standard",
    fineTuned: false,
    cachedAsBilled: false,
  },
  limits: {
    usdPerMonth: 900,
    usdPerRequest: 1,
    waitSeconds: 30,
    contextTokens: 64_000,
    outputTokens: 4000,
  },
  needs: ["vision", "function-calling"],
  rateLimits: { usageTier: 4, peakRequestsPerMinute: 20 },
  minBenchmarks: { gpqa: 30 },
  availableUntil: "2026-12-31",
  asOf: "2026-11-22",
  weights: { cost: 3, latency: 1, quality: 2 },
  models: ["gpt-4o", "gpt-4o-mini"],
  exclude: [],
  includeSuccessors: true,
};

/** One record a format of usage. */
export const USAGE_RECORDS: Record<string, object> = {
  litellm: {
    id: "a",
    call_type: "acompletion",
    status: "success",
    model: "gpt-4o-mini",
    prompt_tokens: 800,
    completion_tokens: 301,
    startTime: 1_795_000_100,
    completionStartTime: 1_795_000_100.48,
    endTime: 1_795_000_103.2,
    cache_hit: null,
    response_cost: 0.0003,
    request_tags: ["search"],
  },
  otel: {
    name: "chat gpt-4o",
    startTimeUnixNano: "1795000100000000000",
    endTimeUnixNano: "1795000103000000000",
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.request.model": "gpt-4o",
      "gen_ai.response.model": "gpt-4o-2024-08-06",
      "gen_ai.usage.input_tokens": 800,
      "gen_ai.usage.output_tokens": 150,
    },
  },
  "openai-responses": {
    id: "resp_1",
    object: "response",
    created_at: 1_795_000_100,
    model: "gpt-4o-mini-2024-07-18",
    service_tier: "default",
    usage: {
      input_tokens: 800,
      output_tokens: 150,
      total_tokens: 950,
      input_tokens_details: { cached_tokens: 100 },
      output_tokens_details: { reasoning_tokens: 20 },
    },
  },
};

type At = (string | number)[];

/** Where everything stands in a tree, its branches included. */
export function placesOf(tree: unknown, at: At = []): At[] {
  if (typeof tree !== "object" || tree === null) return [at];
  return [at, ...Object.entries(tree).flatMap(([key, inner]) => placesOf(inner, [...at, key]))];
}

/** A copy of a lock or a forgery of it without what its digest does not cover. */
export function sealedPart(lock: object): Record<string, unknown> {
  const {
    $schema: _schema,
    decision: _decision,
    accepted: _accepted,
    digest: _digest,
    ...sealed
  } = lock as Record<string, unknown>;
  return sealed;
}
