/** Whatever is typed: an exit code with a meaning, one line of complaint, and JSON that meets its schema. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import type { CommandSpec } from "../../../src/cli/command.ts";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { TIMES, tried } from "./tried.ts";
import { optionOf, typedValue } from "./typed.ts";

const specs: CommandSpec[] = Object.values(COMMANDS);
const options = specs.flatMap((spec) => Object.values(spec.options));
const flag = fc.constantFrom(...options.flatMap(({ flag: long, short = long }) => [long, short]));
const command = fc.constantFrom(...Object.keys(COMMANDS)).map((name) => name.split(" "));
const anyLine = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: optionOf(options) },
      { weight: 2, arbitrary: command },
      { weight: 1, arbitrary: fc.constantFrom(["--"], ["-"], ["--help"], ["-V"], ["-h"]) },
      { weight: 1, arbitrary: flag.map((each) => [each]) },
      { weight: 1, arbitrary: typedValue.map((each) => [each]) },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.flat());

test("any command line", async () => {
  const cwd = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(anyLine, async (argv) => {
      await tried(argv, { cwd });
    }),
    { numRuns: 50 * TIMES },
  );
});

const QUESTIONS = {
  recommend: [[]],
  compare: [[], ["gpt-4o", "gpt-6-luna"], ["--traits", "all"], ["--evidence"]],
  explain: [[], ["gpt-4o"], ["--full"]],
  cost: [[], ["gpt-4o-mini", "gpt-6-luna"], ["--compare-tiers"]],
  migrate: [["gpt-4o"], ["gpt-4o-mini", "gpt-6-luna"], ["gpt-4o-mini", "--full"]],
  check: [["--expect", "gpt-4o-mini"]],
} as const satisfies Partial<Record<keyof typeof COMMANDS, string[][]>>;

/** Options that leave the question, or its answer in JSON on stdout. */
const LEAVES = /^(?:--output|-o|--help|-h|--version|-V|--format|-f|--json|--quiet|--update)$/;

test.each(Object.entries(QUESTIONS))(
  "any %s with --json answers as its schema says",
  async (name, given) => {
    const cwd = await temporaryFolder();
    const { options: own }: CommandSpec = COMMANDS[name as keyof typeof QUESTIONS];
    const asked = Object.values(own).filter(({ flag: long }) => !LEAVES.test(long));
    const question = fc.tuple(
      fc.constantFrom<readonly string[]>(...given),
      fc.array(optionOf(asked), { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(question, async ([words, parts]) => {
        const start = name === "recommend" ? [] : [name];
        const argv = [...start, ...words, ...parts.flat(), "--json"];
        await tried(argv, { cwd }, name);
      }),
      { numRuns: 40 * TIMES },
    );
  },
);

test("ask without a terminal, and any words to complete", async () => {
  const ask = fc
    .array(optionOf(COMMANDS.ask.options), { maxLength: 3 })
    .map((parts) => ["ask", ...parts.flat()]);
  const complete = anyLine.map((argv) => ["__complete", ...argv]);
  const cwd = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(fc.oneof(ask, complete), async (argv) => {
      const { code } = await tried(argv, { cwd });
      if (argv[0] === "__complete") expect(code).toBe(0);
    }),
    { numRuns: 40 * TIMES },
  );
});
