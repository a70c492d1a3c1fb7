/** `batch` with threads: the same bytes as without, however the work is shared. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, readFile, rm, watch, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");
const LINES = 1500;
const BAD_LINE = 1200;

/** Different questions of different lengths, more than the program reads at once, one of them none at all. */
const questions = Array.from({ length: LINES }, (_, place) =>
  place + 1 === BAD_LINE
    ? "no question"
    : JSON.stringify({ task: "coding", workload: { requestsPerMonth: 100 * (place + 1) } }) +
      " ".repeat(place % 7 === 0 ? 1000 : 0),
).join("\n");

function batch(...options: string[]) {
  const brief = ["--draws", "0", "--fields", "recommendation"];
  const line = ["batch", "--as-of", "2026-11-22", ...brief, ...options];
  return spawned(PROGRAM, line, { stdin: questions });
}

test("any number of threads gives the same records in the same order", async () => {
  const alone = await batch("--threads", "1");
  expect(alone).toMatchObject({
    code: 2,
    stderr: "note: 1500 lines: 1499 answered, 1 failed (line 1200)\n",
  });
  expect(alone.stdout.trimEnd().split("\n")).toHaveLength(LINES);
  for (const threads of ["2", "3"]) expect(await batch("--threads", threads)).toEqual(alone);
});

test("--fail-fast ends at the same line", async () => {
  const alone = await batch("--threads", "1", "--fail-fast");
  expect(alone).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^note: .* 1 failed \(line 1200\)\n$/),
  });
  expect(alone.stdout.trimEnd().split("\n")).toHaveLength(BAD_LINE);
  expect(await batch("--threads", "3", "--fail-fast")).toEqual(alone);
});

test("threads decide from the user's own catalog too", async () => {
  const cwd = await temporaryFolder();
  const own = path.join(cwd, "own.json");
  const speed = { outputTokensPerSecond: [{ value: 7, source: "own", observed: "2026-11-01" }] };
  await writeFile(own, JSON.stringify({ id: "gpt-4o", sources: [OWN_SOURCE], speed }));
  const options = ["--catalog", own];
  const alone = await batch(...options, "--threads", "1");
  expect(alone).not.toEqual(await batch("--threads", "1"));
  expect(await batch(...options, "--threads", "2")).toEqual(alone);
});

test("--output holds the same records", async () => {
  const file = path.join(await temporaryFolder(), "answers.ndjson");
  const printed = await batch("--threads", "2");
  expect(await batch("--threads", "2", "-o", file)).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^note: [\d]+ lines: \d+ answered, \d+ failed \(lines? [^\n]*\)\n$/,
    ),
  });
  expect(await readFile(file, "utf8")).toBe(printed.stdout);
});

test("the threads are real: a program without their file says so, in one line", async () => {
  const folder = await temporaryFolder();
  await cp(BUILT, folder, { recursive: true });
  await rm(path.join(folder, "worker.cjs"));
  const out = path.join(folder, "answers.ndjson");
  const run = (...options: string[]) =>
    spawned(path.join(folder, "bin.cjs"), ["batch", "--draws", "0", ...options], {
      stdin: questions,
    });
  expect(await run("--threads", "1")).toMatchObject({ code: 2 });
  for (const destination of [[], ["-o", out]]) {
    const broken = await run("--threads", "2", ...destination);
    expect(broken.code).toBe(70);
    expect(broken.stderr).toMatch(/^error: internal error: .*worker.*\n {2}try: .*\n$/);
  }
  expect((await readdir(folder)).filter((name) => name.includes("answers.ndjson"))).toEqual([]);
});

test("a reader that stops early stops the threads", async () => {
  const lines = `yes '{"budget":"low"}' | head -n 20000`;
  const command = `${lines} | "${PROGRAM}" batch --draws 0 --threads 2 | head -n 1 | head -c 1; echo " \${PIPESTATUS[2]}"`;
  expect(await spawned("bash", ["-c", command])).toEqual({ code: 0, stdout: "{ 0\n", stderr: "" });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s leaves no half a file behind", async (signal) => {
  const folder = await temporaryFolder({ "answers.ndjson": "old\n" });
  const line = ["batch", "--draws", "0", "-o", path.join(folder, "answers.ndjson")];
  const child = spawn(PROGRAM, line, { stdio: ["pipe", "ignore", "pipe"] });
  const ended = once(child, "exit");
  child.stdin.on("error", () => undefined); // closed with the program
  const changes = watch(folder);
  child.stdin.write(`${questions}\n`); // and no end: the answers stay unfinished
  for await (const { filename } of changes) if (filename?.endsWith(".tmp") === true) break;
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(await readdir(folder)).toEqual(["answers.ndjson"]);
  expect(await readFile(path.join(folder, "answers.ndjson"), "utf8")).toBe("old\n");
});
