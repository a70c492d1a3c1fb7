/** The n-th call to the file system fails, for every n: a sentence, the old file whole, nothing left behind. */
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { failAfter, originals, restore } from "../support/failing-calls.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { runCli } from "../support/run.ts";

afterEach(restore);

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
