/** A strict object of ours reads what the library's own reads, and objects to the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { strictObject } from "../../src/schema/strict-object.ts";

type Strict = typeof z.strictObject;

/** Fields of every kind, two levels deep. */
function schemaOf(strict: Strict) {
  return strict({
    id: z.string(),
    note: z.optional(z.string()),
    count: z._default(z.number().check(z.positive()), 1),
    size: z.union([z.number(), strict({ mean: z.number(), max: z.optional(z.number()) })]),
    group: z.optional(
      strict({ word: z.optional(z.enum(["low", "high"])), list: z.array(z.int()) }),
    ),
    none: z.optional(z.nullable(strict({ x: z.optional(z.boolean()) }))),
  });
}

const ours = schemaOf(strictObject);
const theirs = schemaOf(z.strictObject);

function outcome(schema: typeof theirs, input: unknown) {
  const read = z.safeParse(schema, input, { reportInput: true });
  if (read.success) return { data: read.data, order: JSON.stringify(read.data) };
  return { issues: JSON.parse(JSON.stringify(read.error.issues)) as unknown };
}

const NAMES = "id,note,count,size,group,none,mean,max,word,list,x,other,constructor,toString".split(
  ",",
);

/** Names of the schema and others, over values that fit and values that do not. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(0, 1, 2.5, -1, "", "low", "mid", true, null, undefined),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("any")),
  ),
})).any;

/** Mostly right. */
const near = fc.record(
  {
    id: fc.constantFrom<unknown>("a", "a", 1),
    size: fc.constantFrom<unknown>(
      1,
      { mean: 1 },
      { mean: 1, max: 2 },
      { max: 2 },
      { mean: 1, min: 0 },
    ),
    count: fc.constantFrom<unknown>(1, 2, -1, undefined),
    group: fc.constantFrom<unknown>(
      { list: [] },
      { word: "low", list: [1] },
      { word: "mid", list: [1, "b"] },
    ),
    none: fc.constantFrom<unknown>(null, {}, { x: true }, { y: 1 }),
    note: value,
    other: value,
  },
  { requiredKeys: ["id", "size"] },
);

test("the same value, or the same objections in the same order", () => {
  fc.assert(
    fc.property(fc.oneof(value, near), (input) => {
      expect(outcome(ours, input)).toEqual(outcome(theirs, input));
    }),
    { numRuns: 3000 },
  );
});

test("a document that fits is read in the schema's order", () => {
  const input = { group: { list: [1] }, size: { max: 2, mean: 1 }, note: undefined, id: "a" };
  expect(JSON.stringify(ours.parse(input))).toBe(
    '{"id":"a","count":1,"size":{"mean":1,"max":2},"group":{"list":[1]}}',
  );
  expect(outcome(ours, input)).toEqual(outcome(theirs, input));
});
