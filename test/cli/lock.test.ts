/** `lock`: what is written down, and every way of asking for it that cannot be. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { lock as lockSchema } from "../../src/answers/check/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const LOCK = "pick-model.lock.json";
const FILES = { "requirements.yaml": "budget: low\ntask: chat\n" };

async function lockIn(cwd: string, ...argv: string[]) {
  return runCli(["lock", "--draws", "200", ...argv], { cwd, env: { USER: "ada" } });
}

async function readLock(cwd: string, name = LOCK) {
  return lockSchema.parse(JSON.parse(await readFile(path.join(cwd, name), "utf8")));
}

test("a lock holds the decision, its grounds and its question", async () => {
  const cwd = await temporaryFolder(FILES);
  const outcome = await lockIn(cwd, "-r", "requirements.yaml", "--requests", "20k", "--quiet");
  expect(outcome).toEqual({ code: 0, stdout: "gpt-4o-mini\n", stderr: "" });
  const lock = await readLock(cwd);
  expect(lock).toMatchObject({
    lockVersion: 1,
    asOf: "2026-11-22",
    requirements: {
      file: "requirements.yaml",
      stated: { budget: "low", task: "chat", workload: { requestsPerMonth: 20_000 } },
      options: { workload: { requestsPerMonth: 20_000 } },
    },
    pick: { model: "gpt-4o-mini", runnerUp: "gpt-4o" },
    models: { "gpt-4o": { shutdown: "2027-01-14" }, "gpt-4o-mini": { shutdown: "2027-01-14" } },
    sampling: { draws: 200 },
  });
  expect(lock.facts.map(({ role }) => role)).toEqual(expect.arrayContaining(["price", "ending"]));
  for (const { source, observed } of lock.facts) {
    expect(source).not.toBe("");
    expect(observed <= lock.asOf).toBe(true);
  }
});

test("--json prints the lock, and the same question gives the same bytes", async () => {
  const cwd = await temporaryFolder(FILES);
  const { stdout } = await lockIn(cwd, "-r", "requirements.yaml", "--json");
  expect(stdout).toBe(await readFile(path.join(cwd, LOCK), "utf8"));
  await lockIn(cwd, "-r", "requirements.yaml", "-o", "other.json");
  expect(await readFile(path.join(cwd, "other.json"), "utf8")).toBe(stdout);
});

test("a choice and an acceptance are added without deciding again, and kept by a later lock", async () => {
  const cwd = await temporaryFolder(FILES);
  await lockIn(cwd, "-r", "requirements.yaml");
  const before = await readLock(cwd);
  await lockIn(cwd, "--decide", "gpt-4o", "--reason", "approved", "--expires", "2027-01-10");
  const accept = ["--accept", "cost-rose=gpt-4o", "--expires", "2027-05-21", "--reason", "planned"];
  expect(await lockIn(cwd, ...accept, "--by", "ops")).toMatchObject({ code: 0, stderr: "" });
  const added = {
    decision: { model: "gpt-4o", by: "ada", reason: "approved", until: "2027-01-10" },
    accepted: [
      { code: "cost-rose", model: "gpt-4o", by: "ops", reason: "planned", expires: "2027-05-21" },
    ],
  };
  expect(await readLock(cwd)).toEqual({ ...before, ...added });
  await writeFile(path.join(cwd, "requirements.yaml"), "budget: high\n");
  expect(await lockIn(cwd)).toMatchObject({ code: 0, stderr: "" });
  expect(await readLock(cwd)).toMatchObject({
    ...added,
    requirements: { stated: { budget: "high" }, file: "requirements.yaml" },
  });
});

test("over a lock that is there it says what that one was", async () => {
  const cwd = await temporaryFolder(FILES);
  const first = await lockIn(cwd, "-r", "requirements.yaml");
  expect(first.stdout).not.toContain("Was");
  const same = await lockIn(cwd);
  expect(same.stdout).toMatch(/Was {3}locked on 2026-11-22 before; nothing changed$/m);
  const later = await lockIn(cwd, "--as-of", "2026-11-24");
  expect(later.stdout).toMatch(/Was {3}locked on 2026-11-22 before; nothing changed but the day$/m);
  const other = await lockIn(cwd, "--quality", "critical", "--budget", "unlimited");
  expect(other.stdout).toContain("pick: gpt-4o-mini → gpt-4o; runner-up:");
  const decided = await lockIn(cwd, "--decide", "gpt-4o-mini", "--reason", "x", "--json");
  expect(decided.stderr).toBe(
    `note: ${LOCK}: locked on 2026-11-22 before; decision: none → gpt-4o-mini\n`,
  );
  expect((await lockIn(cwd, "--quiet")).stderr).toBe("");
});

test("of several files, or a pattern, a lock beside each", async () => {
  const model = "budget: low\ntask: chat\n";
  const cwd = await temporaryFolder({
    "services/a/model.yaml": model,
    "services/b/model.yaml": model,
    "services/b/night.yaml": "needs: [audio-input]\n",
    "services/c/model.yaml": "budget: cheep\n",
  });
  const files = ["a/model", "b/model", "b/night", "c/model"].map((name) => `services/${name}.yaml`);
  const locks = ["a/", "b/model.", "b/night.", "c/"].map((name) => `services/${name}${LOCK}`);
  const each = await lockIn(cwd, "-r", ...files);
  expect({ code: each.code, stderr: each.stderr }).toEqual({ code: 2, stderr: "" });
  expect(each.stdout).toContain("2 locks written, 2 NOT");
  expect(each.stdout).toContain("No model qualifies");
  expect(each.stdout.replaceAll(/\s+/g, " ")).toContain(
    "c/pick-model.lock.json – – model.yaml:1:9: budget:",
  );
  const there = async () =>
    (await readdir(cwd, { recursive: true })).filter((name) => name.endsWith(LOCK));
  expect((await there()).toSorted()).toEqual(locks.slice(0, 2));
  expect(await readLock(cwd, locks[1])).toMatchObject({ requirements: { file: "model.yaml" } });
  const pattern = await lockIn(cwd, "-r", "services/[ab]/m*.yaml", "--json");
  expect(pattern.code).toBe(0);
  expect(JSON.parse(pattern.stdout)).toMatchObject([
    { file: locks[0], lock: { pick: { model: "gpt-4o-mini" } }, problem: null },
    { file: `services/b/${LOCK}` },
  ]);
  expect(await lockIn(cwd, "-r", ...files, "-o", "x.json")).toMatchObject({ code: 2, stdout: "" });
  expect(await lockIn(cwd, "nothing/*.yaml")).toMatchObject({ code: 2, stdout: "" });
  const none = await lockIn(cwd, "lost.yaml", "services/c/model.yaml");
  expect({ code: none.code, stderr: none.stderr }).toEqual({ code: 2, stderr: "" });
  expect(none.stdout).toContain("0 locks written, 2 NOT");
  expect(none.stdout).not.toContain("pick-model check");
  expect((await lockIn(cwd, "services/a/model.yaml", "--quiet")).stdout).toBe("gpt-4o-mini\n");
  expect(await readLock(cwd)).toMatchObject({ requirements: { file: "services/a/model.yaml" } });
});

test("nothing qualifies: exit 1, and no lock is written or changed", async () => {
  const cwd = await temporaryFolder(FILES);
  const { code, stdout, stderr } = await lockIn(cwd, "--needs", "audio-input");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain("No model qualifies");
  expect(await readdir(cwd)).toEqual(["requirements.yaml"]);
});

const USAGE: [line: string[], stderr: string][] = [
  [["--decide", "gpt-4o"], "--decide: needs --reason"],
  [["--decide", "gpt-7", "--reason", "x"], "--decide: unknown model 'gpt-7'"],
  [
    ["--accept", "cost-rose", "--reason", "x"],
    "--accept: needs --expires: nothing is accepted for ever",
  ],
  [
    ["--accept", "cost-risen", "--reason", "x", "--expires", "2027-01-01"],
    "--accept: no finding is called 'cost-risen'\n  try: pick-model lock --draws 200 --accept cost-rose --reason x --expires 2027-01-01",
  ],
  [
    ["--accept", "cost-rose", "--reason", "x", "--expires", "2027-05-22"],
    "--expires 2027-05-22: 2027-05-22 is more than 180 days ahead\n  try: from 2026-11-22 to 2027-05-21",
  ],
  [
    ["--accept", "cost-rose", "--reason", "x", "--expires", "2026-11-21"],
    "--expires 2026-11-21: it ended on 2026-11-21\n  try: from 2026-11-22 to 2027-05-21",
  ],
  [["--accept", "cost-rose", "--reason", "x", "--expires", "soon"], "--expires: 'soon'"],
  [["--reason", "x"], "--reason: says nothing by itself"],
  [["-o", "-"], "--output -: a lock is a file\n  try: name it, or print it with --json"],
  [["-o", "."], "--output: cannot write '.': it is a folder"],
  [
    ["--decide", "gpt-4o", "--accept", "cost-rose", "--reason", "x"],
    "--decide and --accept: each need a reason of their own",
  ],
];

test.each(USAGE)("lock %j: exit 2", async (argv, expected) => {
  const cwd = await temporaryFolder(FILES);
  const { code, stdout, stderr } = await lockIn(cwd, ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(COMPLAINT);
  expect(stderr).toContain(expected);
  expect(await readdir(cwd)).toEqual(["requirements.yaml"]);
});
