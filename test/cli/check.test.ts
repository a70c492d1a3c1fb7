/** `check`: locks that cannot be checked, and what the formats make of findings. */
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { digestOf } from "../../src/catalog/digest.ts";
import { check as checkSchema } from "../../src/answers/check/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const LOCK = "pick-model.lock.json";

async function locked(): Promise<string> {
  const cwd = await temporaryFolder({ "requirements.yaml": "budget: low\ntask: chat\n" });
  const lock = ["lock", "-r", "requirements.yaml", "--draws", "200"];
  expect(await runCli(lock, { cwd })).toMatchObject({ code: 0, stderr: "" });
  return cwd;
}

function check(cwd: string, ...argv: string[]) {
  return runCli(["check", ...argv], { cwd });
}

/** Changes the lock's JSON; with a new seal, as an older catalog would have written it. */
async function rewrite(
  cwd: string,
  change: (lock: Record<string, any>) => void, // oxlint-disable-line no-explicit-any
  isSealed: boolean,
): Promise<void> {
  const file = path.join(cwd, LOCK);
  const lock = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  change(lock);
  const { decision: _decision, accepted: _accepted, digest: _digest, ...rest } = lock;
  if (isSealed) lock["digest"] = digestOf(rest);
  await writeFile(file, JSON.stringify(lock));
}

const BROKEN: [
  name: string,
  harm: (cwd: string) => Promise<unknown>,
  code: number,
  problem: string,
][] = [
  [
    "a newer schema",
    (cwd) => rewrite(cwd, (lock) => void (lock["lockVersion"] = 2), true),
    3,
    `${LOCK}: the lock is of version 2; this program reads version 1 (update pick-model)`,
  ],
  [
    "an edit",
    (cwd) => rewrite(cwd, (lock) => void (lock["pick"].model = "gpt-4o"), false),
    3,
    `${LOCK}: the lock was edited by hand`,
  ],
  [
    "an unknown field",
    (cwd) => rewrite(cwd, (lock) => void (lock["picks"] = 1), true),
    3,
    `${LOCK}:1:`,
  ],
  [
    "a cut",
    async (cwd) => {
      const text = await readFile(path.join(cwd, LOCK), "utf8");
      await writeFile(path.join(cwd, LOCK), text.slice(0, text.length / 2));
    },
    3,
    `${LOCK}:`,
  ],
  ["nothing in it", (cwd) => writeFile(path.join(cwd, LOCK), ""), 3, `${LOCK}:1:1: `],
  [
    "requirements that moved",
    (cwd) => rename(path.join(cwd, "requirements.yaml"), path.join(cwd, "moved.yaml")),
    2,
    "requirements.yaml': there is no such file",
  ],
  [
    "requirements that no longer hold",
    (cwd) => writeFile(path.join(cwd, "requirements.yaml"), "budgte: low\n"),
    2,
    "requirements.yaml:1:1: budgte: no such field (did you mean 'budget'?)",
  ],
];

test.each(BROKEN)("a lock with %s cannot be checked", async (_name, harm, code, problem) => {
  const cwd = await locked();
  await harm(cwd);
  const outcome = await check(cwd, "--json");
  expect(outcome).toMatchObject({ code, stderr: "" });
  const checked = checkSchema.parse(JSON.parse(outcome.stdout));
  expect(checked).toMatchObject({ verdict: "error", examined: 1 });
  expect(checked.checks[0]?.problem).toContain(problem);
});

test("a named lock that is not there is said in the table, and the other is checked", async () => {
  const cwd = await locked();
  const outcome = await check(cwd, LOCK, "gone.lock.json", "--json");
  expect(outcome.code).toBe(3);
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    checks: [
      { verdict: "error", problem: expect.stringContaining("there is no such lock") },
      { verdict: "pass" },
    ],
  });
});

test("a lock of a model that the catalog no longer has fails and says so", async () => {
  const cwd = await locked();
  await rewrite(cwd, (lock) => void (lock["pick"].model = "gpt-3"), true);
  const outcome = await check(cwd, "--json");
  expect(outcome).toMatchObject({ code: 1, stderr: "" });
  const codes = checkSchema
    .parse(JSON.parse(outcome.stdout))
    .checks[0]?.findings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["unknown-model", "pick-changed"]));
});

test("decision and accepted may be edited by hand; a day nobody can read counts as past", async () => {
  const cwd = await locked();
  const by = { by: "ops", reason: "agreed" };
  await rewrite(
    cwd,
    (lock) => {
      lock["decision"] = { model: "gpt-4o", ...by, until: "2026-11-21" };
      lock["accepted"] = [
        { code: "catalog-stale", ...by, expires: "next week" },
        { code: "cost-rose", ...by, expires: "2027-11-22" },
      ];
    },
    false,
  );
  const outcome = await check(cwd, "--max-catalog-age", "1", "--json");
  expect(outcome).toMatchObject({ code: 1, stderr: "" });
  const [checked] = checkSchema.parse(JSON.parse(outcome.stdout)).checks;
  expect(checked?.guarded).toBe("gpt-4o-mini");
  expect(checked?.findings.map(({ code, level, message }) => ({ code, level, message }))).toEqual(
    expect.arrayContaining([
      {
        code: "decision-lapsed",
        level: "warning",
        message: "the choice of gpt-4o by ops no longer counts: it ended on 2026-11-21",
      },
      {
        code: "acceptance-lapsed",
        level: "warning",
        message: "catalog-stale, accepted by ops, no longer passes: 'next week' is no date",
      },
      {
        code: "acceptance-lapsed",
        level: "warning",
        message:
          "cost-rose, accepted by ops, no longer passes: 2027-11-22 is more than 180 days ahead",
      },
    ]),
  );
});

test("requirements edited since the lock are named field by field", async () => {
  const cwd = await locked();
  await writeFile(
    path.join(cwd, "requirements.yaml"),
    "task: chat\nbudget: medium\nworkload: { requestsPerMonth: 10 }\n",
  );
  const { stdout } = await check(cwd, "--json");
  expect(checkSchema.parse(JSON.parse(stdout)).checks[0]?.findings).toContainEqual({
    code: "requirements-edited",
    level: "warning",
    cause: "requirements",
    message: "the requirements were edited since the lock: budget, workload.requestsPerMonth",
  });
});

test("a lock without a file holds its requirements itself", async () => {
  const cwd = await temporaryFolder();
  await runCli(["lock", "--draws", "100"], { cwd, stdin: "budget: low\n" });
  expect(await check(cwd)).toMatchObject({ code: 0, stderr: "" });
  await rm(path.join(cwd, LOCK));
  const { code, stdout, stderr } = await check(cwd);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`check: there is no ${LOCK} in this folder`);
});

const USAGE: [argv: string[], stderr: string][] = [
  [["--budget", "low"], "check: requirements alone are nothing to check"],
  [[LOCK, "--budget", "low"], "check: a lock has requirements of its own"],
  [["--expect", "gpt-7"], "--expect: unknown model 'gpt-7'"],
  [["--fail-within", "-1"], "--fail-within: '-1' is negative"],
  [["--fail-within", "x"], "--fail-within: 'x' is not a number of days"],
  [["--min-confidence", "80"], "--min-confidence: '80' is above 1"],
  [["--min-confidence", "101%"], "--min-confidence: '101%' is above 1"],
  [["--max-cost-rise", "ten"], "--max-cost-rise: 'ten' is not a percentage"],
  [["--ignore-cause", "weather"], "--ignore-cause: unknown value 'weather'"],
  [["--expect", "gpt-4o", "--budget", "low", "--update"], "--update: there is no lock to update"],
  [[""], "check: a path is empty"],
];

test.each(USAGE)("check %j: exit 2", async (argv, expected) => {
  const { code, stdout, stderr } = await check(await locked(), ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(COMPLAINT);
  expect(stderr).toContain(expected);
});

test("forty failing locks: nine annotations and a tenth that counts the others", async () => {
  const cwd = await locked();
  const text = await readFile(path.join(cwd, LOCK), "utf8");
  await Promise.all(
    Array.from({ length: 39 }, (_, place) => writeFile(path.join(cwd, `${place}.${LOCK}`), text)),
  );
  const env = { GITHUB_STEP_SUMMARY: path.join(cwd, "summary.md") };
  const argv = ["check", ".", "--as-of", "2027-01-02", "--max-catalog-age", "365", "-f", "github"];
  const { code, stdout } = await runCli(argv, { cwd, env });
  expect(code).toBe(1);
  const errors = stdout.split("\n").filter((line) => line.startsWith("::error"));
  expect(errors).toHaveLength(10);
  expect(errors.at(-1)).toBe("::error::and 31 more, see the summary");
  const summary = await readFile(env.GITHUB_STEP_SUMMARY, "utf8");
  expect(summary.match(/^\| \d+\.pick-model/gm)).toHaveLength(39);
});

const SNAPSHOT = "gpt-4o-mini-2024-07-18";
const DEARER = `id: gpt-4o-mini
sources:
  - { id: own, title: Our contract, publisher: Us, class: own, checked: 2026-11-01, published: 2026-11-01 }
prices:
  standard:
    input: [{ value: 0.9, source: own, observed: 2026-11-01 }]
`;

test("a choice that is a snapshot is guarded like a model: its ending and its price", async () => {
  const cwd = await temporaryFolder({ "dearer.yaml": DEARER });
  const decide = ["--decide", SNAPSHOT, "--reason", "pinned"];
  const lock = ["lock", "--draws", "200", "--task", "chat", ...decide];
  expect(await runCli(lock, { cwd })).toMatchObject({ code: 0, stderr: "" });
  const holds = `1 lock holds: ${SNAPSHOT}, shuts down on 2027-01-14`;
  expect((await check(cwd)).stdout).toContain(holds);
  const late = await check(cwd, "--as-of", "2027-01-10", "--max-catalog-age", "400");
  expect(late.code).toBe(1);
  expect(late.stdout).toContain("failure shutdown-announced (time)");
  const dear = await check(cwd, "--catalog", "dearer.yaml", "--max-cost-rise", "10");
  expect(dear.code).toBe(1);
  expect(dear.stdout).toContain("failure cost-rose (catalog)");
  // A lock that is there learns of another choice, which its question does not compare.
  const other = ["lock", "--decide", "gpt-4o-2024-11-20", "--reason", "tested"];
  expect((await runCli(other, { cwd })).code).toBe(0);
  expect((await check(cwd)).stdout).toContain("1 lock holds: gpt-4o-2024-11-20");
});

test("a snapshot may be expected where the pick is that snapshot", async () => {
  const cwd = await locked();
  expect((await check(cwd, "--expect", SNAPSHOT)).code).toBe(0);
  expect((await check(cwd, "--expect", "gpt-4o-2024-11-20")).code).toBe(1);
});

test("an expectation that fails beside a lock that holds is told apart from it", async () => {
  const cwd = await locked();
  const plain = await check(cwd, "--expect", "gpt-4o");
  expect(plain.code).toBe(1);
  expect(plain.stdout).toContain("the lock holds, the expectation fails");
  expect(plain.stdout.replaceAll(/\s+/g, " ")).toContain(
    "expected gpt-4o, the pick is gpt-4o-mini",
  );
  await rename(path.join(cwd, LOCK), path.join(cwd, "a.lock.json"));
  await copyFile(path.join(cwd, "a.lock.json"), path.join(cwd, "b.lock.json"));
  const many = await check(cwd, "a.lock.json", "b.lock.json", "--expect", "gpt-4o");
  expect(many.stdout).toContain("2 locks: 2 hold, 2 EXPECTATIONS FAIL");
});

test("no table where nothing could be read, and equal mistakes once", async () => {
  const cwd = await temporaryFolder({
    "a/pick-model.lock.json": "{}",
    "b/pick-model.lock.json": "{}",
    "c/pick-model.lock.json": "[",
  });
  const one = await runCli(["check", "nosuch"], { cwd });
  expect(one).toMatchObject({ code: 3, stderr: "" });
  expect(one.stdout).toBe(
    "  1 lock examined: 1 cannot be checked\n\n" +
      "  - nosuch: error there is no such lock (pick-model lock -o nosuch writes one)\n",
  );
  expect(one.stdout).not.toContain("verdict");
  const all = await runCli(["check", "."], { cwd });
  expect(all.stdout).toContain("3 locks: 3 CANNOT BE READ");
  expect(all.stdout).toMatch(/\n {2}a and b {3}pick-model\.lock\.json:1:1: .*\n/);
});

test("a lock that holds shows its remarks, with the codes that accept them", async () => {
  const { code, stdout, stderr } = await check(await locked());
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^ {2}1 lock holds: .*; 2 remarks\n\n/);
  expect(stdout.match(/^ {2}- .*: (?:warning|notice) [a-z-]+ \(/gm)).toHaveLength(2);
});

test("one line names edited requirements and lapsed decisions, also where all is well", async () => {
  const cwd = await locked();
  await writeFile(path.join(cwd, "requirements.yaml"), "budget: low\ntask: chat\nstream: true\n");
  const edited = await check(cwd);
  expect(edited.code).toBe(0);
  const line = edited.stdout.replaceAll(/\s+/g, " ");
  expect(line).toContain("the requirements were edited since the lock: stream; 2 remarks");

  await rewrite(
    cwd,
    (lock) =>
      void (lock["decision"] = { model: "gpt-4o", by: "ada", reason: "r", until: "2026-11-21" }),
    false,
  );
  const lapsed = await check(cwd);
  expect(lapsed.code).toBe(0);
  expect(lapsed.stdout.replaceAll(/\s+/g, " ")).toContain(
    "the choice of gpt-4o by ada no longer counts: it ended on 2026-11-21",
  );
});

test("whatever matches no lock is named, also beside what does", async () => {
  const cwd = await locked();
  await mkdir(path.join(cwd, "empty"));
  for (const nothing of ["empty", "zz*.json"]) {
    const outcome = await check(cwd, LOCK, nothing);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toContain(`check: no lock matches ${nothing}\n`);
  }
  expect(await check(cwd, "*.json")).toMatchObject({ code: 0, stderr: "" });
});

test("a share is no longer than any other value, whatever stands before its sign", async () => {
  for (const option of ["--max-cost-rise", "--min-confidence"]) {
    const { code, stderr } = await runCli(["check", option, `1${" ".repeat(300)}%`]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`${option}: '1`) as string,
    });
    expect(stderr).toContain("is too long for a value");
  }
});

test("a lock is counted once, however it is spelt", async () => {
  const cwd = await locked();
  const { stdout } = await check(cwd, LOCK, `./${LOCK}`, path.join(cwd, LOCK), ".", "*.lock.json");
  expect(stdout).toMatch(/^ *1 lock holds/);
});
