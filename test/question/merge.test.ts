import { expect, test } from "vitest";
import { flagLayer, mergeLayers, type RequirementFlags } from "../../src/question/index.ts";
import { fileLayer, tools } from "./fixture.ts";

async function merged(text: string, flags: RequirementFlags) {
  return mergeLayers([await fileLayer(text), await flagLayer(flags, tools)]);
}

test("groups merge key by key, and every field remembers who gave it", async () => {
  const file = "budget: low\nworkload: { inputTokens: 800, outputTokens: 50 }\n";
  expect(written(await merged(file, { outputTokens: "1k", maxCost: "9" }))).toEqual({
    document: {
      budget: "low",
      workload: { inputTokens: 800, outputTokens: 1000 },
      limits: { usdPerMonth: 9 },
    },
    origins: {
      budget: { from: "file", text: "my.yaml:1:9", argv: ["-r", "my.yaml"] },
      "workload.inputTokens": { from: "file", text: "my.yaml:2:26", argv: ["-r", "my.yaml"] },
      "workload.outputTokens": {
        from: "flag",
        text: "--output-tokens 1k",
        argv: ["--output-tokens", "1k"],
      },
      "limits.usdPerMonth": { from: "flag", text: "--max-cost 9", argv: ["--max-cost", "9"] },
    },
  });
});

/** The places of origins are found when they are read. */
function written(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

test.each<[string, string, RequirementFlags, object]>([
  [
    "a latency word by a duration",
    "latency: realtime",
    { latency: "2s" },
    { latency: { maxSeconds: 2, measure: "full-answer" } },
  ],
  ["a mix by one task", "task: { coding: 3, math: 1 }", { task: ["vision"] }, { task: "vision" }],
  ["a list by a list", "needs: [vision]", { needs: ["batch"] }, { needs: ["batch"] }],
  [
    "a spread of tokens by a number",
    "workload: { inputTokens: { mean: 5, max: 9 } }",
    { inputTokens: "7" },
    { workload: { inputTokens: 7 } },
  ],
  [
    "an order by weights",
    "priority: [cost, quality]",
    { weight: ["cost=1"] },
    { weights: { cost: 1 } },
  ],
  [
    "weights by an order",
    "weights: { cost: 3, latency: 2 }",
    { priority: "quality" },
    { priority: ["quality"] },
  ],
])("replaces %s", async (_name, file, flags, document) => {
  expect((await merged(file, flags)).document).toEqual(document);
});

test("one weight over several keeps the others", async () => {
  const { document } = await merged("weights: { cost: 3, latency: 2 }", { weight: ["cost=5"] });
  expect(document).toEqual({ weights: { cost: 5, latency: 2 } });
});

test("a wait to the first sentence ends an earlier layer's whole answer", async () => {
  const lower = await fileLayer("stream: false");
  const upper = await fileLayer("latency: { maxSeconds: 2, measure: first-sentence }");
  expect(mergeLayers([lower, upper]).document).toEqual(upper.document);
});

test("$schema says nothing about the project", async () => {
  expect(await merged("$schema: x.json", {})).toEqual({ document: {}, origins: {} });
});
