/** The built program as a process: what only a real process can show. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
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

test.each(["without the code that its build kept", "with code of another program"])(
  "answers the same %s",
  async (name) => {
    const folder = await temporaryFolder();
    await cp(BUILT, folder, { recursive: true });
    const caches = (await readdir(folder)).filter((file) => file.endsWith(".cache"));
    expect(caches).toHaveLength(1);
    for (const cache of caches) {
      const file = path.join(folder, cache);
      if (name.startsWith("without")) await rm(file);
      else await writeFile(file, "no code at all");
    }
    const argv = ["--budget", "low", "--as-of", "2026-11-22"];
    expect(await spawned(path.join(folder, "bin.cjs"), argv)).toEqual(await spawned(PROGRAM, argv));
    // The first start keeps what the build would have kept, and the next one runs it.
    for (const cache of caches) {
      const kept = await readFile(path.join(folder, cache));
      expect(kept.indexOf(await readFile(path.join(folder, "program.cjs")))).toBe(0);
    }
    expect(await spawned(path.join(folder, "bin.cjs"), argv)).toEqual(await spawned(PROGRAM, argv));
  },
);
