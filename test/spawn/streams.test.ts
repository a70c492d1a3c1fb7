/** Pipes, devices and closed ends, as shells make them. */
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = `"${path.join(BUILT, "bin.cjs")}"`;
const NOTE_LENGTH = 2000;
const CLAIMS = 1100;

function shell(command: string, cwd?: string) {
  return spawned("bash", ["-c", command], cwd === undefined ? {} : { cwd });
}

/** Claims with long notes: a catalog whose listing fills more than two megabytes. */
function longOverlay(): string {
  const note = "x".repeat(NOTE_LENGTH);
  const claims = Array.from({ length: CLAIMS }, (_, at) => ({
    value: at + 1,
    source: "own",
    observed: "2026-11-01",
    note,
  }));
  return JSON.stringify({
    id: "gpt-4o",
    sources: [OWN_SOURCE],
    speed: { outputTokensPerSecond: claims },
  });
}

test("two megabytes arrive whole, and a reader may stop after a line", async () => {
  const cwd = await temporaryFolder({ "own.json": longOverlay() });
  const list = `${PROGRAM} catalog show gpt-4o --json --catalog own.json`;
  const { code, stdout, stderr } = await shell(`${list} | cat; exit \${PIPESTATUS[0]}`, cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.length).toBeGreaterThan(NOTE_LENGTH * CLAIMS);
  expect(JSON.parse(stdout)).toHaveProperty("schemaVersion", 1);

  expect(await shell(`${list} | head -1; echo \${PIPESTATUS[0]}`, cwd)).toEqual({
    code: 0,
    stdout: "{\n0\n",
    stderr: "",
  });
});

test("a pipe that does not wait for its reader gets everything too", async () => {
  const cwd = await temporaryFolder({ "own.json": longOverlay() });
  const mode = "fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK)";
  const starter = `perl -MFcntl -e '${mode}; exec @ARGV'`;
  const list = `${PROGRAM} catalog show gpt-4o --json --catalog own.json`;
  const { code, stdout, stderr } = await shell(
    `${starter} ${list} | cat; exit \${PIPESTATUS[0]}`,
    cwd,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.length).toBeGreaterThan(NOTE_LENGTH * CLAIMS);
  expect(JSON.parse(stdout)).toHaveProperty("schemaVersion", 1);
});

test("input without end is refused, not read to the end", async () => {
  const { code, stdout, stderr } = await shell(`yes 'budget: low' | ${PROGRAM} --json`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^error: stdin: the document is too large.*\n {2}try: .*\n$/);
});

test.each([
  ["/dev/null", "</dev/null"],
  ["closed", "<&-"],
])("stdin %s is no input", async (_name, redirection) => {
  const { code, stdout, stderr } = await shell(`${PROGRAM} --quiet ${redirection}`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^gpt-4o(?:-mini)?\n$/);
});

test("a file as stdin is read like a pipe; an empty one is an error", async () => {
  const cwd = await temporaryFolder({ "asked.yaml": "budgt: low\n", empty: "" });
  expect(await shell(`${PROGRAM} <asked.yaml`, cwd)).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: stdin:1:1: budgt: no such field\n  try: budget\n",
  });
  const empty = await shell(`${PROGRAM} <empty`, cwd);
  expect(empty).toMatchObject({ code: 2, stdout: "" });
  expect(await shell(`printf '' | ${PROGRAM}`, cwd)).toEqual(empty);
  expect(empty.stderr).toMatch(/^error: stdin is empty\n {2}try: .*\n$/);
});

test("a full disk is said in one line", async () => {
  const { code, stderr } = await shell(`${PROGRAM} --budget low --json </dev/null >/dev/full`);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: cannot write the answer: ENOSPC.*\n$/);
});

test("an answer of no is told by the exit code", async () => {
  const { code, stdout } = await shell(`${PROGRAM} --until 2099-01-01 --json </dev/null`);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ recommendation: null });
});

test("a device is written to, not replaced", async () => {
  const { code, stdout, stderr } = await shell(
    `${PROGRAM} -b low --quiet -o /dev/stdout </dev/null | cat`,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^gpt-4o(?:-mini)?\n$/);
});
