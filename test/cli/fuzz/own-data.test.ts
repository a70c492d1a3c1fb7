/** Whatever an export, a log or a run of tests holds. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { test } from "vitest";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { promptfooResults } from "../../support/promptfoo.ts";
import { changed, spilt } from "./hostile.ts";
import { TIMES, tried } from "./tried.ts";
import { optionOf } from "./typed.ts";

const SAMPLES = path.join(import.meta.dirname, "..", "..", "fixtures", "own-data");
const sample = (name: string) => readFile(path.join(SAMPLES, name), "utf8");

const LITELLM = {
  id: "a",
  call_type: "acompletion",
  status: "success",
  model: "gpt-4o-mini",
  prompt_tokens: 800,
  completion_tokens: 301,
  startTime: 1_795_000_100,
  completionStartTime: 1_795_000_100.48,
  endTime: 1_795_000_103.2,
  cache_hit: null,
  response_cost: 0.0003,
  request_tags: ["search"],
};
const SPAN = {
  name: "chat gpt-4o",
  startTimeUnixNano: "1795000100000000000",
  endTimeUnixNano: "1795000103000000000",
  attributes: {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.response.model": "gpt-4o-2024-08-06",
    "gen_ai.usage.input_tokens": 800,
    "gen_ai.usage.output_tokens": 150,
  },
};
const RESPONSE = {
  id: "resp_1",
  object: "response",
  created_at: 1_795_000_100,
  model: "gpt-4o-mini-2024-07-18",
  service_tier: "default",
  usage: {
    input_tokens: 800,
    output_tokens: 150,
    total_tokens: 950,
    input_tokens_details: { cached_tokens: 100 },
    output_tokens_details: { reasoning_tokens: 20 },
  },
};

test("any usage, costs or log for profile", async () => {
  const cwd = await temporaryFolder();
  const pages = await Promise.all(
    ["openai-usage-completions.json", "openai-costs.json"].map(sample),
  );
  const [line = ""] = (await sample("openai-batch-output.jsonl")).split("\n");
  const records: object[] = [LITELLM, SPAN, RESPONSE, JSON.parse(line) as object];
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
