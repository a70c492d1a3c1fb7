/** What is printed as JSON is what its published schema says, to the last field. */
import * as z from "zod/mini";
import { expect, test } from "vitest";
import { comparison } from "../../src/answers/comparison/schema.ts";
import { explanation } from "../../src/answers/explanation/schema.ts";
import { recommendation } from "../../src/answers/recommendation/schema.ts";
import { runCli } from "../support/run.ts";

const IMPOSSIBLE = ["--until", "2027-06-30"];

test.each([
  [[], recommendation],
  [["--use-case", "image-recognition"], recommendation],
  [["--include-successors", "--draws", "0"], recommendation],
  [IMPOSSIBLE, recommendation],
  [["compare"], comparison],
  [["compare", "--evidence", "--budget", "low"], comparison],
  [["explain"], explanation],
  [["explain", "gpt-6-luna"], explanation],
  [["explain", ...IMPOSSIBLE], explanation],
] as [string[], z.core.$ZodType][])("%s --json", async (line, schema) => {
  const { stdout, stderr } = await runCli([...line, "--json"]);
  expect(stderr).toBe("");
  const result: unknown = JSON.parse(stdout);
  expect(z.safeParse(schema, result)).toEqual({ success: true, data: result });
});
