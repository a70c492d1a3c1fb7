/** The built program as a process: what only a real process can show. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { codeCacheFile, SCRIPTS } from "../../src/start/compiled-program.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");

test("starts by its own shebang and says its version", async () => {
  const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
  expect(await spawned(PROGRAM, ["--version"])).toEqual({
    code: 0,
    stdout: `pick-model ${manifest.version}, facts of 2026-11-19\n`,
    stderr: "",
  });
});

test("answers a question by its exit code and on stdout alone", async () => {
  const { code, stdout, stderr } = await spawned(PROGRAM, ["--budget", "low", "--quiet"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^gpt-4o(?:-mini)?\n$/);
});

test("a mistyped option is a usage error on stderr alone", async () => {
  const { code, stdout, stderr } = await spawned(PROGRAM, ["--bugdet", "low"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("--budget");
});

test("a long answer arrives whole through a pipe", async () => {
  const { code, stdout } = await spawned(PROGRAM, ["--json"], { stdin: '{"budget": "low"}' });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
});

test("a reader that closes the pipe early is no error", async () => {
  const command = `"${PROGRAM}" --json </dev/null | head -c 1; echo " \${PIPESTATUS[0]}"`;
  expect(await spawned("bash", ["-c", command])).toEqual({ code: 0, stdout: "{ 0\n", stderr: "" });
});

test("stdin that is never closed is not waited for once a requirement is given", async () => {
  const { code, stdout } = await spawned(PROGRAM, ["--budget", "low", "--quiet"], { stdin: null });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^gpt-4o(?:-mini)?\n$/);
});

/** The scripts whose code a start needs, and keeps where it is not there. */
const NEEDED: Record<string, readonly string[]> = {
  "--version": [SCRIPTS.every],
  "--help": [SCRIPTS.every],
  "--budget low --as-of 2026-11-22": [SCRIPTS.every, SCRIPTS.answers],
  "--budget low --draws 0 --json --as-of 2026-11-22": [SCRIPTS.every, SCRIPTS.answers],
  "compare --as-of 2026-11-22": [SCRIPTS.every, SCRIPTS.answers, SCRIPTS.others],
};

test.each(Object.entries(NEEDED))("%s runs no other script than it needs", async (line, needed) => {
  const folder = await temporaryFolder();
  await cp(BUILT, folder, { recursive: true });
  const argv = line.split(" ");
  for (const script of Object.values<string>(SCRIPTS)) {
    if (!needed.includes(script)) await rm(path.join(folder, script));
  }
  expect(await spawned(path.join(folder, "bin.cjs"), argv)).toEqual(await spawned(PROGRAM, argv));
});

describe.each(["--budget low --as-of 2026-11-22", "compare --as-of 2026-11-22"] as const)(
  "%s",
  (line) => {
    const argv = line.split(" ");
    test.each(["without the code that its build kept", "with code of another program"])(
      "answers the same %s",
      async (name) => {
        const folder = await temporaryFolder();
        await cp(BUILT, folder, { recursive: true });
        const caches = (await readdir(folder)).filter((file) => file.endsWith(".cache"));
        expect(caches.toSorted()).toEqual(Object.values(SCRIPTS).map(codeCacheFile).toSorted());
        for (const cache of caches) {
          const file = path.join(folder, cache);
          if (name.startsWith("without")) await rm(file);
          else await writeFile(file, "no code at all");
        }
        const expected = await spawned(PROGRAM, argv);
        expect(await spawned(path.join(folder, "bin.cjs"), argv)).toEqual(expected);
        // The first start keeps what the build would have kept, and the next one runs it.
        for (const script of NEEDED[line] ?? []) {
          const kept = await readFile(path.join(folder, codeCacheFile(script)));
          expect(kept.indexOf(await readFile(path.join(folder, script)))).toBe(0);
        }
        expect(await spawned(path.join(folder, "bin.cjs"), argv)).toEqual(expected);
      },
    );
  },
);
