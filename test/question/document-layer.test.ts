import { expect, test } from "vitest";
import { failureOf, fileLayer } from "./fixture.ts";

test("a file's values know their line and column", async () => {
  const layer = await fileLayer("# mine\nlimits:\n  usdPerMonth: 500\n");
  expect(layer.document).toEqual({ limits: { usdPerMonth: 500 } });
  expect(layer.originOf(["limits", "usdPerMonth"])).toBe("my.yaml:3:16");
});

test.each([
  ["bugdet: low", "my.yaml:1:1: bugdet: no such field (did you mean 'budget'?)"],
  ["workload: { requestsPerMonth: -1 }", "my.yaml:1:31: workload.requestsPerMonth: "],
  ["limits: { waitSeconds: .nan }", "my.yaml:1:24: limits.waitSeconds: "],
  ["limits: { waitSeconds: .inf }", "my.yaml:1:24: limits.waitSeconds: "],
  ["minBenchmarks: { __proto__: 5 }", "my.yaml:1:"],
  ["quality: hihg", "my.yaml:1:10: quality: "],
  ["", "my.yaml:1:1: "],
])("refuses %s", async (text, opening) => {
  expect((await failureOf(() => fileLayer(text))).slice(0, opening.length)).toBe(opening);
});
