/** The fragment of the address: what was moved, and nothing that was not. */
import { expect, test } from "vitest";
import { fragmentOf, readFragment } from "../../src/report/browser/fragment.ts";

test("what was moved comes back as it was", () => {
  const changes = {
    budget: 500,
    latency: "realtime",
    quality: "critical",
    task: "coding",
    requests: 123_456.5,
    cachedShare: 37.5,
    images: 2,
    imageKind: "1024x1024:high",
    weightCost: 0,
  } as const;
  const fragment = fragmentOf(changes);
  expect(fragment).toBe(
    "budget=500&latency=realtime&quality=critical&task=coding&requests=123456.5&cachedShare=37.5&images=2&imageKind=1024x1024:high&weightCost=0",
  );
  expect(readFragment(`#${fragment}`)).toEqual({ changes, refused: [] });
});

test("nothing moved is an empty fragment", () => {
  expect(fragmentOf({})).toBe("");
  expect(readFragment("")).toEqual({ changes: {}, refused: [] });
});

test.each([
  "budget=0",
  "budget=-5",
  "budget=cheap",
  "latency=0",
  "latency=2s",
  "quality=7",
  "task=<script>",
  "requests=1e13",
  "requests=NaN",
  "requests=Infinity",
  "requests=",
  "cachedShare=101",
  "images=1.5",
  "imageKind=big",
  "weightCost=-1",
  "colour=red",
  "__proto__=1",
  "toString=1",
])("%s is refused", (fragment) => {
  expect(readFragment(`#${fragment}`)).toEqual({ changes: {}, refused: [fragment.split("=")[0]] });
});
