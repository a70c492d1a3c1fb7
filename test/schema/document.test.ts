/** Written text: what it says, where each part stands, and every text that is refused. */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/schema/document.ts";
import { readJson, withoutComments } from "../../src/schema/json-document.ts";
import { failureOf } from "../support/failure-line.ts";

const YAML = "task: chat\nworkload:\n  images:\n    - { width: 10, height: 20 }\n";
const JSON_TEXT = '{"task": "chat",\n "workload": {"images": [{"width": 10}, 7]}}';

test.each([
  ["YAML", YAML, [], "r:1:1"],
  ["YAML", YAML, ["task"], "r:1:7"],
  ["YAML", YAML, ["workload", "images", 0, "height"], "r:4:28"],
  ["YAML", YAML, ["workload", "images", 0, "depth"], "r:4:7"],
  ["YAML", YAML, ["workload", "images", 3], "r:4:5"],
  ["JSON", JSON_TEXT, [], "r:1:1"],
  ["JSON", JSON_TEXT, ["task"], "r:1:10"],
  ["JSON", JSON_TEXT, ["workload", "images", 0, "width"], "r:2:36"],
  ["JSON", JSON_TEXT, ["workload", "images", 1], "r:2:41"],
  ["JSON", JSON_TEXT, ["workload", "images", 2], "r:2:25"],
])("%s: the place of a value: %s %j", async (_format, text, path, place) => {
  expect((await parseDocument(text, "r", "usage")).where(path)).toBe(place);
});

test.each([
  ["YAML", YAML, "r:4:14"],
  ["JSON", JSON_TEXT, "r:2:27"],
])("%s: the place of a key", async (_format, text, place) => {
  const path = ["workload", "images", 0, _format === "YAML" ? "height" : "width"];
  const { where } = await parseDocument(text, "r", "usage");
  expect(where(path, { key: true })).toBe(_format === "YAML" ? "r:4:20" : place);
});

test.each<[string, string, unknown]>([
  ["dates and grouped digits are text", "a: 2024-05-01\nb: 1_000", { a: "2024-05-01", b: "1_000" }],
  ["words of YAML 1.1 are text", "a: yes\nb: off", { a: "yes", b: "off" }],
  ["a byte order mark and CRLF are no part of it", "\uFEFFa: 1\r\nb: x\r\n", { a: 1, b: "x" }],
  ["number-like keys are text", "1: a", { "1": "a" }],
  ["a merge key takes a mapping in", "<<: { a: 1, b: 1 }\nb: 2", { a: 1, b: 2 }],
  [
    "a merge key takes several in, the first before the others",
    "x: &x { a: 1 }\ny: &y { a: 2, b: 3 }\nz: { <<: [*x, *y], c: 4 }",
    { x: { a: 1 }, y: { a: 2, b: 3 }, z: { a: 1, b: 3, c: 4 } },
  ],
  ["comments in JSON", '{ // one\n "a": 1, /* two\n */ "b": "//",\n}', { a: 1, b: "//" }],
  ["a comment before JSON", "// one\n[1, 2, ]", [1, 2]],
  ["a comma in a text of JSON", '{"a": ",}", }', { a: ",}" }],
  ["flow YAML that is not JSON", "{budget: low}", { budget: "low" }],
  ["JSON with tabs", '{\n\t"a":\t1\n}', { a: 1 }],
  ["escaped keys of JSON", '{"\\u0061": [{}, []]}', { a: [{}, []] }],
  ["an alias repeats its value", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
])("%s", async (_what, text, value) => {
  expect((await parseDocument(text, "r", "usage")).value).toEqual(value);
});

test("a record of a stream counts from its own line", async () => {
  const options = { firstLine: 7, json: true };
  expect(await failureOf(() => parseDocument("{a: 1}", "stdin", "usage", options))).toMatch(
    /^usage: stdin:7:2: not valid JSON /,
  );
});

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each<[string, string, string]>([
  ["nothing", " \n", "r:1:1: the document is empty (write at least one field)"],
  [
    "binary data",
    "a: \u0000",
    "r:1:4: binary data where YAML or JSON text was expected (give a text file)",
  ],
  [
    "more than five million characters",
    "#".repeat(5_000_001),
    "r:1:1: text of 5000001 characters is too long (at most 5000000 are read)",
  ],
  ["a YAML key twice", "a: 1\nb: 2\na: 3", "r:3:1: 'a' is given twice (keep one of them)"],
  ["a JSON key twice", '{"a": 1, "\\u0061": 2}', "r:1:10: 'a' is given twice (keep one of them)"],
  ["a dangerous YAML key", "__proto__: {}", "r:1:1: '__proto__' is no field (remove it)"],
  ["a dangerous JSON key", '{"__proto__": {}}', "r:1:2: '__proto__' is no field (remove it)"],
  [
    "two documents",
    "a: 1\n---\nb: 2",
    "r:2:1: more than one document (give one document, without ---)",
  ],
  [
    "an alias without its anchor",
    "a: *x",
    "r:1:1: Unresolved alias (the anchor must be set before the alias): x (write the values out instead of using aliases)",
  ],
  [
    "a value inside itself",
    "a: &x [*x]",
    "r:1:8: a value contains itself (write the values out instead of using aliases)",
  ],
  [
    "aliases that multiply",
    "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c]",
    "r:1:1: Excessive alias count indicates a resource exhaustion attack (write the values out instead of using aliases)",
  ],
  ["an unknown tag", "a: !run x", "r:1:4: not valid YAML: Unresolved tag: !run (fix it there)"],
  [
    "indentation by tab",
    "a:\n\tb: 1",
    "r:2:1: not valid YAML: Tabs are not allowed as indentation (indent with spaces)",
  ],
  [
    "JSON 65 deep",
    nested(65),
    "r:1:65: the document is nested too deeply (at most 64 levels are read)",
  ],
  [
    "YAML 65 deep",
    Array.from({ length: 66 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
    "r:65:65: the document is nested too deeply (at most 64 levels are read)",
  ],
  [
    "brackets without end",
    "[".repeat(1_000_000),
    "r:1:501: the document is nested too deeply (at most 64 levels are read)",
  ],
  [
    "lists in lists without end",
    "- ".repeat(1_000_000),
    "r:1:1: the document is nested too deeply (at most 64 levels are read)",
  ],
])("%s is refused", async (_what, text, expected) => {
  expect(await failureOf(() => parseDocument(text, "r", "usage"))).toBe(`usage: ${expected}`);
});

test.each<[string, string, string]>([
  ["a broken word", '{"a": 1,\n "b": tru}', "r.json:2:7: not valid JSON"],
  ["an early end", '{"a": 1,\n "b": [', "r.json:2:8: not valid JSON"],
  ["YAML under JSON's name", "a: 1", "r.json:1:1: not valid JSON"],
])("strict JSON: %s", async (_what, text, expected) => {
  expect(await failureOf(() => parseDocument(text, "r.json", "catalog"))).toContain(
    `catalog: ${expected} (`,
  );
});

test("what merges in keeps the place where it was written", async () => {
  const text = "base: &base\n  a: 1\nx:\n  <<: *base\n  b: 2\n";
  const { where } = await parseDocument(text, "r", "usage");
  expect(where(["x", "a"])).toBe("r:2:6");
  expect(where(["x", "b"])).toBe("r:5:6");
});

test("a comment is none in a record of a stream", async () => {
  const read = parseDocument('{"a": 1 // one\n}', "stdin", "usage", { json: true });
  expect(await failureOf(() => read)).toContain("usage: stdin:1:9: not valid JSON (");
});

test.each([
  ["# budget: low\n", "the document is empty but for comments (write a field)"],
  ["null", "the document is empty but for comments (write a field)"],
  [
    '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> topic\n}',
    "an unresolved merge conflict (<<<<<<<) (keep one of the two sides)",
  ],
  ["task,budget\nchat,low\n", "this looks like CSV, not YAML or JSON"],
  ['"task","budget"\n"chat","low"\n', "this looks like CSV, not YAML or JSON"],
  ["TASK=chat\nBUDGET=low", "settings as key = value, no YAML or JSON (write key: value)"],
  ['[project]\nname = "x"', "settings as key = value, no YAML or JSON (write key: value)"],
  ["<!doctype html>\n<p>", "markup, no YAML or JSON (give a YAML or JSON file)"],
  ["{}\n{}", "several JSON documents, one a line (pick-model batch answers them)"],
  ["a\0:\0 \0b\0", "UTF-16 text without a byte order mark (save it as UTF-8)"],
  ["<<: 1", "<<: cannot be merged (give it a mapping, or a list of them)"],
  [merging(10), "<<: merges without end (write the values out instead of using aliases)"],
  ["a: 1\n".repeat(200_000), "YAML of 1000000 characters is too long"],
])("%j is named", async (text, message) => {
  expect(await failureOf(() => parseDocument(text, "r", "usage"))).toContain(message);
});

/** Mappings that take ten of the last one each. */
function merging(levels: number): string {
  const tens = (level: number) => Array.from({ length: 10 }, () => `*a${level}`).join(", ");
  const lines = Array.from(
    { length: levels },
    (_, level) => `a${level + 1}: &a${level + 1} { <<: [${tens(level)}] }`,
  );
  return ["a0: &a0 { x: 1 }", ...lines].join("\n");
}

test("a mistake is the first of however many", async () => {
  const text = `{${",".repeat(400_000)}}`;
  expect(await failureOf(() => parseDocument(text, "r", "usage"))).toBe(
    "usage: r:1:3: neither JSON nor YAML: Unexpected , in flow map (fix it there)",
  );
});

test("64 levels are read", async () => {
  expect((await parseDocument(nested(64), "r", "usage")).where([])).toBe("r:1:1");
});

test.each([
  ["letters", "a".repeat(20_000_000)],
  ["escapes", String.raw`\"`.repeat(10_000_000)],
])("the place behind a string of twenty million %s", (_what, inside) => {
  const text = `{"a": "${inside}", "b": 1}`;
  expect(readJson(text).offsetOf(["b"], true)).toBe(inside.length + 10);
});

test.each<[string, string]>([
  ["a quotation mark that is escaped", String.raw`{"a": "\"/*", "b": "*/"}`],
  ["a backslash before the last mark", String.raw`{"a": "x\\", "b": "/*"}`],
  ["an escape of one", String.raw`{"a": "\\\"//", "b": 1}`],
])("what looks like a comment is none in a string: %s", (_what, text) => {
  expect(withoutComments(text)).toBe(text);
  expect(readJson(text).offsetOf(["b"], true)).toBe(text.indexOf('"b"'));
});

test("a comment of twenty million characters is as many blanks", () => {
  const comment = `/*${"x*".repeat(10_000_000)}*/`;
  expect(withoutComments(`${comment}[]`)).toBe(`${" ".repeat(comment.length)}[]`);
});
