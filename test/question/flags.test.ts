import { describe, expect, test } from "vitest";
import { flagLayer, type RequirementFlags, statesRequirement } from "../../src/question/index.ts";
import { failureOf, tools } from "./fixture.ts";

/** Option as typed → the document it makes → the origin of its first field. */
const cases: [RequirementFlags, object, [string, string]][] = [
  [{ useCase: "helpdesk" }, { useCase: "helpdesk" }, ["useCase", "--use-case helpdesk"]],
  [{ task: ["coding,math"] }, { task: { coding: 1, math: 1 } }, ["task", "--task coding,math"]],
  [
    { task: ["coding", "math"] },
    { task: { coding: 1, math: 1 } },
    ["task", "--task coding --task math"],
  ],
  [{ complexity: "complex" }, { complexity: "complex" }, ["complexity", "--complexity complex"]],
  [{ budget: "$500" }, { budget: 500 }, ["budget", "--budget $500"]],
  [{ latency: "batch" }, { latency: "batch" }, ["latency", "--latency batch"]],
  [
    { latency: "2s" },
    { latency: { maxSeconds: 2, measure: "full-answer" } },
    ["latency", "--latency 2s"],
  ],
  [{ quality: "critical" }, { quality: "critical" }, ["quality", "--quality critical"]],
  [{ stream: true }, { stream: true }, ["stream", "--stream"]],
  [
    { requests: "200/day" },
    { workload: { requestsPerMonth: 6000 } },
    ["workload.requestsPerMonth", "--requests 200/day"],
  ],
  [
    { inputTokens: "10k", outputTokens: "2M", cachedTokens: "0" },
    { workload: { inputTokens: 10_000, outputTokens: 2_000_000, cachedInputTokens: 0 } },
    ["workload.cachedInputTokens", "--cached-tokens 0"],
  ],
  [
    { image: ["10x20:low", "a.png"] },
    {
      workload: {
        images: [
          { width: 10, height: 20, detail: "low", count: 1 },
          { width: 800, height: 600, detail: "auto", count: 1 },
        ],
      },
    },
    ["workload.images", "--image 10x20:low --image a.png"],
  ],
  [
    { webSearches: "1", fileSearches: ".5" },
    { workload: { webSearches: 1, fileSearches: 0.5 } },
    ["workload.fileSearches", "--file-searches .5"],
  ],
  [
    { trainingTokens: "1M", epochs: "3", fineTuned: true },
    { workload: { trainingTokens: 1_000_000, epochs: 3, fineTuned: true } },
    ["workload.fineTuned", "--fine-tuned"],
  ],
  [
    { serviceTier: "fast" },
    { workload: { serviceTier: "fast" } },
    ["workload.serviceTier", "--service-tier fast"],
  ],
  [
    { maxCost: "500", maxRequestCost: "$0.01", maxWait: "800ms" },
    { limits: { usdPerMonth: 500, usdPerRequest: 0.01, waitSeconds: 0.8 } },
    ["limits.usdPerMonth", "--max-cost 500"],
  ],
  [
    { needs: ["vision,batch", "mcp"] },
    { needs: ["vision", "batch", "mcp"] },
    ["needs", "--needs vision,batch --needs mcp"],
  ],
  [
    { context: "200k", maxOutput: "4k" },
    { limits: { contextTokens: 200_000, outputTokens: 4000 } },
    ["limits.contextTokens", "--context 200k"],
  ],
  [
    { usageTier: "1", peakRpm: "200" },
    { rateLimits: { usageTier: 1, peakRequestsPerMinute: 200 } },
    ["rateLimits.peakRequestsPerMinute", "--peak-rpm 200"],
  ],
  [
    { usageTier: "Build" },
    { rateLimits: { usageTier: "build" } },
    ["rateLimits.usageTier", "--usage-tier Build"],
  ],
  [
    { minBenchmark: ["gpqa=45,mmlu=80"] },
    { minBenchmarks: { gpqa: 45, mmlu: 80 } },
    ["minBenchmarks.mmlu", "--min-benchmark mmlu=80"],
  ],
  [
    { until: "2027-01-01", asOf: "2026-01-01" },
    { availableUntil: "2027-01-01", asOf: "2026-01-01" },
    ["availableUntil", "--until 2027-01-01"],
  ],
  [
    { weight: ["cost=3", "quality=5"] },
    { weights: { cost: 3, quality: 5 } },
    ["weights.quality", "--weight quality=5"],
  ],
  [
    { priority: "quality,cost" },
    { priority: ["quality", "cost"] },
    ["priority", "--priority quality,cost"],
  ],
  [
    { only: ["big,small"], exclude: ["tiny"], includeSuccessors: true },
    { models: ["big", "small"], exclude: ["tiny"], includeSuccessors: true },
    ["models", "--only big,small"],
  ],
  [{ stream: false, fineTuned: false, budget: undefined }, {}, ["budget", "budget"]],
];

describe("options make a document", () => {
  test.each(cases)("%j", async (flags, document, [path, origin]) => {
    const layer = await flagLayer(flags, tools);
    expect(layer.from).toBe("flag");
    expect(layer.document).toEqual(document);
    expect(layer.originOf(path.split("."))).toBe(origin);
  });
});

test.each([
  [{ complexity: "hard" }, "--complexity: unknown value 'hard' (did you mean 'complex'?)"],
  [
    { budget: "lo" },
    "--budget: 'lo' is not a budget (did you mean 'low'? Otherwise US dollars a month, such as 500)",
  ],
  [{ needs: ["visoin"] }, "--needs: unknown value 'visoin' (did you mean 'vision'?)"],
  [{ maxWait: "5" }, "--max-wait: '5' has no unit (write 5s or 5000ms)"],
  [{ only: [] }, "--only: an entry is empty (separate entries by single commas)"],
] satisfies [RequirementFlags, string][])("refuses %j", async (flags, line) => {
  expect(await failureOf(() => flagLayer(flags, tools))).toBe(line);
});

describe("whether a requirement was stated", () => {
  test.each([
    [{}, false],
    [{ asOf: "2026-01-01" }, false],
    [{ stream: false, budget: undefined }, false],
    [{ stream: true }, true],
    [{ exclude: ["big"] }, true],
  ] satisfies [RequirementFlags, boolean][])("%j", (flags, stated) => {
    expect(statesRequirement(flags)).toBe(stated);
  });
});
