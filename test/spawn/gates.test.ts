/** Every gate of `check`, both ways, through the built program: what a pipeline sees is its exit code. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");
const LOCK = "pick-model.lock.json";
const DAY = ["--as-of", "2026-11-22"];
const FEW_DRAWS = ["--draws", "200"];

const REQUIREMENTS = `budget: low
task: chat
workload:
  requestsPerMonth: 20000
`;

/** A price of one's own that the vendor's list contradicts. */
const DISPUTED_PRICE = `id: gpt-4o-mini
sources:
  - id: our-contract
    title: Our contract
    publisher: us
    class: own
    checked: 2026-11-20
prices:
  standard:
    input:
      - { value: 0.9, source: our-contract, observed: 2026-11-20, from: 2026-01-01 }
`;

function program(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
  return spawned(PROGRAM, argv, { cwd, stdin: "", env: { GITHUB_STEP_SUMMARY: "", ...env } });
}

async function locked(...options: string[]): Promise<string> {
  const cwd = await temporaryFolder({
    "requirements.yaml": REQUIREMENTS,
    "own.yaml": DISPUTED_PRICE,
  });
  const argv = ["lock", "-r", "requirements.yaml", ...FEW_DRAWS, ...options];
  const days = options.includes("--as-of") ? [] : DAY;
  const { code, stderr } = await program(cwd, [...argv, ...days]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return cwd;
}

async function edit(cwd: string, file: string, change: (text: string) => string): Promise<void> {
  const at = path.join(cwd, file);
  await writeFile(at, change(await readFile(at, "utf8")));
}

interface Gate {
  /** What happens to the project between the lock and the check. */
  before?: (cwd: string) => Promise<unknown>;
  lock?: string[];
  fails: string[];
  code: string;
  cause: string;
  passes: string[];
}

const LATE = ["--as-of", "2027-01-02", "--max-catalog-age", "365"];
const more = (cwd: string) =>
  edit(cwd, "requirements.yaml", (text) => text.replace("20000", "30000"));

const GATES: Record<string, Gate> = {
  "the pick changed": {
    before: (cwd) =>
      edit(cwd, "requirements.yaml", () => "budget: unlimited\ntask: coding\nquality: critical\n"),
    fails: DAY,
    code: "pick-changed",
    cause: "requirements",
    passes: [...DAY, "--ignore-cause", "requirements"],
  },
  "the shutdown is near": {
    fails: LATE,
    code: "shutdown-announced",
    cause: "time",
    passes: [...LATE, "--fail-within", "5"],
  },
  "the model is shut down": {
    fails: ["--as-of", "2027-01-20", "--max-catalog-age", "365"],
    code: "pick-changed",
    cause: "time",
    passes: ["--as-of", "2027-01-14", "--max-catalog-age", "365", "--ignore-cause", "time"],
  },
  "a shutdown the lock does not know": {
    lock: ["--as-of", "2026-06-01"],
    fails: DAY,
    code: "shutdown-announced",
    cause: "time",
    passes: [...DAY, "--ignore-cause", "time"],
  },
  "the month costs more": {
    before: more,
    fails: [...DAY, "--max-cost-rise", "49"],
    code: "cost-rose",
    cause: "requirements",
    passes: [...DAY, "--max-cost-rise", "51"],
  },
  "a fact is old": {
    fails: [...DAY, "--max-age", "1"],
    code: "fact-stale",
    cause: "time",
    passes: [...DAY, "--max-age", "3650"],
  },
  "a fact has become disputed": {
    fails: [...DAY, "--catalog", "own.yaml"],
    code: "fact-disputed",
    cause: "catalog",
    passes: DAY,
  },
  "the catalog is old": {
    fails: ["--as-of", "2026-12-10", "--max-catalog-age", "20"],
    code: "catalog-stale",
    cause: "time",
    passes: ["--as-of", "2026-12-10", "--max-catalog-age", "60"],
  },
  "the pick is not sure enough": {
    before: (cwd) =>
      edit(cwd, "requirements.yaml", () => "budget: low\ntask: coding\nquality: high\n"),
    fails: [...DAY, "--min-confidence", "99%"],
    code: "confidence-low",
    cause: "requirements",
    passes: [...DAY, "--min-confidence", "0.1"],
  },
  "another model was expected": {
    fails: [...DAY, "--expect", "gpt-4o"],
    code: "not-expected",
    cause: "requirements",
    passes: [...DAY, "--expect", "gpt-4o-mini"],
  },
};

interface Finding {
  code: string;
  cause: string;
  level: string;
  passes?: string;
}

function findingsIn(stdout: string): Finding[] {
  const { checks } = JSON.parse(stdout) as { checks: { findings: Finding[] }[] };
  return checks.flatMap(({ findings }) => findings);
}

describe.each(Object.entries(GATES))(
  "%s",
  (_name, { before, lock, fails, passes, code, cause }) => {
    test("exit 1, with code and cause", async () => {
      const cwd = await locked(...(lock ?? []));
      await before?.(cwd);
      const checked = await program(cwd, ["check", ...fails, "--json"]);
      expect(checked).toMatchObject({ code: 1, stderr: "" });
      const failing = findingsIn(checked.stdout).filter(
        (each) => each.level === "failure" && each.passes === undefined,
      );
      expect(failing).toContainEqual(expect.objectContaining({ code, cause }));
      const shown = await program(cwd, ["check", ...fails]);
      expect(shown).toMatchObject({ code: 1, stderr: "" });
      expect(shown.stdout).toContain(code);
    });

    test("exit 0, as its first line says", async () => {
      const cwd = await locked(...(lock ?? []));
      await before?.(cwd);
      const checked = await program(cwd, ["check", ...passes]);
      expect(checked).toMatchObject({ code: 0, stderr: "" });
      expect(checked.stdout).toMatch(/^ {2}1 lock holds: [^\n]+\n/);
    });
  },
);

test("a finding passes while it is accepted, and no day longer", async () => {
  const cwd = await locked();
  const accept = ["lock", "--accept", "shutdown-announced", "--expires", "2027-01-05"];
  const by = ["--reason", "migrating", "--by", "ops", ...DAY];
  expect(await program(cwd, [...accept, ...by])).toMatchObject({ code: 0, stderr: "" });
  expect(await program(cwd, ["check", ...LATE])).toMatchObject({ code: 0 });
  const late = ["--as-of", "2027-01-06", "--max-catalog-age", "365"];
  const lapsed = await program(cwd, ["check", ...late]);
  expect(lapsed.code).toBe(1);
  expect(lapsed.stdout).toContain("acceptance-lapsed");
});

test("a team's own choice is guarded instead of the pick", async () => {
  const cwd = await locked("--decide", "gpt-4o", "--reason", "approved by legal", "--by", "ops");
  const held = await program(cwd, ["check", ...DAY, "--json"]);
  expect(held).toMatchObject({ code: 0, stderr: "" });
  expect(findingsIn(held.stdout)).toContainEqual(
    expect.objectContaining({ code: "pick-differs", level: "notice" }),
  );
  await edit(cwd, "requirements.yaml", (text) => `${text}limits: { usdPerMonth: 50 }\n`);
  const out = await program(cwd, ["check", ...DAY, "--json"]);
  expect(out.code).toBe(1);
  expect(findingsIn(out.stdout)).toContainEqual(
    expect.objectContaining({ code: "choice-excluded", cause: "requirements" }),
  );
});

test("--update rewrites the lock, says what changed, and the next check passes", async () => {
  const cwd = await locked();
  await edit(
    cwd,
    "requirements.yaml",
    () => "budget: unlimited\ntask: coding\nquality: critical\n",
  );
  expect(await program(cwd, ["check", ...DAY])).toMatchObject({ code: 1 });
  const updated = await program(cwd, ["check", ...DAY, "--update"]);
  expect(updated).toMatchObject({ code: 0, stderr: "" });
  expect(updated.stdout).toContain("pick: gpt-4o-mini → gpt-4o");
  expect(await program(cwd, ["check", ...DAY])).toMatchObject({ code: 0 });
});

test("--expect needs no lock", async () => {
  const cwd = await temporaryFolder();
  const question = ["check", "--budget", "low", ...DAY, ...FEW_DRAWS, "--expect"];
  expect(await program(cwd, [...question, "gpt-4o-mini"])).toMatchObject({ code: 0 });
  expect(await program(cwd, [...question, "gpt-4o"])).toMatchObject({ code: 1 });
});

test("many locks: one table, one verdict, and a broken one does not hide the others", async () => {
  const cwd = await locked();
  await mkdir(path.join(cwd, "services"));
  const text = await readFile(path.join(cwd, LOCK), "utf8");
  const elsewhere = text.replace("requirements.yaml", "../requirements.yaml");
  await writeFile(path.join(cwd, "services", `a.${LOCK}`), elsewhere);
  const edited = await program(cwd, ["check", ".", ...DAY, "--json"]);
  expect(edited.code).toBe(3);
  expect(JSON.parse(edited.stdout)).toMatchObject({
    verdict: "error",
    examined: 2,
    checks: [
      { lock: LOCK, verdict: "pass" },
      { lock: path.join("services", `a.${LOCK}`), verdict: "error" },
    ],
  });
  await rm(path.join(cwd, "services", `a.${LOCK}`));
  const relock = ["lock", "-r", "requirements.yaml", "-o", path.join("services", `a.${LOCK}`)];
  expect(await program(cwd, [...relock, ...DAY, ...FEW_DRAWS])).toMatchObject({ code: 0 });
  const both = await program(cwd, ["check", "**/*.lock.json", ...DAY]);
  expect(both).toMatchObject({ code: 0, stderr: "" });
  expect(both.stdout).toMatch(/^ {2}2 locks hold; 4 remarks\n\n {2}- 2 locks \([^)]+\): warning\s/);
  await writeFile(path.join(cwd, "services", `a.${LOCK}`), text.slice(0, 200));
  const cut = await program(cwd, ["check", "services", LOCK, ...DAY, "--format", "github"]);
  expect(cut).toMatchObject({ code: 3, stderr: "" });
  expect(cut.stdout).toMatch(/^::error file=services\/a\.pick-model\.lock\.json,/);
});

test("nothing to check is exit 2, silent on stdout", async () => {
  const cwd = await temporaryFolder();
  for (const argv of [["check"], ["check", "."], ["check", "**/*.lock.json"]]) {
    const { code, stdout, stderr } = await program(cwd, argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: [^\n]*lock[^\n]*\n {2}try: [^\n]+\n$/);
  }
});

test("a folder that cannot be written to keeps its old lock whole", async () => {
  const cwd = await locked();
  const before = await readFile(path.join(cwd, LOCK), "utf8");
  const target = path.join("no", "such", "folder.lock.json");
  const { code, stdout, stderr } = await program(cwd, ["lock", "-b", "high", "-o", target]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`cannot write '${target}'`);
  if (process.getuid?.() !== 0) {
    await chmod(cwd, 0o555);
    expect(await program(cwd, ["lock", "-b", "high"])).toMatchObject({ code: 2, stdout: "" });
    await chmod(cwd, 0o755);
  }
  expect(await readFile(path.join(cwd, LOCK), "utf8")).toBe(before);
});

test("two locks written at once leave one of them, whole", async () => {
  const cwd = await temporaryFolder();
  const runs = ["low", "high", "low", "high"].map((budget) =>
    program(cwd, ["lock", "--budget", budget, ...DAY, ...FEW_DRAWS, "--quiet"]),
  );
  const ends = await Promise.all(runs);
  expect(ends).toContainEqual(expect.objectContaining({ code: 0, stderr: "" }));
  for (const { code, stderr } of ends.filter((each) => each.code !== 0)) {
    // What another one wrote meanwhile is not undone.
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ${LOCK}: somebody else has changed the lock meanwhile\n  try: run it again\n`,
    });
  }
  expect(await readdir(cwd)).toEqual([LOCK]);
  expect(await program(cwd, ["check", ...DAY])).toMatchObject({ code: 0, stderr: "" });
});

test("a lock may be written to a device, which holds none to renew", async () => {
  const command = `"${PROGRAM}" lock --task chat --as-of 2026-11-22 --quiet -o /dev/stdout | head -n 1`;
  expect(await spawned("bash", ["-c", command])).toEqual({ code: 0, stdout: "{\n", stderr: "" });
});

test("the summary of a step is written only when the format is asked for", async () => {
  const cwd = await locked();
  const env = { GITHUB_STEP_SUMMARY: path.join(cwd, "summary.md"), GITHUB_ACTIONS: "true" };
  await program(cwd, ["check", ...DAY], env);
  expect(await readdir(cwd)).not.toContain("summary.md");
  const { code } = await program(cwd, ["check", ...DAY, "--format", "github"], env);
  expect(code).toBe(0);
  expect(await readFile(path.join(cwd, "summary.md"), "utf8")).toContain(`| ${LOCK} |`);
});

test("batch: exit 2 when a line failed, 0 when none did, records in order", async () => {
  const good = '{"budget":"low"}\r\n\n{"task":"coding"}';
  const run = (stdin: string, ...options: string[]) =>
    spawned(PROGRAM, ["batch", "--draws", "0", ...DAY, ...options], { stdin });
  const answered = await run(good);
  expect(answered).toMatchObject({ code: 0, stderr: "" });
  expect(answered.stdout.split("\n")).toHaveLength(3);
  const mixed = await run(`nothing\n${good}`);
  const said = "note: 3 lines: 2 answered, 1 failed (line 1)\n";
  expect(mixed).toMatchObject({ code: 2, stderr: said });
  const records = mixed.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(records).toMatchObject([{ line: 1 }, { schemaVersion: 1 }, { schemaVersion: 1 }]);
  const stopped = await run(`nothing\n${good}`, "--fail-fast");
  expect(stopped.code).toBe(2);
  expect(stopped.stdout.split("\n")).toHaveLength(2);
});

test("batch stops when nobody reads any more", async () => {
  const lines = `yes '{"budget":"low"}' | head -n 100000`;
  const command = `${lines} | "${PROGRAM}" batch --draws 0 | head -n 1 | head -c 1; echo " \${PIPESTATUS[2]}"`;
  expect(await spawned("bash", ["-c", command])).toEqual({ code: 0, stdout: "{ 0\n", stderr: "" });
});
