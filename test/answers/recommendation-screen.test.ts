/** The recommendation as people see it: whole screens, read by eye when they change. */
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run.ts";

interface Screen {
  name: string;
  argv: string[];
  code: number;
  columns?: number;
}

const SCREENS: Screen[] = [
  { name: "nothing-stated", argv: [], code: 0 },
  { name: "nothing-stated-wide", argv: [], code: 0, columns: 200 },
  { name: "nothing-stated-narrow", argv: [], code: 0, columns: 40 },
  { name: "budget-amount-without-volume", argv: ["-b", "20"], code: 0 },
  { name: "one-inside-the-amount", argv: ["-b", "50"], code: 0 },
  { name: "wait-limit", argv: ["-l", "2s"], code: 0 },
  { name: "vision", argv: ["--task", "vision"], code: 0 },
  { name: "critical-quality", argv: ["-q", "critical"], code: 0 },
  { name: "money-no-object", argv: ["-b", "unlimited"], code: 0 },
  { name: "few-requests", argv: ["--requests", "200"], code: 0 },
  {
    name: "over-a-low-budget",
    argv: ["-t", "translation", "-b", "low", "--requests", "1M"],
    code: 0,
  },
  { name: "fine-tuning", argv: ["--needs", "fine-tuning"], code: 0 },
  {
    name: "snapshot",
    argv: ["--only", "gpt-4o-2024-11-20,gpt-4o-mini", "-b", "500", "--requests", "200k"],
    code: 0,
  },
  { name: "successor-ranked", argv: ["--include-successors"], code: 0 },
  { name: "beyond-the-shutdown", argv: ["--until", "2027-06-30"], code: 1 },
  { name: "after-the-shutdown", argv: ["--as-of", "2028-01-01"], code: 0 },
  { name: "before-mini", argv: ["--as-of", "2024-07-01"], code: 0 },
  { name: "too-long-a-context", argv: ["--context", "200k"], code: 1 },
  { name: "two-reasons", argv: ["--context", "200k", "--needs", "audio-input"], code: 1 },
  { name: "priority", argv: ["--priority", "quality,cost,latency", "-t", "coding"], code: 0 },
  { name: "weights-only", argv: ["--draws", "0"], code: 0 },
];

describe("screens", () => {
  test.each(SCREENS)("$name", async ({ name, argv, code, columns = 80 }) => {
    const outcome = await runCli(argv, { columns });
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code, stderr: "" });
    await expect(outcome.stdout).toMatchFileSnapshot(`golden/recommend-${name}.txt`);
  });
});

test("one percentage at most on a screen, and no term of the literature", async () => {
  for (const { argv, columns = 80 } of SCREENS) {
    const { stdout } = await runCli(argv, { columns });
    expect(stdout.match(/\d ?%/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(stdout).not.toMatch(/SMAA|acceptability|Pareto|Dirichlet|logit/i);
  }
});

test("the summary is one line of at most 200 characters, whatever is asked", async () => {
  for (const { argv } of SCREENS) {
    const { stdout } = await runCli([...argv, "--format", "summary"]);
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(stdout.trimEnd().length).toBeLessThanOrEqual(200);
  }
});
