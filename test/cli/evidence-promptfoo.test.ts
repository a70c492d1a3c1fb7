/** `evidence promptfoo`: from graded answers to a changed answer, and nothing of the answers themselves on the way. */
import { readFile, truncate } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { parse as parseYaml } from "yaml";
import { describe, expect, it, test } from "vitest";
import { evaluationFile } from "../../src/schema/evaluation.ts";
import { explanation } from "../../src/answers/explanation/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { type MadeColumn, promptfooResults, SECRET, workedExample } from "../support/promptfoo.ts";
import { runCli } from "../support/run.ts";

const FIXTURES = path.join(import.meta.dirname, "..", "fixtures", "own-data");
const ASKED = ["--task", "general"];

async function imported(columns: readonly MadeColumn[], ...options: string[]) {
  const folder = await temporaryFolder({
    "results.json": JSON.stringify(promptfooResults(columns)),
  });
  const evidence = path.join(folder, "evidence.yaml");
  const line = ["evidence", "promptfoo", path.join(folder, "results.json"), ...ASKED];
  const outcome = await runCli([...line, "-o", evidence, ...options]);
  return { folder, evidence, outcome };
}

describe("the worked example", () => {
  it("writes an evidence file and reads it in five lines", async () => {
    const { evidence, outcome } = await imported(workedExample());
    expect({ ...outcome, stdout: outcome.stdout.split("\n") }).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "gpt-4o passes 186 of 200 (93 %, log odds ± 0.27) and gpt-4o-mini passes 173 of 200 (86.5 %, log odds ± 0.21).",
        "18 tests only gpt-4o passes, 5 only gpt-4o-mini (by chance: 1.1 %).",
        expect.stringMatching(
          /^Put on the common scale through gpt-4o and gpt-4o-mini: difficulty -\d\.\d{3}, frozen in the file\.$/,
        ) as string,
        "200 distinct tests.",
        "Have gpt-4o, gpt-4o-mini and a successor in the same run before 2027-01-14: then the old ones are gone.",
        "",
      ],
    });
    const text = await readFile(evidence, "utf8");
    const file = evaluationFile.parse(parseYaml(text));
    if (file.linking === null) throw new Error("it is put on the common scale");
    const { through, difficulty } = file.linking;
    // The mean over both of public ability less log-odds.
    const gap =
      ((through["gpt-4o"] ?? 0) - 2.554283 + (through["gpt-4o-mini"] ?? 0) - 1.841992) / 2;
    expect(difficulty).toBeCloseTo(gap, 5);
    expect(file.models["gpt-4o"]).toEqual({
      scope: "alias",
      passRate: 0.93,
      tests: 200,
      effectiveTests: 200,
      logit: 2.554283,
      se: 0.272631,
      notRun: 0,
      // The 100th of 200 that take 1.000 to 1.199 s.
      answerSeconds: { p50: 1.099, n: 200, outputTokensP50: 200 },
      tokens: { input: 800, output: 200, cachedInput: 0, n: 200 },
    });
    expect(file.paired).toEqual([
      {
        first: "gpt-4o",
        second: "gpt-4o-mini",
        both: 168,
        onlyFirst: 18,
        onlySecond: 5,
        neither: 9,
      },
    ]);
  });

  it("is used at once, and explained with its run; without the file the old bytes come back", async () => {
    const { evidence } = await imported(workedExample());
    const before = await runCli([...ASKED, "--json"]);
    const withIt = await runCli([...ASKED, "--json", "--catalog", evidence]);
    expect(withIt.code).toBe(0);
    const abilityOf = ({ stdout }: { stdout: string }, model: string) =>
      (
        JSON.parse(stdout) as {
          ranking: {
            model: string;
            criteria: { quality: { value: number; evidence: string[] } };
          }[];
        }
      ).ranking.find((each) => each.model === model)?.criteria.quality;
    expect(abilityOf(withIt, "gpt-4o")?.value).not.toBe(abilityOf(before, "gpt-4o")?.value);
    expect(abilityOf(withIt, "gpt-4o")?.evidence).toContain("own-eval-znl-2026-11-22t16-46-52");
    const explained = await runCli([
      "explain",
      "gpt-4o",
      ...ASKED,
      "--json",
      "--catalog",
      evidence,
    ]);
    const { quality } = explanation.parse(JSON.parse(explained.stdout));
    const own = quality.own;
    if (own === null) throw new Error("the own tests are used");
    expect(quality.ability.point).toBeCloseTo(
      own.weight * own.ability + (1 - own.weight) * own.publicAbility.point,
      12,
    );
    const screen = await runCli(["explain", "gpt-4o", ...ASKED, "--catalog", evidence]);
    expect(screen.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /own: 186 of 200 passed in promptfoo 0\.123\.1, eval-Znl-2026-11-22T16:46:52/,
    );
    expect(await runCli([...ASKED, "--json"])).toEqual(before);
  });

  it("says nothing of another task, nor of a mix", async () => {
    const { evidence } = await imported(workedExample());
    for (const task of ["coding", "general=1,coding=1"]) {
      const line = ["--task", task, "--json"];
      const before = JSON.parse((await runCli(line)).stdout) as { ranking: unknown };
      const after = JSON.parse((await runCli([...line, "--catalog", evidence])).stdout) as {
        ranking: unknown;
      };
      expect(after.ranking).toEqual(before.ranking);
    }
  });

  it("tells the cost of an error from which the dearer model pays", async () => {
    const { evidence } = await imported(workedExample());
    const line = ["cost", ...ASKED, "--requests", "1000", "--input-tokens", "1000"];
    const { stdout } = await runCli([...line, "--output-tokens", "300", "--catalog", evidence]);
    // A request is .0055 - .00033 = .00517 dearer and .93 - .865 = .065 more often right.
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "GPT-4o pays where an error costs more than $0.07954",
    );
  });

  it("is judged by the user's own bar with a target", async () => {
    const { evidence } = await imported(workedExample(), "--target", "90%");
    const values = await Promise.all(
      ["gpt-4o", "gpt-4o-mini"].map(async (model) => {
        const line = ["explain", model, ...ASKED, "--json", "--catalog", evidence];
        return explanation.parse(JSON.parse((await runCli(line)).stdout)).quality.value;
      }),
    );
    // 1.841992 is .355233 below the log-odds of .9, 2.197225; two logits below a bar are worth nothing.
    expect(values).toEqual([1, expect.closeTo(0.822384, 6) as number]);
  });
});

test("nothing of prompts, answers, reasons, keys or addresses leaves the results", async () => {
  const { evidence, outcome, folder } = await imported(workedExample());
  const results = path.join(folder, "results.json");
  const failing = await runCli(["evidence", "promptfoo", results, ...ASKED, "--prompt", "nothing"]);
  const explained = await runCli(["explain", ...ASKED, "--catalog", evidence]);
  const told = [outcome, failing, explained].flatMap(({ stdout, stderr }) => [stdout, stderr]);
  for (const text of [await readFile(evidence, "utf8"), ...told]) {
    expect(text).not.toContain(SECRET);
  }
});

test("rows in another order give the same evidence", async () => {
  const results = promptfooResults(
    workedExample().map((column) => ({ ...column, passes: column.passes.slice(150, 200) })),
  );
  const read = async (rows: unknown[]) => {
    const stdin = JSON.stringify({ ...results, results: { ...results.results, results: rows } });
    const { stdout } = await runCli(["evidence", "promptfoo", "-", ...ASKED], { stdin });
    const { source: _of, ...rest } = evaluationFile.parse(parseYaml(stdout));
    return rest;
  };
  const rows = results.results.results;
  const expected = await read(rows);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      expect(await read(shuffled)).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});

describe("what cannot be used", () => {
  const failed = async (text: string | object, ...options: string[]) => {
    const stdin = typeof text === "string" ? text : JSON.stringify(text);
    const { code, stdout, stderr } = await runCli(["evidence", "promptfoo", "-", ...options], {
      stdin,
    });
    expect(stdout).toBe("");
    return `${code} ${stderr.trim().replaceAll(/\s+/g, " ")}`;
  };

  it.each([
    [
      { results: { version: 2, results: [] } },
      /^2 .*found results version 2; this reader knows 3 \(promptfoo 0\.123\.1 writes it\) try: run the eval again with a newer promptfoo$/,
    ],
    [{ results: { results: [] } }, /results without a version/],
    [{ results: { version: 3, results: [] } }, /no row of results/],
    [{ hello: 1 }, /no results file of promptfoo/],
    ["not json", /is no JSON/],
    ["", /is no JSON/],
    ['{"results": {"version": 3, "results": [', /is no JSON/],
    [JSON.parse('{"__proto__": {"results": 1}}') as object, /no results file/],
  ])("%j", async (text, message) => {
    expect(await failed(text, ...ASKED)).toMatch(message);
  });

  it("no task, an unknown one, an impossible target", async () => {
    const some = promptfooResults(workedExample());
    expect(await failed(some)).toMatch(/^2 .*--task: no value/);
    expect(await failed(some, "--task", "generl")).toMatch(
      /try: pick-model evidence promptfoo - --task general$/,
    );
    expect(await failed(some, ...ASKED, "--target", "1")).toMatch(/no model is right every time/);
  });

  it("two columns of one model, one named model, and no link without public results", async () => {
    const [first, second] = workedExample();
    if (first === undefined || second === undefined) throw new Error("there are two");
    const twice = promptfooResults([first, { ...second, id: first.id, label: "b" }]);
    expect(await failed(twice, ...ASKED)).toMatch(
      /2 columns are gpt-4o: column 0, openai:chat:gpt-4o; column 1, openai:chat:gpt-4o \(b\) try: leave all but one out with --map 1=skip/,
    );
    const mapped = await runCli(
      ["evidence", "promptfoo", "-", ...ASKED, "--map", "b=gpt-4o-mini"],
      {
        stdin: JSON.stringify(twice),
      },
    );
    expect(mapped.code).toBe(0);
    expect(await failed(promptfooResults([first]), ...ASKED)).toMatch(
      /only one of the models has public results .* --target 0\.9/,
    );
  });

  it("requests that were not served, over 5 %", async () => {
    const text = await readFile(path.join(FIXTURES, "promptfoo-0.123.1-local-cache.json"), "utf8");
    expect(await failed(text, ...ASKED)).toMatch(
      /1 of 4 requests to gpt-4o-mini were not served \(429, 5xx, network\): over 5 % cannot be left out .*--retry-errors/,
    );
    expect(
      await failed(text, ...ASKED, "--errors", "exclude", "--strict", "--map", "0=skip"),
    ).toMatch(/--strict: left out as asked/);
  });

  it("every request failed, and nobody was graded", async () => {
    const results = promptfooResults(workedExample());
    for (const row of results.results.results) {
      Object.assign(row, {
        success: false,
        failureReason: 2,
        error: "API error: 503",
        response: {},
      });
    }
    expect(await failed(results, ...ASKED, "--errors", "exclude")).toMatch(
      /^2 .*every request failed before it was served \(429, 5xx, network\) try: run it again with 'promptfoo eval --retry-errors'$/,
    );
    const ungraded = promptfooResults(workedExample());
    for (const row of ungraded.results.results) row.gradingResult.componentResults = [];
    expect(await failed(ungraded, ...ASKED)).toMatch(/^2 .*no model's answers were graded/);
  });

  it("a document too large to be read whole is to come in lines, which have no end", async () => {
    const folder = await temporaryFolder({ "results.json": "", "results.jsonl": "" });
    const file = path.join(folder, "results.json");
    await truncate(file, 256 * 1024 * 1024 + 1);
    const { code, stdout, stderr } = await runCli(["evidence", "promptfoo", file, ...ASKED]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "results.json: it is too large (at most 268435456 bytes are read) try: export line by line: promptfoo eval -o results.jsonl",
    );
  });

  it("several prompts: the best of many tries is no evidence", async () => {
    const results = promptfooResults(workedExample());
    for (const [place, row] of results.results.results.entries()) {
      if (place % 2 === 1) row.promptId = "fedcba9876543210";
    }
    expect(await failed(results, ...ASKED)).toMatch(
      /2 prompts were tested.*--prompt <number>: 0 \(01234567\), 1 \(fedcba98\)/,
    );
  });
});

test("rows of figures that are none are skipped and counted; lines are read as they come", async () => {
  const { results } = promptfooResults(workedExample()).results;
  const lines = [
    ...results.map((row) => JSON.stringify(row)),
    '{"promptIdx": 1e400}',
    "{broken",
    "\uD800",
  ].join("\r\n");
  const folder = await temporaryFolder({ "results.jsonl": lines });
  const line = ["evidence", "promptfoo", path.join(folder, "results.jsonl"), ...ASKED];
  const { code, stdout, stderr } = await runCli(line);
  expect(code).toBe(0);
  expect(evaluationFile.parse(parseYaml(stdout)).models["gpt-4o"]?.passRate).toBe(0.93);
  expect(stderr).toContain("3 rows skipped that could not be read");
  expect((await runCli([...line, "--strict"])).code).toBe(2);
});

describe("a model that reasons", () => {
  /** Two configurations of one provider: their columns share an id, and nothing else tells them apart. */
  async function atEfforts(labels: readonly string[]) {
    const luna = (share: number, label: string | undefined) => ({
      id: "openai:chat:gpt-6-luna",
      ...(label === undefined ? {} : { label }),
      passes: Array.from({ length: 200 }, (_each, place) => place % 100 < share),
    });
    const results = promptfooResults([
      ...workedExample(),
      luna(80, labels[0]),
      luna(97, labels[1]),
    ]);
    const providers = results.config.providers as { config: object }[];
    Object.assign(providers[2]?.config ?? {}, { reasoning_effort: "low" });
    Object.assign(providers[3]?.config ?? {}, { reasoning: { effort: "high" } });
    const folder = await temporaryFolder({ "results.json": JSON.stringify(results) });
    const evidence = path.join(folder, "evidence.yaml");
    const line = ["evidence", "promptfoo", path.join(folder, "results.json"), ...ASKED];
    expect((await runCli([...line, "-o", evidence])).code).toBe(0);
    return evidence;
  }

  it.each([[[]], [["luna low", "luna high"]]])(
    "at two efforts is two alternatives, labelled %j or not",
    async (labels) => {
      const text = await readFile(await atEfforts(labels), "utf8");
      const { models } = evaluationFile.parse(parseYaml(text));
      expect(Object.keys(models)).toEqual([
        "gpt-4o",
        "gpt-4o-mini",
        "gpt-6-luna@high",
        "gpt-6-luna@low",
      ]);
      expect(models["gpt-6-luna@low"]?.passRate).toBe(0.8);
      expect(models["gpt-6-luna@high"]?.passRate).toBe(0.97);
    },
  );

  it("is judged by what was seen at the effort asked for, and by nothing at another", async () => {
    const evidence = await atEfforts([]);
    const ability = async (effort: string) => {
      const only = ["--only", "gpt-6-luna,gpt-4o-mini", "--catalog", evidence, ...ASKED];
      const { stdout } = await runCli([...only, "--effort", effort, "--json"]);
      const { ranking } = JSON.parse(stdout) as {
        ranking: { model: string; criteria: { quality: { value: number; evidence: string[] } } }[];
      };
      const quality = ranking.find(({ model }) => model === "gpt-6-luna")?.criteria.quality;
      return { ...quality, isOwn: quality?.evidence.some((id) => id.startsWith("own-")) };
    };
    const [none, low, high] = [await ability("none"), await ability("low"), await ability("high")];
    expect([none.isOwn, low.isOwn, high.isOwn]).toEqual([false, true, true]);
    // 160 and 194 of 200 are 1.38 and 3.40 logits.
    expect((high.value ?? 0) - (low.value ?? 0)).toBeGreaterThan(1);
  });
});

test("results of a snapshot are of that snapshot, and the reading says so", async () => {
  const [first, second] = workedExample();
  if (first === undefined || second === undefined) throw new Error("there are two");
  const { evidence, outcome } = await imported([
    { ...first, id: "openai:chat:gpt-4o-2024-11-20" },
    second,
  ]);
  expect(outcome.stdout).toContain(
    "gpt-4o-2024-11-20 is not what gpt-4o means (gpt-4o-2024-08-06): it counts with --only gpt-4o-2024-11-20",
  );
  const isOwn = async (model: string) => {
    const { stdout } = await runCli(["explain", model, ...ASKED, "--catalog", evidence, "--full"]);
    return stdout.replaceAll(/\s+/g, " ").includes("own: 186 of 200");
  };
  expect(await isOwn("gpt-4o-2024-11-20")).toBe(true);
  expect(await isOwn("gpt-4o")).toBe(false);
  // The alias meant the snapshot of August on the day of the run.
  const alias = await imported([first, second]);
  const { stdout } = await runCli([
    "explain",
    "gpt-4o-2024-08-06",
    ...ASKED,
    "--catalog",
    alias.evidence,
  ]);
  expect(stdout).toContain("own: 186 of 200");
});

test("what rows alone do not say is said: the effort is the default, unless it is named", async () => {
  const luna = { id: "openai:chat:gpt-6-luna", passes: workedExample()[0]?.passes ?? [] };
  const { results } = promptfooResults([...workedExample(), luna]).results;
  const text = results.map((row) => JSON.stringify(row)).join("\n");
  const folder = await temporaryFolder({ "results.jsonl": text });
  const line = ["evidence", "promptfoo", path.join(folder, "results.jsonl"), ...ASKED];
  const assumed = await runCli(line);
  expect(assumed.stderr).toContain(
    "gpt-6-luna is taken at its default effort, medium, which rows do not say: else --map 2=gpt-6-luna@<effort>",
  );
  const named = await runCli([...line, "--map", "2=gpt-6-luna@low"]);
  expect(named.stdout).toContain("gpt-6-luna@low:");
  expect(named.stderr).not.toContain("default effort");
});

test("with --strict nothing is left out unsaid: no answer without an assertion, no request unserved", async () => {
  const results = promptfooResults(workedExample());
  const [first, second] = results.results.results;
  if (first === undefined || second === undefined) throw new Error("there are rows");
  first.gradingResult.componentResults = [];
  Object.assign(second, {
    success: false,
    failureReason: 2,
    error: "API error: 503",
    response: {},
  });
  const stdin = JSON.stringify(results);
  const line = ["evidence", "promptfoo", "-", ...ASKED];
  expect((await runCli(line, { stdin })).code).toBe(0);
  const strict = await runCli([...line, "--strict"], { stdin });
  expect({ code: strict.code, stdout: strict.stdout }).toEqual({ code: 2, stdout: "" });
  expect(strict.stderr.replaceAll(/\s+/g, " ")).toContain(
    "--strict: 1 answer had no assertion; 1 request not served",
  );
});

test("results without a prompt have none to choose", async () => {
  const { results, ...rest } = promptfooResults([]);
  const { results: _rows, ...without } = results;
  const folder = await temporaryFolder({
    "results.json": JSON.stringify({ ...rest, results: without }),
  });
  const line = ["evidence", "promptfoo", path.join(folder, "results.json"), ...ASKED];
  expect(await runCli([...line, "--prompt", ""])).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: --prompt: no prompt is called ''\n  try: the results hold no prompt\n",
  });
});

test("variables nested without end are a row that cannot be read, not a fault of ours", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const text = JSON.stringify(promptfooResults(workedExample()));
  const stdin = text.replace('"vars":{"q":', `"vars":{"deep":${deep},"q":`);
  const { code, stderr } = await runCli(["evidence", "promptfoo", "-", ...ASKED], { stdin });
  expect(code).toBe(0);
  expect(stderr).toContain("1 row skipped that could not be read");
});
