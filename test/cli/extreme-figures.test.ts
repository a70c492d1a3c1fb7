/** Figures at the ends of what a file or an option may say: answered in finite figures, or refused by name. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { digestOf } from "../../src/catalog/digest.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { OWN_SOURCE } from "../support/own-source.ts";
import { runCli } from "../support/run.ts";

const claim = (value: unknown) => [{ value, source: "own", observed: "2026-11-01" }];

/** A model of one's own, at these prices. */
function ownModel(input: number, output: number, id = "own-model") {
  return JSON.stringify({
    id,
    name: "Own model",
    provider: "local",
    snapshots: [{ id: `${id}-1`, released: "2026-01-01", default: true }],
    sources: [OWN_SOURCE],
    prices: { standard: { input: claim(input), output: claim(output) } },
    limits: { contextTokens: claim(64_000), maxOutputTokens: claim(8000) },
    benchmarks: { mmlu: claim(84) },
  });
}

async function withOwn(model: string, ...argv: string[]) {
  const cwd = await temporaryFolder({ "own.json": model });
  return runCli([...argv, "--catalog", "own.json"], { cwd });
}

const COMMANDS = ["", "compare", "cost", "explain", "report --static", "lock"];
const QUESTIONS = [
  "--requests 1000",
  "--input-tokens 0 --output-tokens 0",
  "--input-tokens 0 --output-tokens 0 --image 1024x1024",
  "--max-cost 5",
  "--budget 10 --requests 0",
  "--usage-tier 1 --input-tokens 0 --output-tokens 0",
  "--training-tokens 100k",
];

test.each(COMMANDS)("%s prices a free model, and a request of no tokens", async (command) => {
  for (const question of QUESTIONS) {
    const argv = `${command} ${question}`.trim().split(" ");
    const { code, stdout, stderr } = await withOwn(ownModel(0, 0), ...argv);
    expect([0, 1], `${argv.join(" ")}: ${stderr}`).toContain(code);
    expect(stdout).not.toMatch(/\b(?:NaN|Infinity)\b/);
  }
});

test("a free model costs nothing, and any number of its requests fits a limit", async () => {
  const priced = await withOwn(ownModel(0, 0), "cost", "own-model", "--requests", "1000", "--json");
  expect(JSON.parse(priced.stdout)).toMatchObject({
    bills: [{ usdPerRequest: 0, usdPerMonth: 0 }],
  });
  const limited = await withOwn(ownModel(0, 0), "--max-cost", "5", "--json");
  expect(limited.stdout).toContain("any number of requests a month on Own model");
});

test("a model may be called like a part of every object", async () => {
  const { code, stdout } = await withOwn(ownModel(1, 2, "constructor"), "--json");
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/null,\n\s*"contribution/);
});

test.each([
  [{ prices: { standard: { input: claim(1.8e307) } } }, "prices.standard.input[0].value"],
  [{ prices: { standard: { input: claim(5e-324) } } }, "prices.standard.input[0].value"],
  [{ prices: { standard: { output: claim(-1) } } }, "prices.standard.output[0].value"],
  [{ speed: { outputTokensPerSecond: claim(1e-320) } }, "speed.outputTokensPerSecond[0].value"],
  [{ speed: { timeToFirstTokenSeconds: claim(1e308) } }, "speed.timeToFirstTokenSeconds[0].value"],
  [{ limits: { contextTokens: claim(1e300) } }, "limits.contextTokens[0].value"],
  [{ benchmarks: { mmlu: claim(1e300) } }, "benchmarks.mmlu[0].value"],
  [{ benchmarks: { mmlu: claim(100.5) } }, "benchmarks.mmlu[0].value: 100.5 is no percentage"],
  [{ benchmarks: { gpqa: claim(-0.5) } }, "benchmarks.gpqa[0].value: -0.5 is no percentage"],
  [
    { benchmarks: { gpqa: claim(0.45) } },
    "0.45 % is far below guessing\n  try: write 45 for 0.45 of 1",
  ],
])("an own figure out of range is refused: %j", async (facts, message) => {
  const model = JSON.stringify({ id: "gpt-4o-mini", sources: [OWN_SOURCE], ...facts });
  const refused = await withOwn(model);
  expect(refused).toMatchObject({ code: 3, stdout: "" });
  expect(refused.stderr).toContain(message);
  expect(refused.stderr).toContain("own.json:1:");
});

test.each([0, 100])("the ends of a percentage are results: %d", async (value) => {
  const facts = { benchmarks: { mmlu: claim(value) } };
  const model = JSON.stringify({ id: "gpt-4o-mini", sources: [OWN_SOURCE], ...facts });
  expect(await withOwn(model, "--quiet")).toMatchObject({ code: 0, stderr: "" });
});

test.each([
  [0.00015, "gpt-4o-mini prices.standard.input is 1,000 times below its list price"],
  [150, "gpt-4o-mini prices.standard.input is 1,000 times above its list price"],
  [0.0016, null],
  [14.9, null],
])("an own price of %d a million tokens", async (value, remark) => {
  const prices = { standard: { input: claim(value) } };
  const model = JSON.stringify({ id: "gpt-4o-mini", sources: [OWN_SOURCE], prices });
  const cwd = await temporaryFolder({ "own.json": model });
  const line = ["catalog", "validate", "own.json", "--json"];
  const { code, stdout } = await runCli(line, { cwd });
  expect(code).toBe(0);
  const remarks = (JSON.parse(stdout) as { remarks?: string[] }).remarks ?? [];
  expect(remarks.map((text) => text.split(":")[0])).toEqual(remark === null ? [] : [remark]);
});

test.each([
  "cost=1e308",
  "cost=5e307,latency=5e307,quality=5e307",
  "cost=1e-320",
  "cost=1.1e9",
  "cost=9e-10",
])("--weight %s is refused", async (weights) => {
  const refused = await runCli(["--weight", weights]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toMatch(
    /^error: --weight: '.*' is too (?:large|small); at (?:most|least) /,
  );
});

test.each(["--web-searches", "--input-tokens", "--requests", "--max-request-cost", "--peak-rpm"])(
  "%s of next to nothing is refused, typed and written",
  async (flag) => {
    const typed = await runCli(["cost", flag, "5e-324"]);
    expect(typed).toMatchObject({ code: 2, stdout: "" });
    expect(typed.stderr).toContain(`${flag}: '5e-324' is too small; at least 1e-9`);
    const stdin = JSON.stringify({ workload: { webSearches: 5e-324 } });
    const written = await runCli(["cost"], { stdin });
    expect(written).toMatchObject({ code: 2, stdout: "" });
    expect(written.stderr).toContain("expected 0, or a number from 1e-9 to 1,000,000,000,000");
  },
);

test("the least of a figure is billed, where everything is free too", async () => {
  const deal = JSON.stringify({
    sources: [OWN_SOURCE],
    provider: "openai",
    discount: claim(1),
  });
  const outcome = await withOwn(deal, "cost", "--web-searches", "1e-9", "--json");
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
});

test.each([{ cost: 1e9 }, { cost: 1e-9 }, { cost: 1e9, latency: 1e-9, quality: 0 }])(
  "weights %j decide",
  async (weights) => {
    const question = { weights, availableUntil: "2027-01-13", limits: { contextTokens: 128_000 } };
    const stdin = JSON.stringify(question);
    expect(await runCli(["--quiet"], { stdin })).toMatchObject({ code: 0, stderr: "" });
  },
);

test.each([
  ["draws", -1],
  ["draws", 1_000_001],
  ["seed", -1],
  ["seed", 2 ** 32],
] as const)("a lock resealed with %s of %d is refused at once", async (name, value) => {
  const cwd = await temporaryFolder();
  await runCli(["lock", "--budget", "low", "--draws", "100"], { cwd });
  const { digest: _seal, ...lock } = JSON.parse(
    (await runCli(["lock", "--json"], { cwd })).stdout,
  ) as { digest: string; $schema?: string; sampling: object };
  const forged = { ...lock, sampling: { ...lock.sampling, [name]: value } };
  const { $schema: _unsealed, ...sealed } = forged;
  const file = path.join(cwd, "pick-model.lock.json");
  await writeFile(file, JSON.stringify({ ...forged, digest: digestOf(sealed) }));
  const checked = await runCli(["check"], { cwd });
  expect(checked.code).toBe(3);
  expect(checked.stdout).toContain(`sampling.${name}`);
});
