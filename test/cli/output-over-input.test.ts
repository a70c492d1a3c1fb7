/** No file that an answer is made from is lost to the answer. */
import { link, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { runCli } from "../support/run.ts";

const REQUIREMENTS = "budget: low\n";
const LINES = '{"task":"chat"}\n';
const CATALOG = JSON.stringify({
  id: "gpt-4o-mini",
  sources: [OWN_SOURCE],
  speed: { outputTokensPerSecond: [{ value: 50, source: "own", observed: "2026-11-01" }] },
});

async function folder(): Promise<string> {
  const cwd = await temporaryFolder({
    "r.yaml": REQUIREMENTS,
    "b.ndjson": LINES,
    "own/c.json": CATALOG,
  });
  await runCli(["lock", "-b", "low", "-o", "k.lock.json", "--draws", "100"], { cwd });
  await runCli(["lock", "-b", "low", "--draws", "100"], { cwd });
  await symlink("r.yaml", path.join(cwd, "symlink.yaml"));
  await link(path.join(cwd, "r.yaml"), path.join(cwd, "hard-link.yaml"));
  return cwd;
}

test.each([
  ["-r r.yaml -o r.yaml --json", "r.yaml"],
  ["-r ./r.yaml -o own/../r.yaml", "r.yaml"],
  ["-r r.yaml -o symlink.yaml", "r.yaml"],
  ["-r symlink.yaml -o hard-link.yaml", "r.yaml"],
  ["report -r r.yaml -o r.yaml --static", "r.yaml"],
  ["cost -r r.yaml -o r.yaml", "r.yaml"],
  ["batch b.ndjson -o b.ndjson", "b.ndjson"],
  ["--catalog own/c.json -o own/c.json", "own/c.json"],
  ["--catalog own -o own/c.json", "own/c.json"],
  ["catalog validate own/c.json -o own/c.json", "own/c.json"],
  ["check k.lock.json -o k.lock.json", "k.lock.json"],
  ["check *.lock.json -o k.lock.json", "k.lock.json"],
  ["check . -o k.lock.json", "k.lock.json"],
  ["check -o pick-model.lock.json", "pick-model.lock.json"],
])("%s is refused, and the file stays", async (line, file) => {
  const cwd = await folder();
  const before = await readFile(path.join(cwd, file), "utf8");
  const refused = await runCli(line.split(" "), { cwd });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toMatch(
    /^error: --output \S+: would be written over \S+, which is read\n {2}try: name another file\n$/,
  );
  expect(await readFile(path.join(cwd, file), "utf8")).toBe(before);
});

test("a catalog of the environment is an input too", async () => {
  const cwd = await folder();
  const env = { PICK_MODEL_CATALOG: "own/c.json" };
  expect(await runCli(["-o", "own/c.json"], { cwd, env })).toMatchObject({ code: 2, stdout: "" });
  expect(await readFile(path.join(cwd, "own/c.json"), "utf8")).toBe(CATALOG);
});

test("another file beside them is written, one that was there replaced", async () => {
  const cwd = await folder();
  for (const [line, stderr] of [
    ["-r r.yaml -o answer.txt", /^note: wrote answer.txt: .*\n$/],
    ["batch b.ndjson -o answer.txt --draws 0", /^note: 1 line: 1 answered, 0 failed\n$/],
  ] as const) {
    const outcome = await runCli(line.split(" "), { cwd });
    expect(outcome).toEqual({ code: 0, stdout: "", stderr: expect.stringMatching(stderr) });
  }
  expect(await readFile(path.join(cwd, "answer.txt"), "utf8")).toMatch(/^\{"schemaVersion":1/);
});

test.each([
  ["answer.json", /^\{\n {2}"schemaVersion": 1/],
  ["ANSWER.JSON", /^\{\n {2}"schemaVersion": 1/],
  ["answer.yaml", /^schemaVersion: 1\n/],
  ["answer.yml", /^schemaVersion: 1\n/],
  ["answer.md", /^## /],
  ["answer.csv", /^model,snapshot,/],
  ["answer.txt", /^ {2}GPT/],
  ["answer", /^ {2}GPT/],
])("-o %s holds what its name says", async (file, text) => {
  const cwd = await temporaryFolder();
  expect(await runCli(["-b", "low", "-o", file], { cwd })).toEqual({
    code: 0,
    stdout: "",
    stderr: expect.stringContaining(`note: wrote ${file}: `),
  });
  expect(await readFile(path.join(cwd, file), "utf8")).toMatch(text);
});

test("a stated format goes before a name, and a lock's own name asks for none", async () => {
  const cwd = await temporaryFolder();
  await runCli(["-b", "low", "-f", "csv", "-o", "answer.json"], { cwd });
  expect(await readFile(path.join(cwd, "answer.json"), "utf8")).toMatch(/^model,snapshot,/);
  const locked = await runCli(["lock", "-b", "low", "-o", "a.lock.json"], { cwd });
  expect(locked.stdout).not.toMatch(/^\{/);
});

test("what keeps a check from being made is heard where its table goes unseen", async () => {
  const cwd = await temporaryFolder({ "pick-model.lock.json": "{}" });
  const heard = "error: 1 lock examined: 1 cannot be checked\n";
  for (const [options, written] of [
    [["-o", "table.txt"], "note: wrote table.txt\n"],
    [["--quiet"], ""],
  ] as const) {
    expect(await runCli(["check", ...options], { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr: `${written}${heard}`,
    });
  }
});

test("a name of blanks is no name", async () => {
  expect(await runCli(["-o", " "])).toMatchObject({ code: 2, stdout: "" });
});
