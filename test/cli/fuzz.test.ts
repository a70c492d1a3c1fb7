/** Whatever is typed or piped in: an exit code with a meaning, one line of complaint, and JSON that is JSON. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { CommandSpec } from "../../src/cli/command.ts";
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
    { numRuns: 400 },
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
    { numRuns: 300 },
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
    { numRuns: 400 },
  );
});
