/** Whatever is wrong is said in two lines that name it and what to type instead, with the exit code of its kind, and stdout stays silent. */
import { expect, test } from "vitest";
import { catalogFolder, temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT, complaintsAbout, words } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const USAGE: readonly string[] = [
  // options
  "--bugdet low",
  "-z",
  "compare --bugdet low",
  "--bugdet low compare",
  "--json=yes",
  "tasks --budget low",
  "--budget",
  "--budget --json",
  "-b low -b high",
  "-o --json",
  // commands and bare words
  "comapre",
  "comapre gpt-4o gpt-4o-mini",
  "catalog lits",
  "chatbot",
  "support-chatbot",
  "coding",
  "gpt-4o",
  "low",
  "zzzzzz",
  "-- compare",
  "tasks coding math",
  "schema",
  "schema modle",
  "catalog show",
  "catalog show gpt-4o-min",
  // values
  "--budget cheap",
  "--budget -5",
  "--budget nan",
  "--budget ''",
  "--latency realtiem",
  "--quality best",
  "--complexity hard",
  "--task codding",
  "--use-case chatbot",
  "--only gpt-4",
  "--requests -1",
  "--requests inf",
  "--requests 1,000",
  "--requests 1m",
  "--input-tokens ''",
  "--needs visoin",
  "--needs vision,vision",
  "--min-benchmark gpqq=3",
  "--weight speed=3",
  "--image nothing",
  "--image nothing.jpg",
  "--until 2027-13-01",
  "--until 1999-01-01",
  "--as-of 3000-01-01",
  "--as-of yesterday",
  "catalog list --as-of 3000-01-01",
  "--until 2026-01-01",
  "--draws -1",
  "--draws 1.5",
  "--draws 1e12",
  "--seed x",
  // contradictions
  "--only gpt-4o --exclude gpt-4o",
  "--exclude gpt-4o,gpt-4o-mini",
  "compare gpt-4o --only gpt-4o",
  "compare gpt-4o gpt-4o",
  "compare gpt-4o gpt-5o",
  "compare --traits costt",
  "compare --traits ''",
  "explain gpt-4o-min",
  "explain gpt-4o gpt-4o-mini",
  "--weight cost=1 --priority cost",
  "--service-tier batch --latency realtime",
  // output
  "--format jsn",
  "--format ''",
  "--json --format yaml",
  "--json --quiet",
  "--quiet -f csv",
  "tasks --json --format yaml",
  "--output ''",
  "--output no/such/folder/file",
  "--output .",
  // documents
  "-r ''",
  "-r missing.yaml",
  "-r .",
  "--catalog ''",
  "catalog validate ''",
  // as other programs, or other people, call it
  "-v",
  "--model gpt-4o",
  "--users 500",
  "--tokens 1000",
  "--price 5",
  "--verbose",
  "--all",
  "--budget=cheap",
  "-bcheap",
  "--latency fast",
  "--needs vision,audio",
  "--needs json",
  "--requests 10,000",
  "--until 2027/1/5",
  "compare gpt-4o-mini claude-haiku-4-5",
  "compare --traits nope",
  "low compare",
  "lock --accept shutdown",
  "compare --budget cheap --traits cost",
];

test("what is typed wrong is answered in two lines, with exit 2", async () => {
  const cwd = await temporaryFolder();
  const complaints = await complaintsAbout(USAGE, { cwd });
  await expect(complaints).toMatchFileSnapshot("golden/complaints.txt");
});

test("what an error says to type works when it is pasted", async () => {
  const cwd = await temporaryFolder();
  for (const line of USAGE) {
    const { stderr } = await runCli(words(line), { cwd });
    const [, remedy = ""] = /\n {2}try: (.*)\n$/.exec(stderr) ?? [];
    for (const command of remedy.split("    or: ")) {
      if (!command.startsWith("pick-model")) continue;
      const argv = words(command).slice(1);
      const { code, stderr: complaint } = await runCli(argv, { cwd });
      expect([0, 1], `${line} -> ${command}: ${complaint}`).toContain(code);
    }
  }
});

const DOCUMENTS: [name: string, text: string | Uint8Array, stderr: string][] = [
  ["nothing", "", "stdin is empty\n"],
  ["blanks", " \n\t\n", "stdin is empty\n"],
  ["broken JSON", '{"budget": }', "stdin:1:"],
  ["broken YAML", "budget: [low\nquality: high", "stdin:"],
  [
    "an unknown key",
    "budget: low\nqualty: high\n",
    "stdin:2:1: qualty: no such field\n  try: quality\n",
  ],
  ["a duplicate key", "budget: low\nbudget: high\n", "stdin:2:1: "],
  ["a bad value", '{"budget": "cheap"}', "stdin:1:12: budget: "],
  [
    "a negative number",
    "workload: { requestsPerMonth: -1 }",
    "stdin:1:31: workload.requestsPerMonth: ",
  ],
  ["an unknown task", "task: codding", "stdin:1:7: unknown task 'codding'"],
  ["a list", "- budget: low", "stdin:1:1: "],
  ["a word", "low", "stdin:1:1: "],
  [
    "bytes that are no text",
    new Uint8Array([0x62, 0xff, 0xfe, 0x00]),
    "stdin: the document is not UTF-8 text",
  ],
  ["control characters", "budget: low\u0000", "stdin:1:12: binary data"],
  ["ten megabytes", "x".repeat(10_000_000), "stdin: the document is too large"],
  ["deep nesting", "[".repeat(100_000), "stdin:1:"],
  ["an alias bomb", aliasBomb(), "stdin:"],
  ["__proto__", '{"__proto__": {"budget": "low"}}', "stdin:1:2: "],
  ["two documents", "budget: low\n---\nbudget: high\n", "stdin:"],
];

function aliasBomb(): string {
  const lines = ["a0: &a0 [x, x]"];
  for (let at = 1; at < 30; at += 1) lines.push(`a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`);
  return lines.join("\n");
}

test.each(DOCUMENTS)("stdin holds %s: exit 2", async (_name, stdin, expected) => {
  const { code, stdout, stderr } = await runCli(["--json"], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(COMPLAINT);
  expect(stderr).toContain(expected);
});

test.each([
  ["a mark and line ends of other systems", "\uFEFFbudget: low\r\nquality: high\r\n"],
  ["the same as JSON", '\uFEFF{"budget": "low",\r\n "quality": "high"}'],
])("%s are no mistake", async (_name, stdin) => {
  const plain = await runCli(["--json"], { stdin: "budget: low\nquality: high\n" });
  expect(await runCli(["--json"], { stdin })).toEqual(plain);
  expect(plain).toMatchObject({ code: 0, stderr: "" });
});

test("a broken catalog: exit 3, naming file and line", async () => {
  const catalog = await catalogFolder({
    "models/acme/small.yaml": (text) => text.replace(/^name:/m, "nmae:"),
  });
  const checked = await runCli(["catalog", "validate", catalog]);
  expect(checked).toMatchObject({ code: 3, stdout: "" });
  expect(checked.stderr).toMatch(
    /^error: .*small\.yaml:\d+:1: nmae: no such field\n {2}try: name\n$/,
  );
});

test.each([
  ["a file that is not there", "nowhere.yaml", {}, "nowhere.yaml: no such file or folder"],
  [
    "a model nobody knows",
    "own.yaml",
    { "own.yaml": "id: gpt-5o\n" },
    "own.yaml:1:5: id: there is no model 'gpt-5o'",
  ],
  [
    "an unknown key",
    "own.yaml",
    { "own.yaml": "id: gpt-4o\nprice: 3\n" },
    "own.yaml:2:1: price: no such field",
  ],
])("--catalog and PICK_MODEL_CATALOG with %s: exit 3", async (_name, path, files, expected) => {
  const cwd = await temporaryFolder(files);
  const byOption = await runCli(["--catalog", path], { cwd });
  const byEnvironment = await runCli([], { cwd, env: { PICK_MODEL_CATALOG: path } });
  expect(byOption).toEqual(byEnvironment);
  expect(byOption).toMatchObject({ code: 3, stdout: "" });
  expect(byOption.stderr).toContain(`error: ${expected}`);
  expect(byOption.stderr.split("\n")).toHaveLength(3);
});

test("control characters of a file name do not reach the terminal", async () => {
  const { code, stderr } = await runCli(["-r", "\u001B[31mred\n.yaml"]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("\u001B");
  expect(stderr.split("\n")).toHaveLength(3);
});
