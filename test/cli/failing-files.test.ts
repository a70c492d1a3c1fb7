/** The n-th call to the file system fails, for every n: a sentence, the old file whole, nothing left behind. */
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { runCli } from "../support/run.ts";

/** What the program calls by name; a handle's own methods fail with it. */
const CALLS = ["open", "readFile", "stat", "rename", "realpath", "writeFile", "readdir"] as const;
const originals = { ...promises };
const stream = fs.createReadStream;

afterEach(restore);

function restore(): void {
  Object.assign(promises, originals);
  fs.createReadStream = stream;
  syncBuiltinESMExports();
}

function failure(): NodeJS.ErrnoException {
  return Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
}

/** Lets so many calls pass and fails the next one. @returns how many were made */
function failAfter(passing: number): () => number {
  let made = 0;
  const isNext = () => made++ === passing;
  for (const name of CALLS) {
    const call = originals[name] as (...given: unknown[]) => Promise<unknown>;
    Object.assign(promises, {
      [name]: (...given: unknown[]) => (isNext() ? Promise.reject(failure()) : call(...given)),
    });
  }
  fs.createReadStream = (...given: Parameters<typeof stream>) => {
    const opened = stream(...given);
    if (isNext()) opened.destroy(failure());
    return opened;
  };
  syncBuiltinESMExports();
  return () => made;
}

const FILES = {
  "r.yaml": "budget: low\n",
  "b.ndjson": '{"task":"chat"}\n',
  "answer.txt": "old\n",
  "own.json": JSON.stringify({
    id: "gpt-4o-mini",
    sources: [OWN_SOURCE],
    speed: { outputTokensPerSecond: [{ value: 50, source: "own", observed: "2026-11-01" }] },
  }),
};

test.each([
  "-r r.yaml -o answer.txt",
  "--catalog own.json -o answer.txt",
  "batch b.ndjson --draws 0 -o answer.txt",
  "lock -r r.yaml --draws 0 -o k.lock.json",
  "lock --accept cost-rose --reason known --by us --expires 2026-12-31 -o k.lock.json",
  "check k.lock.json --update -o answer.txt",
])("%s", async (line) => {
  let failed = 0;
  for (let passing = 0; ; passing += 1) {
    const cwd = await temporaryFolder(FILES);
    await runCli("lock -r r.yaml --draws 0 -o k.lock.json".split(" "), { cwd });
    const lock = await originals.readFile(path.join(cwd, "k.lock.json"), "utf8");
    const made = failAfter(passing);
    const { code, stderr } = await runCli(line.split(" "), { cwd });
    restore();
    const names = await originals.readdir(cwd);
    expect(names.toSorted(), `call ${passing}`).toEqual(
      [...Object.keys(FILES), "k.lock.json"].toSorted(),
    );
    const text = await originals.readFile(path.join(cwd, "k.lock.json"), "utf8");
    expect(() => JSON.parse(text) as unknown, `call ${passing}`).not.toThrow();
    if (made() <= passing) break;
    expect([0, 1, 2, 3], `call ${passing}: ${stderr}`).toContain(code);
    if (code > 1) {
      failed += 1;
      if (!line.startsWith("check")) expect(text, `call ${passing}`).toBe(lock);
      const answer = await originals.readFile(path.join(cwd, "answer.txt"), "utf8");
      if (!line.startsWith("check")) expect(answer, `call ${passing}`).toBe("old\n");
    }
  }
  expect(failed).toBeGreaterThan(0);
});
