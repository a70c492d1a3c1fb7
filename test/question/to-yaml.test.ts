/** Requirements as YAML: read back, they are the same. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toYaml } from "../../src/question/exported-question.ts";
import { parseDocument } from "../../src/schema/document.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import { anyDocument } from "./any-document.ts";

test("groups have a line a field, lists and images stand on one", () => {
  expect(
    toYaml({
      task: "coding",
      budget: 500,
      latency: { maxSeconds: 2, measure: "full-answer" },
      workload: {
        requestsPerMonth: 100_000,
        images: [{ width: 1024, height: 768, detail: "high", count: 2 }],
      },
      needs: ["vision", "function-calling"],
      minBenchmarks: {},
      asOf: "2026-11-22",
    }),
  ).toBe(`task: coding
budget: 500
latency:
  maxSeconds: 2
  measure: full-answer
workload:
  requestsPerMonth: 100000
  images: [{ width: 1024, height: 768, detail: high, count: 2 }]
needs: [vision, function-calling]
minBenchmarks: {}
asOf: "2026-11-22"
`);
});

test("nothing stated is an empty document", () => {
  expect(toYaml({})).toBe("{}\n");
});

test("words that YAML takes for something else are quoted", () => {
  expect(toYaml({ models: ["on", "y", "null", "1e3", "gpt-4o"] })).toBe(
    'models: ["on", "y", "null", "1e3", gpt-4o]\n',
  );
});

test("any document comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const stated = document as Requirements; // a measure left out is as good as given
      const { value } = await parseDocument(toYaml(stated), "requirements.yaml", "usage");
      expect(value).toEqual(JSON.parse(JSON.stringify(stated)));
    }),
    { numRuns: 100 },
  );
});
