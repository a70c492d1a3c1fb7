/** `batch`: one record a line, whatever the lines are. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import { blockAnswerer } from "../../src/cli/batch/answer-block.ts";
import { linesOf, type Line } from "../../src/files/lines.ts";
import { recommendation } from "../../src/answers/recommendation/schema.ts";
import { RESULT_FIELDS } from "../../src/answers/recommendation/vocabulary.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

interface Failed {
  line: number;
  id?: string | number;
  error: { message: string; where?: string; advice?: string };
}

async function batch(stdin: string | Uint8Array, ...options: string[]) {
  const { code, stdout, stderr } = await runCli(["batch", "--draws", "0", ...options], { stdin });
  const records =
    stdout === ""
      ? []
      : stdout
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Failed);
  return { code, stderr, records };
}

test("records come in the order of the lines, and are what the single question prints", async () => {
  const documents = [{ budget: "low" }, { task: "coding", quality: "high" }, {}];
  const { code, records } = await batch(documents.map((each) => JSON.stringify(each)).join("\n"));
  expect(code).toBe(0);
  for (const [place, document] of documents.entries()) {
    const single = await runCli(["--json", "--draws", "0", "-r", "-"], {
      stdin: JSON.stringify(document),
    });
    const { line, ...record } = records[place] ?? { line: 0 };
    expect(line).toBe(place + 1);
    expect(recommendation.parse(record)).toEqual(JSON.parse(single.stdout));
  }
});

test("CR LF, blank lines and a last line without an end are no mistakes; numbers count every line", async () => {
  const { code, records } = await batch(
    '\uFEFF{"budget":"low"}\r\n\r\n  \n{"bud":"low"}\r\n{"task":"chat"}',
  );
  expect(code).toBe(2);
  expect(records).toHaveLength(3);
  expect(records[1]).toEqual({
    schemaVersion: 1,
    line: 4,
    error: {
      message: "bud: no such field",
      where: "stdin:4:2",
      advice: expect.any(String),
    },
  });
});

test("every record says its line, and the id of its document", async () => {
  const lines = [
    '{"id":"chat-7","task":"chat"}',
    "",
    '{"id":12,"task":"coding"}',
    '{"id":"typo","tusk":"chat"}',
    '{"id":["a"]}',
    '{"id":null}',
    `{"id":"${"x".repeat(201)}"}`,
    "no JSON",
  ];
  const { code, records } = await batch(lines.join("\n"), "--fields", "recommendation");
  expect(code).toBe(2);
  expect(records.map(({ line, id }) => [line, id])).toEqual([
    [1, "chat-7"],
    [3, 12],
    [4, "typo"],
    [5, undefined],
    [6, undefined],
    [7, undefined],
    [8, undefined],
  ]);
  expect(records[3]?.error).toEqual({
    message: "id: cannot be carried through",
    where: "stdin:5:7",
    advice: "text of at most 200 characters, or a number",
  });
});

test("an error of ours is the record of its line: the others are answered, and the code is 70", async () => {
  const catalog = await openCatalog();
  // Nothing a catalog file can say, to reach what no input may reach.
  const broken = {
    ...catalog,
    tasks: catalog.tasks.map((task) =>
      task.id === "chat" ? { ...task, workload: null as never } : task,
    ),
  };
  const answer = blockAnswerer({
    catalog: broken,
    asOf: "2026-11-22",
    sampling: { draws: 0, seed: 1 },
    fields: ["recommendation"],
    name: "stdin",
    failFast: false,
  });
  const lines = ['{"task":"coding"}', '{"id":7,"task":"chat"}', '{"task":"coding"}'];
  const block = lines.map((text, place) => ({ number: place + 1, text, problem: null }));
  const { text, answered, failed, broken: ours } = answer(block);
  expect({ answered, failed, ours }).toEqual({ answered: 2, failed: 0, ours: 1 });
  const [first, second, third] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Failed);
  expect([first?.line, third?.line]).toEqual([1, 3]);
  expect(second).toEqual({
    schemaVersion: 1,
    line: 2,
    id: 7,
    error: { message: expect.stringMatching(/^internal error: .*bug in pick-model/) as string },
  });
});

const huge = `{"task":"${"x".repeat(5_000_001)}"}`;
const BAD: [name: string, line: string | Uint8Array, message: RegExp][] = [
  ["no JSON", "budget: low", /JSON/],
  ["cut short", '{"budget":', /JSON/],
  ["a list", "[]", /expected/],
  ["an unknown task", '{"task":"codding"}', /unknown task 'codding'/],
  ["a contradiction", '{"latency":"realtime","workload":{"serviceTier":"batch"}}', /./],
  ["five megabytes", huge, /too long/],
  ["ten megabytes", `"${"x".repeat(10_000_000)}"`, /too long/],
  ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), /not UTF-8/],
  ["a null byte", '{"task":"\u0000"}', /binary|JSON/],
];

test.each(BAD)("a line of %s gets a record, and the rest go on", async (_name, line, message) => {
  const good = Buffer.from('{"budget":"low"}\n');
  const stdin = Buffer.concat([good, Buffer.from(line as string), Buffer.from("\n"), good]);
  const { code, stderr, records } = await batch(stdin);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "note: 3 lines: 2 answered, 1 failed (line 2)\n",
  });
  expect(records.map((record) => "error" in record)).toEqual([false, true, false]);
  expect(records[1]?.line).toBe(2);
  expect(records[1]?.error.message).toMatch(message);
});

test("--fail-fast ends with the first record that failed", async () => {
  const { code, records } = await batch('{}\n{"x":1}\n{}\n', "--fail-fast");
  expect(code).toBe(2);
  expect(records).toHaveLength(2);
});

test("--fields leaves the rest out, in the record's own order, and a line that fails says so all the same", async () => {
  const lines = '{"task":"coding"}\n{"x":1}\n';
  const whole = await batch(lines);
  const [asked, failed] = (await batch(lines, "--fields", "ranking,recommendation")).records;
  const { line, ...first } = whole.records[0] ?? { line: 0 };
  const record = recommendation.parse(first);
  expect(JSON.stringify(asked)).toBe(
    JSON.stringify({
      schemaVersion: record.schemaVersion,
      line,
      recommendation: record.recommendation,
      ranking: record.ranking,
    }),
  );
  expect(failed).toEqual(whole.records[1]);
});

test.each(RESULT_FIELDS)("--fields %s is what the whole record holds", async (field) => {
  const line = '{"task":"coding","latency":"realtime","limits":{"usdPerMonth":1}}';
  const [whole] = (await batch(line)).records;
  const [alone] = (await batch(line, "--fields", field)).records;
  expect(alone).toEqual({
    schemaVersion: 1,
    line: 1,
    [field]: whole?.[field as keyof typeof whole],
  });
});

test("every field of a record may be asked for", () => {
  const { $schema: _optional, schemaVersion: _always, ...fields } = recommendation.shape;
  expect([...RESULT_FIELDS]).toEqual(Object.keys(fields));
});

test.each([
  ["--fields", "rankings", "unknown value 'rankings'\n  try: pick-model batch --fields ranking\n"],
  ["--fields", "ranking,", "an entry is empty\n  try: separate entries by single commas"],
  ["--fields", "ranking,ranking", "'ranking' is given twice\n  try: name each one once"],
  ["--threads", "0", "'0' is zero; it must be above zero"],
  ["--threads", "1.5", "'1.5' is not a whole number; such as 4"],
  ["--threads", "65", "64"],
  ["--output", "no/such/folder.ndjson", "its folder is not there"],
])("%s %s is refused", async (option, value, message) => {
  const refused = await runCli(["batch", option, value], { stdin: "{}\n" });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain(message);
  expect(refused.stderr).toContain(option);
});

test("--output holds the same records, failed lines included", async () => {
  const cwd = await temporaryFolder();
  const lines = '{"budget":"low"}\n{"x":1}\n';
  const printed = await runCli(["batch", "--draws", "0"], { stdin: lines });
  const line = ["batch", "--draws", "0", "-o", "answers.ndjson"];
  expect(await runCli(line, { stdin: lines, cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr: "note: 2 lines: 1 answered, 1 failed (line 2)\n",
  });
  expect(await readFile(path.join(cwd, "answers.ndjson"), "utf8")).toBe(printed.stdout);
  expect(await readdir(cwd)).toEqual(["answers.ndjson"]);
});

test("no line is no failure; no input is", async () => {
  expect(await batch("")).toEqual({ code: 0, stderr: "", records: [] });
  expect(await runCli(["batch"])).toMatchObject({ code: 2, stdout: "" });
  const missing = await runCli(["batch", "missing.ndjson"]);
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(missing.stderr).toContain("batch: cannot read 'missing.ndjson': there is no such file");
});

test("a file by its name; errors name it", async () => {
  const cwd = await temporaryFolder({ "projects.ndjson": '{}\n{"x":1}\n' });
  const { code, stdout } = await runCli(["batch", "projects.ndjson", "--draws", "0"], { cwd });
  expect(code).toBe(2);
  expect(stdout).toContain('"where":"projects.ndjson:2:2"');
});

test("a terminal sees how far it is, on stderr", async () => {
  const shown = await runCli(["batch", "--draws", "0"], { stdin: "{}\n", isTty: true });
  expect(shown.stderr).toBe("\r\u001B[K1 line, 0 failed\r\u001B[K");
  expect(shown.stdout.split("\n")).toHaveLength(2);
});

test("lines are found wherever the chunks break", async () => {
  const bytes = Buffer.from("añb\r\n\nc€d\ne");
  const expected = ["añb", "", "c€d", "e"];
  for (let size = 1; size <= bytes.length; size += 1) {
    const lines: Line[] = [];
    for await (const some of linesOf(chunksOf(bytes, size))) lines.push(...some);
    expect(lines.map(({ text }) => text)).toEqual(expected);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  }
});

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

test("one document over several lines, or a list of them, is told how to be asked", async () => {
  const document = JSON.stringify({ budget: "low", task: "chat" }, null, 2);
  const cwd = await temporaryFolder({
    "pretty.json": document,
    "list.json": `[\n${document}\n]\n`,
  });
  const exact = ["--draws", "0"];
  const one = await runCli(["batch", "pretty.json", ...exact], { cwd });
  expect(one.code).toBe(2);
  const heard = "note: this is one JSON document, not one a line: pick-model -r pretty.json\n";
  expect(one.stderr.endsWith(heard)).toBe(true);
  expect((await runCli(["-r", "pretty.json", ...exact, "--quiet"], { cwd })).stdout).toBe(
    "gpt-4o-mini\n",
  );
  const many = await runCli(["batch", "list.json", ...exact], { cwd });
  expect(many.stderr).toContain("jq -c '.[]' list.json | pick-model batch\n");
  const piped = await runCli(["batch", ...exact], { cwd, stdin: document });
  expect(piped.stderr).toContain("pick-model -r -\n");
  const bad = await runCli(["batch", ...exact], { cwd, stdin: "{\n{\n" });
  expect(bad.stderr).toBe("note: 2 lines: 0 answered, 2 failed (lines 1, 2)\n");
});
