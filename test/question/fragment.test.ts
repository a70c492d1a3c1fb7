/** Requirements in a report's address: what options take, and what was taken back. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inexpressibleFields } from "../../src/question/exported-question.ts";
import { fragmentOf, readFragment } from "../../src/question/fragment.ts";
import { REQUIREMENT_ENTRIES } from "../../src/question/options/index.ts";
import { valueAt } from "../../src/question/requirement-option.ts";
import { type Requirements, requirements } from "../../src/schema/requirements.ts";
import { anyDocument } from "./any-document.ts";

const TOOLS = { daysPerMonth: 30 };

test("every field stands under its option's name, as the option takes it", () => {
  const document: Requirements = {
    task: { coding: 3, math: 1 },
    budget: 500,
    latency: { maxSeconds: 2.5, measure: "full-answer" },
    stream: false,
    workload: {
      requestsPerMonth: 200_000,
      images: [{ width: 1024, height: 768, detail: "high", count: 2 }],
    },
    needs: [],
    availableUntil: "2027-06-30",
    weights: { cost: 3 },
    includeSuccessors: true,
  };
  const fragment = fragmentOf(document);
  expect(fragment).toBe(
    "task=coding=3,math=1&budget=500&latency=2.5s&stream=no&requests=200000&" +
      "image=1024x768:highx2&needs=&until=2027-06-30&weight=cost=3&includeSuccessors=yes",
  );
  expect(readFragment(`#${fragment}`, TOOLS)).toEqual({ document, refused: [] });
});

test("nothing stated is an empty fragment", () => {
  expect(fragmentOf({})).toBe("");
  expect(readFragment("", TOOLS)).toEqual({ document: {}, refused: [] });
});

test("what people type is read as on the command line", () => {
  const { document } = readFragment(
    "#requests=200/day&inputTokens=10k&budget=LOW&needs=mcp,batch",
    TOOLS,
  );
  expect(document).toEqual({
    budget: "low",
    workload: { requestsPerMonth: 6000, inputTokens: 10_000 },
    needs: ["mcp", "batch"],
  });
});

test.each([
  ["budget=0", "'0' is zero"],
  ["budget=-5", "'-5' is negative"],
  ["budget=cheap", "'cheap' is not a budget"],
  ["budget=1&budget=2", "is given twice"],
  ["latency=2", "'2' has no unit"],
  ["quality=7", "unknown value '7'"],
  ["task=<script>", "'<script>' is not an id"],
  ["requests=1e13", "'1e13' is too large"],
  ["requests=", "no value"],
  ["image=photo.png", "a page reads no files"],
  ["image=1x1&image=../photo.png", "a page reads no files"],
  ["stream=maybe", "expected yes or no"],
  ["stream=", "expected yes or no"],
  ["only=", "an entry is empty"],
  ["colour=red", "there is no such option"],
  ["__proto__=1", "there is no such option"],
  ["toString=1", "there is no such option"],
])("%s is refused", (fragment, reason) => {
  const [name] = fragment.split("=");
  const read = readFragment(`#${fragment}`, TOOLS);
  expect(read).toEqual({ document: {}, refused: [{ name, reason }] });
});

test("what can be understood counts beside what cannot", () => {
  expect(readFragment("#budget=cheap&quality=high", TOOLS)).toEqual({
    document: { quality: "high" },
    refused: [{ name: "budget", reason: "'cheap' is not a budget" }],
  });
});

test("any document comes back as it was, but for what options cannot say", () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = requirements.parse(given);
      const excepted = inexpressibleFields(document);
      const { document: again, refused } = readFragment(fragmentOf(document), TOOLS);
      expect(refused).toEqual([]);
      for (const [, { path }] of REQUIREMENT_ENTRIES) {
        const isExcepted = excepted.includes(path) && path !== "stream";
        if (isExcepted || SAID_OTHERWISE.includes(path)) continue;
        const [read, stated] = [valueAt(again, path), valueAt(document, path)];
        if (isFilled(stated)) expect([path, read]).toEqual([path, stated]);
      }
    }),
    { numRuns: 1000 },
  );
});

/** A wait to the first sentence is told by `stream`, a mix of one task by that task. */
const SAID_OTHERWISE = ["latency", "stream", "task"];

function isFilled(value: unknown): boolean {
  const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
  return isTable ? Object.keys(value).length > 0 : value !== undefined;
}
