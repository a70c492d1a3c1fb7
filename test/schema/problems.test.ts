/** What a schema objects to: the place, what was expected, what was given, and the word probably meant. */
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { parseDocument } from "../../src/schema/document.ts";
import { validate } from "../../src/schema/problems.ts";
import { strictObject } from "../../src/schema/strict-object.ts";
import { failureOf } from "../support/failure-line.ts";

const size = z.strictObject({ width: z.number(), height: z.number() });
const weight = z.strictObject({ tokens: z.number(), countedOn: z.string() });
const schema = z.strictObject({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(5))),
  colour: z.optional(z.union([z.enum(["red", "green", "blue"]), z.number().check(z.positive())])),
  letter: z.optional(z.enum(Array.from("abcdefghij", (letter) => `letter-${letter}`))),
  share: z.optional(z.number().check(z.gte(0), z.lt(1))),
  pieces: z.optional(z.int()),
  parts: z.optional(z.array(z.union([size, weight])).check(z.minLength(1))),
  weights: z.optional(z.partialRecord(z.enum(["cost", "speed"]), z.number())),
  page: z.optional(z.url()),
  day: z.optional(z.string().check(z.regex(/^\d+$/, "expected digits alone"))),
  on: z.optional(z.literal(true)),
  byName: z.optional(
    z.record(z.string().check(z.regex(/^[a-z]+$/, "lower case only")), z.number()),
  ),
});

test("a value that fits comes back typed, with its defaults", async () => {
  const document = await parseDocument("a: 1", "r", "usage");
  expect(
    validate(z.strictObject({ a: z.number(), b: z._default(z.number(), 2) }), document, "usage"),
  ).toEqual({
    a: 1,
    b: 2,
  });
});

test.each<[string, string]>([
  ["nmae: x", "r:1:1: nmae: no such field (did you mean 'name'?)"],
  [
    "zebra: x",
    "r:1:1: zebra: no such field (the fields here are name, colour, letter, share, pieces, parts and 5 more)",
  ],
  [
    "colour: rde",
    "r:1:9: colour: expected red, green, blue or a number, got \"rde\" (did you mean 'red'?)",
  ],
  ["colour: [1]", "r:1:9: colour: expected red, green, blue or a number, got [1]"],
  ["colour: -1", "r:1:9: colour: expected more than 0, got -1"],
  [
    "letter: lettr-a",
    "r:1:9: letter: expected one of 10 words, got \"lettr-a\" (did you mean 'letter-a'?)",
  ],
  [
    "letter: zzz",
    'r:1:9: letter: expected one of 10 words, got "zzz" (one of letter-a, letter-b, letter-c, letter-d, letter-e, letter-f and 4 more)',
  ],
  ["share: 1", "r:1:8: share: expected less than 1, got 1"],
  ["share: .inf", "r:1:8: share: expected a number, got Infinity"],
  ["pieces: 1.5", "r:1:9: pieces: expected a whole number, got 1.5"],
  ["name: ''", 'r:1:7: name: expected at least 1 character, got ""'],
  ["name: abcdef", 'r:1:7: name: expected at most 5 characters, got "abcdef"'],
  ["name: null", "r:1:7: name: expected text, got null"],
  ["parts: []", "r:1:8: parts: expected at least 1 entry, got []"],
  [
    "parts: [{ width: 1, heigth: 2 }]",
    "r:1:21: parts[0].heigth: no such field (did you mean 'height'?)",
  ],
  ["parts: [{ width: 1 }]", "r:1:9: parts[0].height: is missing (give a number)"],
  ["parts: [x.png]", 'r:1:9: parts[0]: expected a group of fields, got "x.png"'],
  ["parts: [{ tokens: 1 }]", "r:1:9: parts[0].countedOn: is missing (give text)"],
  ["parts: [{ width: x, height: 1 }]", 'r:1:18: parts[0].width: expected a number, got "x"'],
  ["weights: { costs: 1 }", "r:1:12: weights.costs: no such field (did you mean 'cost'?)"],
  ["page: here", 'r:1:7: page: expected a web address (http or https), got "here"'],
  ["day: today", 'r:1:6: day: expected digits alone, got "today"'],
  ["on: false", "r:1:5: on: expected true, got false"],
  ["byName: { A: 1 }", "r:1:11: byName.A: cannot be a name here (lower case only)"],
  ["[1]", "r:1:1: expected a group of fields, got a list"],
  ["AWS_SECRET", "r:1:1: expected a group of fields, got text"],
  [
    `name: [${"x, ".repeat(30)}x]`,
    'r:1:7: name: expected text, got ["x","x","x","x","x","x","x","x","x","x…',
  ],
])("%s", async (text, expected) => {
  const document = await parseDocument(text, "r", "usage");
  expect(await failureOf(() => validate(schema, document, "usage"))).toBe(`usage: ${expected}`);
});

test("of more objections than a call takes arguments, the one that tells most of the first item", async () => {
  const lists = z.record(z.string(), z.array(strictObject({ value: z.number() })));
  const text = JSON.stringify({ input: Array.from({ length: 200_000 }, () => ({ valeu: 1 })) });
  const document = await parseDocument(text, "r", "catalog", { json: true });
  expect(await failureOf(() => validate(lists, document, "catalog"))).toBe(
    "catalog: r:1:12: input[0].valeu: no such field (did you mean 'value'?)",
  );
});
