/** Whatever a lock or an image holds. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../src/catalog/digest.ts";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { runCli } from "../../support/run.ts";
import { sealedPart } from "../../support/whole-inputs.ts";
import { changed, spilt } from "./hostile.ts";
import { TIMES, tried } from "./tried.ts";

/** As `lock` seals it: whoever changes a lock can do the same. */
function sealed(forged: unknown): string {
  if (typeof forged !== "object" || forged === null) return JSON.stringify(forged);
  return JSON.stringify({ ...forged, digest: digestOf(sealedPart(forged)) });
}

test("any lock, sealed again after it was changed", async () => {
  const cwd = await temporaryFolder({ "r.yaml": "budget: low\nmodels: [gpt-4o, gpt-4o-mini]\n" });
  const file = path.join(cwd, "pick-model.lock.json");
  const lockOf = async (line: string) => {
    await runCli(line.split(" "), { cwd });
    return JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  };
  const locks = [
    await lockOf("lock -b low --draws 0"),
    await lockOf("lock -r r.yaml --draws 0 -o pick-model.lock.json"),
    await lockOf("lock --accept cost-rose --reason known --by us --expires 2026-12-31"),
  ];
  const text = fc.oneof(
    ...locks.map((lock) => changed(lock).map(sealed)),
    ...locks.map((lock) => spilt(JSON.stringify(lock))),
  );
  const line = fc.constantFrom(
    "check --json --max-cost-rise 10",
    "check --json --all --max-age 1 --max-catalog-age 0 --min-confidence 1",
    "check --format junit --fail-within 400",
    "check --format github",
    "check --update",
    "lock -b low --draws 0",
    "lock --accept shut-down --reason known --by us --expires 2026-12-31",
  );
  await fc.assert(
    fc.asyncProperty(text, line, async (lock, words) => {
      await writeFile(file, lock);
      const argv = words.split(" ");
      const { stdout } = await tried(argv, { cwd }, words.includes("--json") ? "check" : undefined);
      expect(stdout).not.toContain("root:");
    }),
    { numRuns: 60 * TIMES },
  );
});

const HEADERS = [
  "89504e470d0a1a0a0000000d49484452000004000000030008020000",
  "ffd8ffe000104a46494600010100000100010000ffc0001108",
  "ffd8ffe1001845786966000049492a000800000001001201030001000000",
  "47494638396100040003",
  "524946460000000057454250565038200000000000000000",
  "52494646000000005745425056503858",
  "5249464600000000574542505650384c",
  "69636e73000003e869633037",
  "0000000c4a584c200d0a870a",
  "000000186674797061766966",
  "49492a0008000000",
  "424d",
  "3c737667",
].map((hex) => Uint8Array.from(Buffer.from(hex, "hex")));

test("any first bytes of an image", async () => {
  const cwd = await temporaryFolder();
  const image = fc
    .tuple(
      fc.constantFrom(...HEADERS),
      fc.uint8Array({ maxLength: 64 }),
      fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 4 }),
    )
    .map(([header, tail, flips]) => {
      const bytes = Buffer.concat([header, tail]);
      for (const [at, byte] of flips) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(image, async (bytes) => {
      await writeFile(path.join(cwd, "a.png"), bytes);
      await tried(["cost", "--image", "a.png", "--json"], { cwd }, "cost");
    }),
    { numRuns: 100 * TIMES },
  );
});
