/** What the outside does to the program: folders that are gone, full disks, silent pipes, others who write at once. */
import { mkdtemp, readdir, readFile, rmdir, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");
const shell = (script: string, cwd?: string) =>
  spawned("bash", ["-c", script, PROGRAM], cwd === undefined ? {} : { cwd });

test("a working folder that was removed keeps nothing from being answered that needs no file", async () => {
  const gone = await mkdtemp(path.join(tmpdir(), "pick-model-"));
  const inGone = `cd ${gone} && rmdir ${gone} && "$0"`;
  expect(await shell(`${inGone} -b low --quiet </dev/null`)).toEqual({
    code: 0,
    stdout: "gpt-4o-mini\n",
    stderr: "",
  });
  await expect(rmdir(gone)).rejects.toThrow("ENOENT");
});

test.each(["-r r.yaml", "-b low -o answer.txt", "blah", "lock -b low"])(
  "in a folder that was removed, %s says so in a line",
  async (line) => {
    const gone = await mkdtemp(path.join(tmpdir(), "pick-model-"));
    const { code, stdout, stderr } = await shell(
      `cd ${gone} && rmdir ${gone} && "$0" ${line} </dev/null`,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: [^\n]+\n {2}try: [^\n]+\n$/);
  },
);

test.each([
  ["-b lwo", 2],
  ["-r -", 2],
  ["--catalog missing.yaml", 3],
  ["check missing.lock.json", 3],
  ["-b low --latency batch", 0],
])("%s gives its code where nobody hears a word", async (line, code) => {
  expect((await shell(`"$0" ${line} 2>/dev/full </dev/null`)).code).toBe(code);
  if (code !== 0) {
    const both = await shell(`"$0" ${line} >/dev/full 2>/dev/full </dev/null`);
    expect([2, code]).toContain(both.code);
  }
});

test("an answer that cannot be written is code 2, whatever stderr does", async () => {
  expect((await shell(`"$0" -b low >/dev/full 2>/dev/full </dev/null`)).code).toBe(2);
  const heard = await shell(`"$0" -b low >/dev/full </dev/null`);
  expect(heard).toMatchObject({ code: 2 });
  expect(heard.stderr).toMatch(/^error: cannot write the answer: [^\n]+\n$/);
});

test("a pipe that stays silent is let go of, one that speaks late is read", async () => {
  const silent = await spawned(PROGRAM, ["--quiet", "--as-of", "2026-11-22"], { stdin: null });
  expect(silent).toEqual({ code: 0, stdout: "gpt-4o-mini\n", stderr: "" });
  const late = await shell(
    `(sleep 1; echo '{"task":"coding"}') | "$0" --json --as-of 2026-11-22 | grep -c '"task": "coding"'`,
  );
  expect(late).toEqual({ code: 0, stdout: "1\n", stderr: "" });
});

test("many threads on a pipe say nothing of their own", async () => {
  const lines = `for n in $(seq 900); do echo '{}'; done`;
  const options = "batch --draws 0 --threads 12 --fields recommendation";
  expect(await shell(`(${lines}) | "$0" ${options} | wc -l | tr -d ' '`)).toEqual({
    code: 0,
    stdout: "900\n",
    stderr: "",
  });
});

test("a page that was opened is kept for a while, and not for ever", async () => {
  const cwd = await temporaryFolder();
  const open = async () => {
    const line = `BROWSER=true TMPDIR=${cwd} "$0" report -b low --static --open </dev/null`;
    const { code, stderr } = await shell(line, cwd);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^note: opening .*\/report\.html\n$/) as string,
    });
    return (await readdir(cwd)).filter((name) => name.startsWith("pick-model-page-"));
  };
  const [first = ""] = await open();
  expect(await open()).toHaveLength(2);
  const then = new Date(Date.parse("2026-11-22"));
  await utimes(path.join(cwd, first), then, then);
  const left = await open();
  expect(left).toHaveLength(2);
  expect(left).not.toContain(first);
});

test("six who add to one lock at once all find their words in it", async () => {
  const cwd = await temporaryFolder();
  const at = ["--as-of", "2026-11-22"];
  await spawned(PROGRAM, ["lock", "-b", "low", "--draws", "100", ...at], { cwd });
  const codes = [
    "shut-down",
    "cost-rose",
    "fact-stale",
    "fact-disputed",
    "catalog-stale",
    "pick-changed",
  ];
  const outcomes = await Promise.all(
    codes.map((code) => {
      const accepted = [
        "--accept",
        code,
        "--reason",
        "known",
        "--by",
        "us",
        "--expires",
        "2027-01-10",
      ];
      return spawned(PROGRAM, ["lock", ...accepted, ...at], { cwd });
    }),
  );
  expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    codes.map(() => ({ code: 0, stderr: "" })),
  );
  const { accepted } = JSON.parse(
    await readFile(path.join(cwd, "pick-model.lock.json"), "utf8"),
  ) as { accepted: { code: string }[] };
  expect(accepted.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  expect(await readdir(cwd)).toEqual(["pick-model.lock.json"]);
});
