/** What every made-up input has to meet: a known code, one complaint, no stack, and figures that are figures. */
import { afterAll, expect } from "vitest";
import type { ZodMiniType } from "zod/mini";
import { check } from "../../../src/answers/check/schema.ts";
import { comparison } from "../../../src/answers/comparison/schema.ts";
import { costResult } from "../../../src/answers/cost/schema.ts";
import { explanation } from "../../../src/answers/explanation/schema.ts";
import { migration } from "../../../src/answers/migration/schema.ts";
import { profile } from "../../../src/answers/profile/schema.ts";
import { recommendation } from "../../../src/answers/recommendation/schema.ts";
import { type Outcome, runCli, type RunOptions } from "../../support/run.ts";

/** `npm run fuzz` tries more, of new ones each time. */
export const TIMES = Number(process.env["FUZZ_TIMES"] ?? 1);

const SCHEMAS: Record<string, ZodMiniType> = {
  recommend: recommendation,
  compare: comparison,
  explain: explanation,
  cost: costResult,
  migrate: migration,
  check,
  profile,
};

const seen = { answered: 0, refused: 0 };
if (TIMES > 1) {
  afterAll(() => {
    const { answered, refused } = seen;
    process.stdout.write(
      `${answered + refused} inputs tried: ${answered} answered, ${refused} refused\n`,
    );
  });
}

/**
 * Runs the program and holds what it did to its manners.
 * @param answer the command whose schema an answer in JSON has to meet
 */
export async function tried(
  argv: readonly string[],
  options: RunOptions = {},
  answer?: keyof typeof SCHEMAS,
): Promise<Outcome> {
  const outcome = await runCli(argv, options);
  seen[outcome.code < 2 ? "answered" : "refused"] += 1;
  // What breaks off may have been answered in part.
  const whole = options.stdinBreaks === true && outcome.code === 2 ? "" : outcome.stdout;
  expect({ ...outcome, stdout: whole }).toSatisfy(isMannerly);
  // What was given is said as it was read; a page brings a program along.
  const isGiven = argv.some((word) => /nan|infinity/i.test(word));
  if (!isGiven && !outcome.stdout.startsWith("<!doctype")) {
    expect(outcome.stdout).not.toMatch(/(?<!got )\b(?:NaN|Infinity)\b/);
  }
  if (answer !== undefined && outcome.code < 2) {
    const read: unknown = JSON.parse(outcome.stdout);
    // An answer holds nothing its schema does not name, and null only where the schema has it.
    expect(SCHEMAS[answer]?.parse(read)).toEqual(read);
  }
  return outcome;
}

/** A known code, at most one complaint and no stack; an answer, or nothing, on stdout. */
function isMannerly({ code, stdout, stderr }: Outcome): boolean {
  const note = String.raw`(?:note: [^\n]+\n)*`;
  // `check`, `lock` and `batch` say in their answer what they could not read, together with what they could.
  const isListed =
    code > 1 &&
    /cannot be (?:checked|read)|locks? written, \d+ NOT|"verdict": "error"|verdict: error|,error,|"error":\{|<error/i.test(
      stdout,
    );
  const complaint = code > 1 && !isListed ? String.raw`error: [^\n]+\n  try: [^\n]+\n` : "";
  return (
    [0, 1, 2, 3].includes(code) &&
    new RegExp(`^${note}${complaint}$`).test(stderr) &&
    (code < 2 || isListed || stdout === "")
  );
}
