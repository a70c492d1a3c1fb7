/** The fingerprint depends on what a value says, not on how it was written down. */
import { expect, test } from "vitest";
import { canonicalJson, digestOf } from "../../src/catalog/digest.ts";

test("keys in order, absent values left out, lists as they stand", () => {
  expect(canonicalJson({ b: [2, { d: null, c: "x" }], a: undefined, A: 1 })).toBe(
    '{"A":1,"b":[2,{"c":"x","d":null}]}',
  );
});

test("the digest is the sha256 of that text", () => {
  // printf '{}' | sha256sum
  const empty = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
  expect(digestOf({})).toBe(empty);
  expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
});
