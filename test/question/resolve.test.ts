import { describe, expect, test } from "vitest";
import type { Need, Origin } from "../../src/decision/need.ts";
import { type RequirementFlags, resolveNeed } from "../../src/question/index.ts";
import { byName } from "../../src/schema/texts.ts";
import { REQUEST_EXTRAS } from "../../src/schema/vocabulary.ts";
import { catalog, needOf, needOfFlags, TODAY } from "./fixture.ts";

const byDefault: Origin = { from: "default", text: "default" };
const byDefaultTask: Origin = { from: "default", text: "default task general" };

test("nothing stated: every default, each an assumption in a fixed order", async () => {
  expect(resolveNeed([], catalog, { asOf: TODAY })).toEqual({
    asOf: TODAY,
    tasks: [{ id: "general", share: 1 }],
    complexity: "moderate",
    benchmarks: [{ id: "quiz", relevance: 1, ofComplexity: 1, ofUsualComplexity: 1, share: 1 }],
    usualRequestsPerMonth: 1000,
    budget: { word: "medium", usdPerMonth: 300 },
    latency: { word: "standard", targetSeconds: 12, measure: "full-answer" },
    quality: { word: "standard", barLogits: 1 }, // 0.5 + 0.25 * (1 + 1)
    weighting: {
      mode: "levels",
      importance: { cost: 2, latency: 1, quality: 2 },
      weights: { cost: 0.4, latency: 0.2, quality: 0.4 },
      concentration: 6,
      priority: null,
    },
    workload: {
      requestsPerMonth: 1000,
      inputTokens: { mean: 500, p50: 500, max: 500 },
      outputTokens: { mean: 100, p50: 100, max: 100 },
      cachedInputTokens: 0,
      images: [],
      ...byName(REQUEST_EXTRAS, () => 0),
      trainingTokens: 0,
      epochs: 1,
      serviceTier: "standard",
      fineTuned: false,
    },
    limits: {},
    needs: [],
    rateLimits: { usageTier: null, peakRequestsPerMinute: null },
    minBenchmarks: {},
    availableUntil: null,
    models: null,
    exclude: [],
    effort: null,
    includeSuccessors: false,
    useCase: null,
    assumptions: [
      { field: "workload.requestsPerMonth", value: 1000, from: "default" },
      { field: "workload.inputTokens", value: 500, from: "default" },
      { field: "workload.outputTokens", value: 100, from: "default" },
      { field: "budget", value: "medium", from: "default" },
      { field: "latency", value: "standard", from: "default" },
      { field: "quality", value: "standard", from: "default" },
      { field: "task", value: "general", from: "default" },
      { field: "complexity", value: "moderate", from: "default" },
    ],
    origins: {
      task: byDefault,
      budget: byDefault,
      latency: byDefault,
      quality: byDefault,
      complexity: byDefaultTask,
      "workload.requestsPerMonth": byDefaultTask,
      "workload.inputTokens": byDefaultTask,
      "workload.outputTokens": byDefaultTask,
      "workload.images": byDefaultTask,
      "workload.cachedInputTokens": byDefault,
      "workload.webSearches": byDefault,
      "workload.fileSearches": byDefault,
      "workload.trainingTokens": byDefault,
      "workload.serviceTier": byDefault,
      "workload.fineTuned": byDefault,
    },
  } satisfies Need);
});

test("flags over a file over its use case, each value with its origin", async () => {
  const need = await needOf("useCase: helpdesk\nlatency: standard\n", { requests: "5k" });
  expect(need.useCase).toBe("helpdesk");
  expect(need.budget).toEqual({ word: "low", usdPerMonth: 20 });
  expect(need.latency.word).toBe("standard");
  expect(need.workload).toMatchObject({ requestsPerMonth: 5000, inputTokens: { mean: 700 } });
  expect(need.needs).toEqual(["streaming"]);
  // one stated in the file, two by the use case: 6 + 4 * (1 + 0.5 + 0.5)
  expect(need.weighting.concentration).toBe(14);
  expect(need.assumptions).toEqual([
    { field: "workload.inputTokens", value: 700, from: "use-case" },
    { field: "workload.outputTokens", value: 100, from: "task" },
    { field: "budget", value: "low", from: "use-case" },
    { field: "quality", value: "standard", from: "use-case" },
    { field: "task", value: "general", from: "use-case" },
    { field: "complexity", value: "moderate", from: "task" },
  ]);
  expect(need.origins).toMatchObject({
    useCase: { from: "file", text: "my.yaml:1:10" },
    budget: { from: "use-case", text: "use case helpdesk" },
    latency: { from: "file", text: "my.yaml:2:10" },
    "workload.requestsPerMonth": { from: "flag", text: "--requests 5k" },
    "workload.outputTokens": { from: "task", text: "task general" },
    "needs.streaming": { from: "use-case", text: "use case helpdesk" },
  });
});

test("a use case named by an option beats the one a file names", async () => {
  const need = await needOf("useCase: helpdesk", { useCase: "nightly-labels" });
  expect([need.useCase, need.tasks, need.budget.word, need.needs]).toEqual([
    "nightly-labels",
    [{ id: "math", share: 1 }],
    "medium",
    ["batch"],
  ]);
});

describe("task mixes", () => {
  test("average evidence and month by shares, with the hardest part's complexity", async () => {
    const need = await needOfFlags({ task: ["coding=3,math=1"] });
    expect(need.tasks).toEqual([
      { id: "coding", share: 0.75 },
      { id: "math", share: 0.25 },
    ]);
    expect(need.complexity).toBe("complex");
    // coding: programs 3/4, quiz 1/4; math: sums 10/10. Complex work is programs alone; of the mix as usual it is
    // 3/4, sums 1/4: programs 1 + 0.5 * (0.5625 - 0.75), quiz 0.5 * 0.1875, sums 0.5 * (0.25 - 0.25).
    expect(need.benchmarks).toEqual([
      {
        id: "programs",
        relevance: 0.5625,
        ofComplexity: 1,
        ofUsualComplexity: 0.75,
        share: 0.90625,
      },
      { id: "quiz", relevance: 0.1875, ofComplexity: 0, ofUsualComplexity: 0, share: 0.09375 },
      { id: "sums", relevance: 0.25, ofComplexity: 0, ofUsualComplexity: 0.25, share: 0 },
    ]);
    expect(need.usualRequestsPerMonth).toBe(300);
    expect(need.workload).toMatchObject({
      requestsPerMonth: 300, // 0.75 * 200 + 0.25 * 600
      inputTokens: { mean: 1750 },
      outputTokens: { mean: 500 },
    });
  });

  test("a task without benchmarks is taken for usual work of its complexity", async () => {
    const { benchmarks } = await needOfFlags({ task: ["voice"] });
    expect(benchmarks.map(({ id, relevance, share }) => [id, relevance, share])).toEqual([
      ["sums", 1, 1],
    ]);
  });

  test("a stated volume leaves the usual month where it is", async () => {
    const { usualRequestsPerMonth, workload } = await needOfFlags({ requests: "7" });
    expect([usualRequestsPerMonth, workload.requestsPerMonth]).toEqual([1000, 7]);
  });

  test("images count by the task's share", async () => {
    const need = await needOfFlags({ task: ["vision,math"] });
    expect(need.workload.images).toEqual([{ width: 640, height: 480, detail: "high", count: 1 }]);
  });

  test("a stated complexity overrides the task's and moves the bar", async () => {
    const need = await needOfFlags({ task: ["coding"], complexity: "routine", quality: "high" });
    expect(need.complexity).toBe("routine");
    expect(need.quality).toEqual({ word: "high", barLogits: 1 }); // 0.5 + 0.25 * (2 + 0)
    expect(need.assumptions.map(({ field }) => field)).not.toContain("complexity");
  });
});

describe("budget", () => {
  test.each<[RequirementFlags, Need["budget"], Need["limits"], number]>([
    [{ budget: "low" }, { word: "low", usdPerMonth: 20 }, {}, 4],
    [{ budget: "unlimited" }, { word: "unlimited", usdPerMonth: Infinity }, {}, 0],
    [{ budget: "500" }, { word: null, usdPerMonth: 500 }, { usdPerMonth: 500 }, 3],
    [{ maxCost: "80" }, { word: "medium", usdPerMonth: 300 }, { usdPerMonth: 80 }, 2],
    [{ budget: "500", maxCost: "80" }, { word: null, usdPerMonth: 500 }, { usdPerMonth: 80 }, 3],
    [{ budget: "500", maxCost: "900" }, { word: null, usdPerMonth: 500 }, { usdPerMonth: 500 }, 3],
  ])("%j", async (flags, budget, limits, importance) => {
    const need = await needOfFlags(flags);
    expect(need.budget).toEqual(budget);
    expect(need.limits).toEqual(limits);
    expect(need.weighting.importance.cost).toBe(importance);
  });

  test("the limit shows what was typed", async () => {
    expect(await limitOrigin({ budget: "500" })).toBe("--budget 500");
    expect(await limitOrigin({ budget: "500", maxCost: "80" })).toBe("--max-cost 80");
    expect(await limitOrigin({ budget: "500", maxCost: "900" })).toBe("--budget 500");
  });
});

describe("latency", () => {
  test.each<[RequirementFlags, Need["latency"], Need["limits"], number]>([
    [
      { latency: "realtime" },
      { word: "realtime", targetSeconds: 2, measure: "first-sentence" },
      {},
      4,
    ],
    [
      { latency: "standard", stream: true },
      { word: "standard", targetSeconds: 12, measure: "first-sentence" },
      {},
      1,
    ],
    [
      { latency: "batch" },
      { word: "batch", targetSeconds: Infinity, measure: "full-answer" },
      {},
      0,
    ],
    [
      { latency: "2s" },
      { word: null, targetSeconds: 2, measure: "full-answer" },
      { waitSeconds: 2 },
      5,
    ],
    [
      { latency: "2001ms", stream: true },
      { word: null, targetSeconds: 2.001, measure: "first-sentence" },
      { waitSeconds: 2.001 },
      3,
    ],
    [
      { latency: "31s", maxWait: "10s" },
      { word: null, targetSeconds: 31, measure: "full-answer" },
      { waitSeconds: 10 },
      0,
    ],
    [
      { latency: "interactive", maxWait: "3s" },
      { word: "interactive", targetSeconds: 4, measure: "first-sentence" },
      { waitSeconds: 3 },
      2,
    ],
    [
      { serviceTier: "batch" },
      { word: "batch", targetSeconds: Infinity, measure: "full-answer" },
      {},
      0,
    ],
    [
      { serviceTier: "batch", latency: "24h" },
      { word: null, targetSeconds: 86_400, measure: "full-answer" },
      { waitSeconds: 86_400 },
      0,
    ],
  ])("%j", async (flags, latency, limits, importance) => {
    const need = await needOfFlags(flags);
    expect(need.latency).toEqual(latency);
    expect(need.limits).toEqual(limits);
    expect(need.weighting.importance.latency).toBe(importance);
  });

  test("the wait limit shows what was typed", async () => {
    const { origins } = await needOfFlags({ latency: "2s", maxWait: "3s" });
    const { from, text, argv } = origins["limits.waitSeconds"] ?? byDefault;
    expect([from, text, argv]).toEqual(["flag", "--latency 2s", ["--latency", "2s"]]);
  });

  test("a file can ask for the whole answer whatever the word says", async () => {
    const need = await needOf("latency: realtime\nstream: false");
    expect(need.latency.measure).toBe("full-answer");
  });
});

describe("weights", () => {
  test.each<[RequirementFlags, Partial<Need["weighting"]>]>([
    [
      { budget: "low", latency: "realtime", quality: "high" },
      { mode: "levels", concentration: 18 },
    ],
    [
      { weight: ["cost=3,latency=2,quality=5"] },
      {
        mode: "explicit",
        importance: { cost: 3, latency: 2, quality: 5 },
        weights: { cost: 0.3, latency: 0.2, quality: 0.5 },
        concentration: 70,
        priority: null,
      },
    ],
    [
      { weight: ["quality=6"], budget: "unlimited" },
      { importance: { cost: 0, latency: 1, quality: 6 } },
    ],
    [
      { priority: "quality,cost" },
      { mode: "priority", concentration: 6, priority: ["quality", "cost", "latency"] },
    ],
    [{ priority: "cost" }, { mode: "priority", priority: null }],
  ])("%j", async (flags, weighting) => {
    expect((await needOfFlags(flags)).weighting).toMatchObject(weighting);
  });
});

describe("needed features", () => {
  test.each<[RequirementFlags, Need["needs"], string, string]>([
    [{ needs: ["mcp,vision"] }, ["vision", "mcp"], "needs.mcp", "--needs mcp,vision"],
    [{ needs: ["vision"], image: ["9x9"] }, ["vision"], "needs.vision", "--needs vision"],
    [{ image: ["10x10"] }, ["vision"], "needs.vision", "--image 10x10"],
    [{ task: ["vision"] }, ["vision"], "needs.vision", "task vision"],
    [{ serviceTier: "batch" }, ["batch"], "needs.batch", "--service-tier batch"],
    [{ serviceTier: "fast" }, ["fast-mode"], "needs.fast-mode", "--service-tier fast"],
    [{ fineTuned: true }, [], "workload.fineTuned", "--fine-tuned"],
    [{ trainingTokens: "1M" }, ["fine-tuning"], "needs.fine-tuning", "--training-tokens 1M"],
    [{ webSearches: "1" }, ["web-search"], "needs.web-search", "--web-searches 1"],
    [{ fileSearches: "1" }, ["file-search"], "needs.file-search", "--file-searches 1"],
  ])("%j", async (flags, needs, path, origin) => {
    const need = await needOfFlags(flags);
    expect(need.needs).toEqual(needs);
    expect(need.origins[path]?.text).toBe(origin);
  });
});

describe("workload", () => {
  test("cost uses the mean, the wait p50, limits the largest", async () => {
    const text =
      "workload: { inputTokens: { mean: 8, p50: 6, p95: 24, max: 90 }, outputTokens: { mean: 8, p95: 24 } }";
    expect((await needOf(text)).workload).toMatchObject({
      inputTokens: { mean: 8, p50: 6, max: 90 },
      outputTokens: { mean: 8, p50: 8, max: 24 },
    });
  });

  test("assumed images are an assumption, and an empty list states that there are none", async () => {
    const images = [{ width: 640, height: 480, detail: "high", count: 2 }];
    const assumed = await needOfFlags({ task: ["vision"] });
    expect(assumed.workload.images).toEqual(images);
    expect(assumed.assumptions).toContainEqual({
      field: "workload.images",
      value: images,
      from: "task",
    });
    const none = await needOf("task: vision\nworkload: { images: [] }");
    expect([none.workload.images, none.needs]).toEqual([[], []]);
    expect(none.assumptions.map(({ field }) => field)).not.toContain("workload.images");
  });

  test("training without epochs is billed once, as an assumption", async () => {
    const need = await needOfFlags({ trainingTokens: "1M" });
    expect(need.workload.epochs).toBe(1);
    expect(need.assumptions).toContainEqual({
      field: "workload.epochs",
      value: 1,
      from: "default",
    });
  });

  test("what a use case sets quietly is an assumption too", async () => {
    expect((await needOfFlags({ useCase: "nightly-labels" })).assumptions).toContainEqual({
      field: "workload.serviceTier",
      value: "batch",
      from: "use-case",
    });
  });
});

test("the day of the decision: an option, else the document, else today", async () => {
  expect(await dayOf("budget: low", {})).toBe(TODAY);
  expect(await dayOf("asOf: 2026-02-02", {})).toBe("2026-02-02");
  expect(await dayOf("asOf: 2026-02-02", { asOf: "2026-03-03" })).toBe("2026-03-03");
});

async function limitOrigin(flags: RequirementFlags): Promise<string | undefined> {
  return (await needOfFlags(flags)).origins["limits.usdPerMonth"]?.text;
}

async function dayOf(text: string, flags: RequirementFlags): Promise<string> {
  return (await needOf(text, flags)).asOf;
}
