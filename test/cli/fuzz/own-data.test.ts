/** Whatever an export, a log or a run of tests holds. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { test } from "vitest";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { promptfooResults } from "../../support/promptfoo.ts";
import { USAGE_RECORDS } from "../../support/whole-inputs.ts";
import { changed, spilt } from "./hostile.ts";
import { TIMES, tried } from "./tried.ts";
import { optionOf } from "./typed.ts";

const SAMPLES = path.join(import.meta.dirname, "..", "..", "fixtures", "own-data");
const sample = (name: string) => readFile(path.join(SAMPLES, name), "utf8");

test("any usage, costs or log for profile", async () => {
  const cwd = await temporaryFolder();
  const pages = await Promise.all(
    ["openai-usage-completions.json", "openai-costs.json"].map(sample),
  );
  const [line = ""] = (await sample("openai-batch-output.jsonl")).split("\n");
  const records = [...Object.values(USAGE_RECORDS), JSON.parse(line) as object];
  const lines = fc
    .array(
      fc.oneof(
        ...records.map((record) => fc.constant(JSON.stringify(record))),
        ...records.map((record) => changed(record).map((each) => JSON.stringify(each))),
        ...records.map((record) => changed(record).map((each) => JSON.stringify(each))),
        ...records.map((record) => spilt(JSON.stringify(record))),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((each) => each.join("\n"));
  const text = fc.oneof(
    lines,
    ...pages.map((page) => changed(JSON.parse(page)).map((each) => JSON.stringify(each))),
    ...pages.map((page) => changed(JSON.parse(page)).map((each) => JSON.stringify(each))),
    ...pages.map(spilt),
  );
  const options = fc.array(optionOf(withoutFiles(COMMANDS.profile.options)), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(text, options, fc.boolean(), async (usage, given, isWithCosts) => {
      await writeFile(path.join(cwd, "usage.jsonl"), usage);
      await writeFile(path.join(cwd, "costs.json"), pages[1] ?? "");
      const files = isWithCosts ? ["usage.jsonl", "costs.json"] : ["usage.jsonl"];
      const argv = ["profile", ...files, "--assume-days", "1", ...given.flat(), "--json"];
      await tried(argv, { cwd }, "profile");
    }),
    { numRuns: 60 * TIMES },
  );
});

test("any results for evidence", async () => {
  const cwd = await temporaryFolder();
  const results = promptfooResults(
    [
      { id: "openai:gpt-4o", passes: [true, true, false] },
      { id: "openai:gpt-4o-mini", passes: [true, false, false] },
    ],
    2,
  );
  const rows = results.results.results.slice(0, 4);
  const lines = fc.tuple(...rows.map(changed));
  const text = fc.oneof(
    { weight: 5, arbitrary: changed(results).map((each) => JSON.stringify(each)) },
    {
      weight: 2,
      arbitrary: lines.map((each) => each.map((row) => JSON.stringify(row)).join("\n")),
    },
    { weight: 1, arbitrary: spilt(JSON.stringify(results)) },
  );
  const options = fc.array(optionOf(withoutFiles(COMMANDS["evidence promptfoo"].options)), {
    maxLength: 2,
  });
  await fc.assert(
    fc.asyncProperty(text, options, fc.boolean(), async (written, given, isAimed) => {
      await writeFile(path.join(cwd, "results.json"), written);
      const argv = ["evidence", "promptfoo", "results.json", "-t", "general", ...given.flat()];
      if (isAimed) argv.push("--target", "0.9");
      await tried(argv, { cwd });
    }),
    { numRuns: 120 * TIMES },
  );
});

function withoutFiles<Spec extends { flag: string }>(specs: Readonly<Record<string, Spec>>) {
  const left = /^--(?:output|format|json|quiet|task|assume-days)$/;
  return Object.values(specs).filter(({ flag }) => !left.test(flag));
}
