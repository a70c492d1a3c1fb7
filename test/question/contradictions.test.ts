import { describe, expect, test } from "vitest";
import type { RequirementFlags } from "../../src/question/index.ts";
import { failureOf, needOf, needOfFlags } from "./fixture.ts";

describe("options", () => {
  test.each<[RequirementFlags, string]>([
    [
      { only: ["big"], exclude: ["big"] },
      "--only big and --exclude big: big is asked for and excluded (drop one of the two)",
    ],
    [
      { only: ["big-2024-01-01"], exclude: ["big"] },
      "--only big-2024-01-01 and --exclude big: big-2024-01-01 is asked for, but big, whose snapshot it is, is excluded (drop one of the two)",
    ],
    [
      { cachedTokens: "900", inputTokens: "800" },
      "--cached-tokens 900 and --input-tokens 800: 900 cached tokens are more than the 800 input tokens (cached tokens are a part of the input tokens)",
    ],
    [
      { cachedTokens: "0.1", cacheWriteTokens: "0.21", inputTokens: "0.3" },
      "--cached-tokens 0.1 and --cache-write-tokens 0.21 and --input-tokens 0.3: 0.1 cached tokens and 0.21 written to the cache are more than the 0.3 input tokens (cached tokens are a part of the input tokens)",
    ],
    [
      { cacheWriteTokens: "900" },
      "--cache-write-tokens 900: 900 written to the cache are more than the 500 input tokens the task assumes (state --input-tokens)",
    ],
    [
      { cachedTokens: "900" },
      "--cached-tokens 900: 900 cached tokens are more than the 500 input tokens the task assumes (state --input-tokens)",
    ],
    [
      { serviceTier: "batch", latency: "realtime" },
      "--service-tier batch and --latency realtime: service tier batch cannot be realtime: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
    [
      { serviceTier: "batch", latency: "interactive" },
      "--service-tier batch and --latency interactive: service tier batch cannot be interactive: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
    [
      { serviceTier: "batch", latency: "23h" },
      "--service-tier batch and --latency 23h: service tier batch cannot keep a wait limit: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
    [
      { serviceTier: "batch", maxWait: "2s" },
      "--service-tier batch and --max-wait 2s: service tier batch cannot keep a wait limit: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
    [
      { weight: ["cost=0,latency=0,quality=0"] },
      "--weight cost=0: every weight is 0 (at least one criterion has to count)",
    ],
    [
      { weight: ["quality=0"], budget: "unlimited", latency: "batch" },
      "--weight quality=0: every weight is 0 (at least one criterion has to count)",
    ],
    [
      { weight: ["cost=1"], priority: "cost" },
      "--weight cost=1 and --priority cost: weights and a priority order are both given (numbers say more: keep the weights, or keep the order)",
    ],
    [
      { peakRpm: "200" },
      "--peak-rpm 200: a peak rate says nothing without the usage tier it has to fit (add --usage-tier 1 to 5, or build, launch, grow)",
    ],
    [{ epochs: "3" }, "--epochs 3: epochs without training tokens (add --training-tokens)"],
    [
      { until: "2025-01-01" },
      "--until 2025-01-01: 2025-01-01 is before the day of the decision, 2026-01-15 (give a later day, or an earlier --as-of)",
    ],
    [
      { asOf: "2019-12-31" },
      "--as-of 2019-12-31: 2019-12-31 is out of range (from 2020-01-01 to 2100-12-31)",
    ],
    [
      { until: "2101-01-01" },
      "--until 2101-01-01: 2101-01-01 is out of range (from 2020-01-01 to 2100-12-31)",
    ],
    [
      { minBenchmark: ["quiz=101"] },
      "--min-benchmark quiz=101: quiz is a percentage; 101 is above 100",
    ],
    [
      { minBenchmark: ["quiz=0.45"] },
      "--min-benchmark quiz=0.45: quiz is a percentage; 0.45 would be under one (write 45)",
    ],
  ])("%j", async (flags, line) => {
    expect(await failureOf(() => needOfFlags(flags))).toBe(line);
  });
});

describe("documents", () => {
  test.each<[string, RequirementFlags, string]>([
    [
      "models: [big]",
      { exclude: ["big"] },
      "my.yaml:1:9 and --exclude big: big is asked for and excluded (drop one of the two)",
    ],
    ["needs: [vision, vision]", {}, "my.yaml:1:8: 'vision' is given twice (name each one once)"],
    ["priority: [cost, cost]", {}, "my.yaml:1:11: 'cost' is given twice (name each one once)"],
    ["models: [big, big]", {}, "my.yaml:1:9: models: 'big' is given twice (name each one once)"],
    ["exclude: [big, big]", {}, "my.yaml:1:10: exclude: 'big' is given twice (name each one once)"],
    ["task: {}", {}, "my.yaml:1:7: the task mix is empty (name a task or leave it out)"],
    [
      "stream: false\nlatency: { maxSeconds: 2, measure: first-sentence }",
      {},
      "my.yaml:2:10 and my.yaml:1:9: without a stream nobody sees the first sentence early (drop one)",
    ],
    [
      "workload: { inputTokens: { mean: 9, max: 5 } }",
      {},
      "my.yaml:1:26: inputTokens: max 5 is below the mean 9",
    ],
    [
      "workload: { outputTokens: { mean: 2, p50: 9, max: 5 } }",
      {},
      "my.yaml:1:27: outputTokens: p50 9 is above max 5",
    ],
    [
      "workload: { outputTokens: { mean: 2, p95: 9, max: 5 } }",
      {},
      "my.yaml:1:27: outputTokens: p95 9 is above max 5",
    ],
    [
      "workload: { outputTokens: { mean: 2, p50: 9, p95: 5 } }",
      {},
      "my.yaml:1:27: outputTokens: p50 9 is above p95 5",
    ],
    ["minBenchmarks: { quiz: -1 }", {}, "my.yaml:1:24: a least result of -1 is negative"],
    [
      "workload: { trainingTokens: 0, epochs: 2 }",
      {},
      "my.yaml:1:40: epochs without training tokens (add --training-tokens)",
    ],
    [
      "useCase: nightly-labels",
      { latency: "realtime" },
      "use case nightly-labels and --latency realtime: service tier batch cannot be realtime: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
  ])("%s %j", async (text, flags, line) => {
    expect(await failureOf(() => needOf(text, flags))).toBe(line);
  });
});

describe("unknown names", () => {
  test.each<[RequirementFlags, string]>([
    [{ task: ["codign"] }, "--task codign: unknown task 'codign' (did you mean 'coding'?)"],
    [
      { task: ["helpdesk"] },
      "--task helpdesk: unknown task 'helpdesk' (it is a use case: --use-case helpdesk)",
    ],
    [
      { useCase: "coding" },
      "--use-case coding: unknown use case 'coding' (it is a task: --task coding)",
    ],
    [
      { useCase: "labels" },
      "--use-case labels: unknown use case 'labels' (did you mean --use-case nightly-labels?)",
    ],
    [
      { useCase: "zzz" },
      "--use-case zzz: unknown use case 'zzz' (known: helpdesk, nightly-labels)",
    ],
    [
      { task: ["generalist"] },
      "--task generalist: unknown task 'generalist' (did you mean 'general'?)",
    ],
    [
      { task: ["mathematics"] },
      "--task mathematics: unknown task 'mathematics' (did you mean --task math?)",
    ],
    [{ only: ["smal"] }, "--only smal: unknown model 'smal' (did you mean 'small'?)"],
    [{ exclude: ["bigg"] }, "--exclude bigg: unknown model 'bigg' (did you mean 'big'?)"],
    [
      { minBenchmark: ["constructor=5"] },
      "--min-benchmark constructor=5: unknown benchmark 'constructor' (known: quiz, programs, sums, duel)",
    ],
  ])("%j", async (flags, line) => {
    expect(await failureOf(() => needOfFlags(flags))).toBe(line);
  });

  test("an image counted on an unknown model", async () => {
    const text = "workload: { images: [{ tokens: 5, countedOn: bigg }] }";
    expect(await failureOf(() => needOf(text))).toBe(
      "my.yaml:1:21: unknown model 'bigg' (did you mean 'big'?)",
    );
  });
});
