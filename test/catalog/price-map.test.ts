/** Price maps in LiteLLM's shape: exact to the decimal, over every list, and refused with the place of what is no price. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Big } from "big.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const WORKLOAD = ["--requests", "100k", "--input-tokens", "1000", "--output-tokens", "300"];
/** Fields as LiteLLM's file has them, prices invented: a bit over a tenth off the list. */
const MAP = {
  sample_spec: { max_tokens: "the longest answer", input_cost_per_token: 0.0 },
  "gpt-4o": {
    input_cost_per_token: 2.2e-6,
    output_cost_per_token: 8.8e-6,
    cache_read_input_token_cost: 1.1e-6,
    input_cost_per_token_batches: 1.1e-6,
    output_cost_per_token_batches: 4.4e-6,
    input_cost_per_token_priority: 4e-6,
    litellm_provider: "openai",
    mode: "chat",
    supports_vision: true,
  },
  "openai/gpt-4o-mini": { input_cost_per_token: 1.3e-7, output_cost_per_token: 5.3e-7 },
  "azure/gpt-4o": { input_cost_per_token: 9e-6 },
  "claude-sonnet": { input_cost_per_token: 3e-6 },
};

async function billed(map: unknown, argv: readonly string[] = []) {
  const text = typeof map === "string" ? map : JSON.stringify(map);
  const cwd = await temporaryFolder({ "prices.json": text });
  return runCli(["cost", ...WORKLOAD, "--prices", "prices.json", ...argv], { cwd });
}

test("a map's prices are what is billed, and what it says beside them is counted", async () => {
  // 100 million tokens at $2.20 and 30 million at $8.80; at $0.13 and $0.53.
  expect(await billed(MAP, ["-f", "summary"])).toEqual({
    code: 0,
    stdout: "GPT-4o mini is $455.10 a month cheaper: $28.90 against $484.\n",
    stderr:
      "note: prices.json prices gpt-4o and openai/gpt-4o-mini; 3 of other models and 3 other fields left aside\n",
  });
  const { stdout } = await billed(MAP, ["-f", "markdown"]);
  expect(stdout).toContain(
    "GPT-4o is billed at your own prices (price-map-prices, 2026-09-24): input $2.20 instead of $2.50",
  );
  const { stdout: screen } = await billed(MAP);
  expect(screen).toContain("Own prices   GPT-4o and GPT-4o mini are billed at your own prices.");
});

test("every tier has its fields", async () => {
  const month = async (tier: string) => {
    const { stdout } = await billed(MAP, ["--service-tier", tier, "--json"]);
    const { bills } = JSON.parse(stdout) as { bills: { model: string; usdPerMonth: number }[] };
    return bills.find(({ model }) => model === "gpt-4o")?.usdPerMonth;
  };
  // 100 million and 30 million tokens at $1.10 and $4.40; fast at $4 in, and at the list's own $17 out.
  expect(await month("batch")).toBe(242);
  expect(await month("fast")).toBe(910);
});

test("a price equal to the list's is no news", async () => {
  const { stdout } = await billed({ "gpt-4o": { input_cost_per_token: 2.5e-6 } }, [
    "-f",
    "markdown",
  ]);
  expect(stdout).not.toContain("instead of");
  expect(stdout).toContain("$550");
});

test("a snapshot's prices are its own, and a tuned model's are those of the tuned one", async () => {
  const map = {
    "gpt-4o-2024-05-13": { input_cost_per_token: 4e-6, output_cost_per_token: 1.2e-5 },
    "ft:gpt-4o-2024-08-06": { input_cost_per_token: 3e-6, output_cost_per_token: 1.4e-5 },
  };
  const summary = async (argv: readonly string[]) =>
    (await billed(map, [...argv, "-f", "summary"])).stdout;
  // 400 + 360, and the alias at its list price; 300 + 420.
  expect(await summary(["gpt-4o-2024-05-13", "gpt-4o"])).toContain("$550 against $760");
  expect(await summary(["--fine-tuned"])).toContain("against $720");
});

test("any price a token is a million times as much a million tokens, to the last decimal", async () => {
  const digits = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 6, max: 12 }));
  await fc.assert(
    fc.asyncProperty(digits, async ([mantissa, decimals]) => {
      const written = `${mantissa}e-${decimals + 3}`;
      const text = `{ "gpt-4o": { "input_cost_per_token": ${written} } }`;
      const { code, stdout } = await billed(text, ["--json"]);
      const { bills } = JSON.parse(stdout) as {
        bills: { model: string; lines: { item: string; usdPerUnit: number }[] }[];
      };
      expect(code).toBe(0);
      const lines = bills.find(({ model }) => model === "gpt-4o")?.lines;
      const price = new Big(written).times(1_000_000);
      expect(JSON.stringify(lines)).toContain(`:${price.toNumber()},`);
      expect(new Big(price.toNumber()).eq(price)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test("a lock made with a map holds from day to day", async () => {
  const cwd = await temporaryFolder({ "prices.json": JSON.stringify(MAP) });
  const argv = ["--prices", "prices.json"];
  const locked = await runCli(["lock", ...WORKLOAD, ...argv], { cwd });
  expect(locked.code).toBe(0);
  const later = await runCli(["check", ...argv, "--fail-within", "0", "--json"], {
    cwd,
    asOf: "2026-12-01",
  });
  expect(later.stdout).not.toContain("catalog-changed");
  const { checks } = JSON.parse(later.stdout) as { checks: { findings: { cause: string }[] }[] };
  expect(checks.flatMap(({ findings }) => findings).map(({ cause }) => cause)).not.toContain(
    "catalog",
  );
});

test("what is no map, no price or no model of ours is refused in two lines with its place", async () => {
  const maps = {
    "a list": "[1]",
    "no model of ours": '{ "claude-sonnet": { "input_cost_per_token": 3e-06 } }',
    "no prices": '{ "gpt-4o": { "max_tokens": 16384 } }',
    "a number for a model": '{ "gpt-4o": 2.5e-06 }',
    "a text for a price": '{ "gpt-4o": {\n  "input_cost_per_token": "2.5e-06" } }',
    "a negative price": '{ "gpt-4o": {\n  "output_cost_per_token": -1e-06 } }',
    "dollars a million": '{ "gpt-4o": { "input_cost_per_token": 2.5 } }',
    "an infinite price": '{ "gpt-4o": { "input_cost_per_token": 1e400 } }',
    "an endless fraction": '{ "gpt-4o": { "input_cost_per_token": 1e-300 } }',
    "no number": '{ "gpt-4o": { "input_cost_per_token": NaN } }',
    "half a file": '{ "gpt-4o": { "input_cost_per_token": 2.5e-06',
    "twice the same": '{ "gpt-4o": {}, "gpt-4o": { "input_cost_per_token": 2.5e-06 } }',
    "another's prototype": '{ "__proto__": { "input_cost_per_token": 2.5e-06 } }',
    empty: "",
  };
  const shown: string[] = [];
  for (const [what, text] of Object.entries(maps)) {
    const { code, stdout, stderr } = await billed(text);
    expect({ what, code, stdout }).toEqual({ what, code: 3, stdout: "" });
    expect(stderr).toMatch(COMPLAINT);
    shown.push(`# ${what}\n${stderr}`);
  }
  const cwd = await temporaryFolder();
  await writeFile(path.join(cwd, "binary.json"), Buffer.from([0xff, 0x00, 0x12, 0xfe]));
  for (const file of ["nowhere.json", ".", "binary.json"]) {
    const { code, stdout, stderr } = await runCli(["cost", "--prices", file], { cwd });
    expect({ file, code, stdout }).toEqual({ file, code: 3, stdout: "" });
    expect(stderr).toMatch(COMPLAINT);
    shown.push(`# ${file}\n${stderr}`);
  }
  await expect(shown.join("\n")).toMatchFileSnapshot("golden/price-map.txt");
});
