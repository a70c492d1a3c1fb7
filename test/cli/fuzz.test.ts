/** Whatever is typed or piped in: an exit code with a meaning, one line of complaint, and JSON that is JSON. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { CommandSpec } from "../../src/cli/command.ts";
import { digestOf } from "../../src/catalog/digest.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { type Outcome, runCli } from "../support/run.ts";

const specs: CommandSpec[] = Object.values(COMMANDS);
const options = specs.flatMap((spec) => Object.values(spec.options));
const words = (line: string) => line.split(" ");
const LEAVES_JSON = ["--output", "-o", "--help", "-h", "--version", "-V"];

const SENSIBLE = [
  "",
  ...words("low high 500 $20 0 -1 2s 800ms 10k 2M 200/day coding,math=2 coding support-chatbot"),
  ...words(
    "gpt-4o gpt-4o-mini gpt-6-luna gpt-4o-2024-05-13 2026-11-22 2027-06-30 2024-01-01 gpqa=45",
  ),
  ...words(
    "cost=3 quality,cost vision 1024x768 1024x1024:lowx3 json csv cost batch standard 1 NaN",
  ),
];
/** `npm run fuzz` tries more, of new ones each time. */
const TIMES = Number(process.env["FUZZ_TIMES"] ?? 1);
/** No path out of the folder the program runs in. */
const anyText = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .filter((text) => !/[/\\]|\.\./.test(text));
const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SENSIBLE) },
  { weight: 1, arbitrary: anyText },
);
const flag = fc.constantFrom(...options.flatMap(({ flag: long, short = long }) => [long, short]));
const optionWithValue = fc
  .constantFrom(...options)
  .chain((option): fc.Arbitrary<string[]> =>
    option.placeholder === undefined
      ? fc.constant([option.flag])
      : fc
          .tuple(value, fc.boolean())
          .map(([text, isOneWord]) =>
            isOneWord ? [`${option.flag}=${text}`] : [option.flag, text],
          ),
  );
const command = fc.constantFrom(...Object.keys(COMMANDS)).map((name) => name.split(" "));
const anyLine = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: optionWithValue },
      { weight: 2, arbitrary: command },
      { weight: 1, arbitrary: fc.constantFrom(["--"], ["-"], ["--help"], ["-V"], ["-h"]) },
      { weight: 1, arbitrary: flag.map((each) => [each]) },
      { weight: 1, arbitrary: value.map((each) => [each]) },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.flat());

/** A known code, at most one complaint and no stack; an answer, or nothing, on stdout. */
function isMannerly({ code, stdout, stderr }: Outcome): boolean {
  const note = String.raw`(?:note: [^\n]+\n)?`;
  // `check` lists the locks it cannot read together with those it can.
  const isListed =
    code > 1 && /cannot be checked|"verdict": "error"|verdict: error|,error,/.test(stdout);
  const complaint = code > 1 && !isListed ? String.raw`error: [^\n]+\n  try: [^\n]+\n` : "";
  return (
    [0, 1, 2, 3].includes(code) &&
    new RegExp(`^${note}${complaint}$`).test(stderr) &&
    (code < 2 || isListed || stdout === "")
  );
}

test("any command line", async () => {
  const cwd = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(anyLine, async (argv) => {
      expect(await runCli(argv, { cwd })).toSatisfy(isMannerly);
    }),
    { numRuns: 400 * TIMES },
  );
});

test("any question with --json answers in JSON", async () => {
  const cwd = await temporaryFolder();
  const question = fc
    .tuple(
      fc.constantFrom<string[]>([], ["compare"], ["explain"]),
      fc.array(optionWithValue, { maxLength: 3 }),
    )
    .map(([name, parts]) => [...name, ...parts.flat(), "--json"])
    .filter((argv) => !argv.some((each) => LEAVES_JSON.includes(each.replace(/=.*$/s, ""))));
  await fc.assert(
    fc.asyncProperty(question, async (argv) => {
      const outcome = await runCli(argv, { cwd });
      expect(outcome).toSatisfy(isMannerly);
      if (outcome.code < 2) expect(JSON.parse(outcome.stdout)).toMatchObject({ schemaVersion: 1 });
    }),
    { numRuns: 300 * TIMES },
  );
});

test("anything piped in", async () => {
  const document = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.json(),
    fc.constantFrom("budget: low", "task: {coding: 3, math: 1}", "limits: {usdPerMonth: 5}", "{}"),
  );
  await fc.assert(
    fc.asyncProperty(document, async (stdin) => {
      const outcome = await runCli(["--json"], { stdin });
      expect(outcome).toSatisfy(isMannerly);
      expect(outcome.code).not.toBe(3);
      if (outcome.code < 2) JSON.parse(outcome.stdout);
    }),
    { numRuns: 400 * TIMES },
  );
});

/** The ends of doubles, of the bounds of fields, and what a slip of the unit makes of a figure. */
const SMALL = [0, -0, 1e-9, 1e-10, 5e-324, 1e-320, -1, 0.45, 1, 99.9, 100, 100.5, 840];
const LARGE = [1e6, 1e6 + 1, 1e9, 1e12, 1e13, 1e300, 1.8e307, 1e308, Number.MAX_VALUE, 2 ** 53];
const extreme = fc.constantFrom(...SMALL, ...LARGE);
const claim = extreme.map((figure) => [{ value: figure, source: "own", observed: "2026-11-01" }]);
const partial = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [], noNullPrototype: true });
const ownFacts = partial({
  prices: partial({ standard: partial({ input: claim, output: claim, cachedInput: claim }) }),
  limits: partial({ contextTokens: claim, maxOutputTokens: claim }),
  speed: partial({ outputTokensPerSecond: claim, timeToFirstTokenSeconds: claim }),
  benchmarks: partial({ mmlu: claim, gpqa: claim }),
});
const ownModel = fc
  .tuple(ownFacts, fc.constantFrom("gpt-4o-mini", "own-model", "constructor"))
  .map(([facts, id]) => {
    const identity = {
      name: "Own",
      provider: "us",
      snapshots: [{ id: `${id}-1`, released: "2026-01-01", default: true }],
    };
    return JSON.stringify({
      id,
      sources: [OWN_SOURCE],
      ...(id === "gpt-4o-mini" ? {} : identity),
      ...facts,
    });
  });

test("any figures of one's own: refused, or answered in finite figures", async () => {
  const anyCommand = fc.constantFrom(
    "--json",
    "compare --json",
    "cost --json",
    "explain --json",
    "--draws 0",
  );
  await fc.assert(
    fc.asyncProperty(
      ownModel,
      anyCommand,
      fc.array(optionWithValue, { maxLength: 2 }),
      async (own, line, more) => {
        const cwd = await temporaryFolder({ "own.json": own });
        const argv = [...line.split(" "), "--catalog", "own.json", ...more.flat()];
        const outcome = await runCli(argv, { cwd });
        expect(outcome).toSatisfy(isMannerly);
        expect(outcome.stdout).not.toMatch(/\b(?:NaN|Infinity)\b/);
      },
    ),
    { numRuns: 150 * TIMES },
  );
});

test("any lock, sealed again after it was changed", async () => {
  const cwd = await temporaryFolder();
  await runCli(["lock", "-b", "low", "--draws", "0"], { cwd });
  const file = path.join(cwd, "pick-model.lock.json");
  const lock = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  const paths = leafPaths(lock);
  const changed = fc.oneof(
    extreme,
    fc.constantFrom(null, "", "../../etc/passwd", "9999-12-31", "constructor", [], {}),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...paths), changed), { maxLength: 3, minLength: 1 }),
      async (changes) => {
        const forged = structuredClone(lock);
        for (const [at, leaf] of changes) setAt(forged, at, leaf);
        const {
          $schema: _schema,
          decision: _decision,
          accepted: _accepted,
          digest: _digest,
          ...sealed
        } = forged;
        await writeFile(file, JSON.stringify({ ...forged, digest: digestOf(sealed) }));
        const outcome = await runCli(["check", "--json", "--max-cost-rise", "10"], { cwd });
        expect(outcome).toSatisfy(isMannerly);
        expect(outcome.stdout).not.toMatch(/\b(?:NaN|Infinity)\b|root:/);
      },
    ),
    { numRuns: 150 * TIMES },
  );
});

test("any first bytes of an image", async () => {
  const cwd = await temporaryFolder();
  const headers = [
    "89504e470d0a1a0a0000000d49484452000004000000030008020000",
    "ffd8ffe000104a46494600010100000100010000ffc0001108",
    "47494638396100040003",
    "524946460000000057454250565038200000000000000000",
    "6963 6e73000003e869633037".replace(" ", ""),
    "0000000c4a584c200d0a870a",
    "000000186674797061766966",
    "49492a0008000000",
    "424d",
    "3c737667",
  ].map((hex) => Uint8Array.from(Buffer.from(hex, "hex")));
  const image = fc
    .tuple(
      fc.constantFrom(...headers),
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
      expect(await runCli(["cost", "--image", "a.png", "--json"], { cwd })).toSatisfy(isMannerly);
    }),
    { numRuns: 150 * TIMES },
  );
});

type At = (string | number)[];

function leafPaths(tree: unknown, at: At = []): At[] {
  if (typeof tree !== "object" || tree === null) return [at];
  return Object.entries(tree).flatMap(([key, inner]) => leafPaths(inner, [...at, key]));
}

function setAt(tree: unknown, at: At, leaf: unknown): void {
  let holder = tree as Record<string, unknown>;
  for (const step of at.slice(0, -1)) holder = (holder[step] ?? {}) as Record<string, unknown>;
  holder[at.at(-1) ?? ""] = leaf;
}
