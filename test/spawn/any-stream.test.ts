/** Whatever the three streams are: closed, full, cut off, silent or slow, a code with a meaning and no word of Node's. */
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");
/** `npm run fuzz` tries more, of new ones each time. */
const TIMES = Number(process.env["FUZZ_TIMES"] ?? 1);

const LINES = [
  "--quiet",
  "--json --draws 0",
  "-b low",
  "-b lwo",
  "-r -",
  "compare --json",
  "catalog show gpt-4o --json",
  "batch --draws 0 --threads 2 --fields recommendation",
  "report --static -b low",
  "profile -",
  "evidence promptfoo - -t chat",
  "check --expect gpt-4o-mini",
  "ask",
  "__complete --bud",
];
const DOCUMENT = String.raw`printf '{"budget":"low"}\n'`;
/** What writes into the program, or takes its input away. */
const INPUTS = [
  [DOCUMENT, ""],
  [String.raw`(printf '{"budget"'; sleep 0.1; printf ':"low"}\n{}\n')`, ""],
  [String.raw`(printf '{"budget"')`, ""],
  [String.raw`(printf '\357\273\277'; printf '{}\n')`, ""],
  ["yes '{}' | head -c 70000", ""],
  ["head -c 5000 /dev/urandom", ""],
  ["true", ""],
  ["true", "</dev/null"],
  ["true", "<&-"],
  ["true", "</"],
  ["true", "</dev/zero"],
  ["true", "</dev/full"],
] as const;
const OUTPUTS = [
  "| cat",
  "| head -c 1",
  "| head -n 1",
  "| true",
  ">&-",
  ">/dev/full",
  ">/dev/null",
];
const COMPLAINTS = ["", "2>&-", "2>/dev/full", "2>/dev/null"];

test("any streams", async () => {
  const cwd = await temporaryFolder();
  const command = fc.record({
    line: fc.constantFrom(...LINES),
    input: fc.constantFrom(...INPUTS),
    output: fc.constantFrom(...OUTPUTS),
    complaint: fc.constantFrom(...COMPLAINTS),
  });
  await fc.assert(
    fc.asyncProperty(command, async ({ line, input: [writer, taken], output, complaint }) => {
      // What reads zeros without end is stopped by the size it may have.
      const started = `"${PROGRAM}" ${line} ${taken} ${complaint}`;
      const script = `{ ${writer}; } | ${started} ${output}; exit \${PIPESTATUS[1]}`;
      const { code, stderr } = await spawned("bash", ["-c", script], { cwd });
      expect([0, 1, 2, 3], `${script}: ${stderr}`).toContain(code);
      expect(stderr).toMatch(/^(?:(?:note|error):[^\n]*\n|  (?:try|or):[^\n]*\n)*$/);
      expect(stderr).not.toMatch(/internal error|node:|\bat .*:\d+:\d+/);
    }),
    { numRuns: 8 * TIMES },
  );
});
