/**
 * Mutants of the decision: one line changed by hand at a time, and the tests that must notice. Prints who survives;
 * run it in a copy that nobody else works in, since it edits the sources and puts them back.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "..");
const run = promisify(execFile);

interface Mutant {
  /** In src. */
  file: string;
  from: string;
  to: string;
}

/** Boundaries, signs and dropped conditions; each text stands in its file once. */
const MUTANTS: readonly Mutant[] = [
  { file: "decision/constraints/window.ts", from: "tokens > most", to: "tokens >= most" },
  {
    file: "decision/constraints/window.ts",
    from: "inputTokens.max + longest +",
    to: "inputTokens.max +",
  },
  {
    file: "decision/constraints/window.ts",
    from: "Math.floor(most - besides)",
    to: "Math.floor(most)",
  },
  {
    file: "decision/constraints/window.ts",
    from: "Math.max(outputTokens.max, askedAnswer)",
    to: "outputTokens.max",
  },
  {
    file: "decision/constraints/window.ts",
    from: "statedTokens <= most",
    to: "statedTokens < most",
  },
  { file: "decision/constraints/rates.ts", from: "above + 1", to: "above" },
  {
    file: "decision/constraints/rates.ts",
    from: "tier <= HIGHEST_TIER",
    to: "tier < HIGHEST_TIER",
  },
  {
    file: "decision/rate-demands.ts",
    from: "needed.gt(limit.value)",
    to: "needed.gte(limit.value)",
  },
  { file: "decision/rate-demands.ts", from: "const ROUND_UP = 3", to: "const ROUND_UP = 0" },
  {
    file: "decision/values.ts",
    from: "usdPerMonth <= budgetUsdPerMonth",
    to: "usdPerMonth < budgetUsdPerMonth * 0.5",
  },
  {
    file: "decision/values.ts",
    from: "-logRatio(usdPerMonth, budgetUsdPerMonth)",
    to: "logRatio(usdPerMonth, budgetUsdPerMonth)",
  },
  {
    file: "decision/values.ts",
    from: "waitSeconds <= targetSeconds",
    to: "waitSeconds < targetSeconds",
  },
  {
    file: "decision/values.ts",
    from: "Math.min(1, 1 - (barLogits",
    to: "Math.max(1, 1 - (barLogits",
  },
  { file: "decision/weights.ts", from: "tail += 1 / rank", to: "tail += 1" },
  { file: "decision/decision.ts", from: "cost.usdPerMonth * multiple", to: "cost.usdPerMonth" },
  { file: "answers/check/observations.ts", from: "now <= locked", to: "now < locked" },
  {
    file: "answers/check/observations.ts",
    from: "days <= failWithinDays",
    to: "days < failWithinDays",
  },
  {
    file: "answers/check/observations.ts",
    from: "maxCostRisePercent / 100",
    to: "maxCostRisePercent / 10",
  },
  {
    file: "answers/check/observations.ts",
    from: "probability >= minConfidence",
    to: "probability > minConfidence",
  },
];

const TESTS = [
  "test/decision",
  "test/cli/remedies.test.ts",
  "test/cli/check.test.ts",
  "test/pipeline",
];

async function survives({ file, from, to }: Mutant): Promise<string> {
  const target = path.join(ROOT, "src", file);
  const text = await readFile(target, "utf8");
  if (text.split(from).length !== 2) return "no longer there, or there twice: renew it";
  await writeFile(target, text.replace(from, to));
  try {
    await run("npx", ["vitest", "run", "--project", "in-process", "--bail", "1", ...TESTS], {
      cwd: ROOT,
    });
    return "SURVIVES";
  } catch {
    return "killed";
  } finally {
    await writeFile(target, text);
  }
}

let killed = 0;
for (const mutant of MUTANTS) {
  const fate = await survives(mutant);
  if (fate === "killed") killed += 1;
  process.stdout.write(`${fate}: ${mutant.file}: ${mutant.from} -> ${mutant.to}\n`);
}
process.stdout.write(`${killed} of ${MUTANTS.length} killed\n`);
