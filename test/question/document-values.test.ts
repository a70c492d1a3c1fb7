/** Files read what options read, and refuse what could mean two things. */
import { expect, test } from "vitest";
import { documentLayer } from "../../src/question/document-layer.ts";
import { parseDocument } from "../../src/schema/document.ts";
import { failureOf } from "./fixture.ts";

async function read(text: string) {
  return documentLayer(await parseDocument(text, "r.yaml", "usage"), "file").document;
}

test.each([
  ["workload: { requestsPerMonth: 200/day }", { workload: { requestsPerMonth: 6000 } }],
  ['workload: { inputTokens: "5000" }', { workload: { inputTokens: 5000 } }],
  [
    "workload: { outputTokens: { mean: 10k, max: 1.5M } }",
    { workload: { outputTokens: { mean: 10_000, max: 1_500_000 } } },
  ],
  ["workload: { inputTokens: 812.125 }", { workload: { inputTokens: 812.125 } }],
  ["budget: $500", { budget: 500 }],
  ["budget: 20/month", { budget: 20 }],
  ["latency: 1m30s", { latency: { maxSeconds: 90, measure: "full-answer" } }],
  [
    "limits: { usdPerMonth: 1k, waitSeconds: 800ms }",
    { limits: { usdPerMonth: 1000, waitSeconds: 0.8 } },
  ],
  ["rateLimits: { usageTier: '3' }", { rateLimits: { usageTier: 3 } }],
  ["rateLimits: { usageTier: launch }", { rateLimits: { usageTier: "launch" } }],
  ["weights: { cost: '3' }", { weights: { cost: 3 } }],
  ["minBenchmarks: { gpqa: 45% }", { minBenchmarks: { gpqa: 45 } }],
  ["needs: vision, streaming", { needs: ["vision", "streaming"] }],
  ["task: coding=3,math=1", { task: { coding: 3, math: 1 } }],
  ["models: [GPT-4o mini, openai/gpt-4o]", { models: ["gpt-4o-mini", "gpt-4o"] }],
  [
    "x-common: &common { inputTokens: 800 }\nworkload: { <<: *common, x-note: measured in May }",
    { workload: { inputTokens: 800 } },
  ],
  ['{ "budget": "$5", "x-owner": "team" }', { budget: 5 }],
])("%s", async (text, document) => expect(await read(text)).toEqual(document));

test.each([
  [
    "workload: { requestsPerMonth: 10.000 }",
    "r.yaml:1:31: '10.000' could mean 10000 or 10 (write 10000 or 10)",
  ],
  [
    '{"workload": {"inputTokens": {"mean": 1.500}}}',
    "r.yaml:1:39: '1.500' could mean 1500 or 1.5 (write 1500 or 1.5)",
  ],
  [
    "workload: { requestsPerMonth: '1,000' }",
    "r.yaml:1:31: workload.requestsPerMonth: '1,000' could mean 1000 or 1 (write 1000 or 1)",
  ],
  ["budget: 5/day", "r.yaml:1:9: budget: '5/day' is not a month's amount (write 150)"],
  [
    "budget: lo",
    "r.yaml:1:9: budget: expected low, medium, high, unlimited or a number, got \"lo\" (did you mean 'low'?)",
  ],
  [
    "limits: { contextTokens: 64000.5 }",
    "r.yaml:1:26: limits.contextTokens: expected a whole number, got 64000.5",
  ],
  ["task: { x-mine: 1 }", null],
])("%s is refused, or left to whoever knows the names", async (text, line) => {
  if (line === null) expect(await read(text)).toEqual({ task: { "x-mine": 1 } });
  else expect(await failureOf(() => read(text))).toBe(line);
});
