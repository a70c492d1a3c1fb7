/** Whatever `--catalog` names: own models and figures, prices, discounts, bundles, evidence; refused, or answered in finite figures. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { test } from "vitest";
import { parse, stringify } from "yaml";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { OWN_SOURCE } from "../../support/own-source.ts";
import { promptfooResults } from "../../support/promptfoo.ts";
import { runCli } from "../../support/run.ts";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import { changed, extreme, spilt } from "./hostile.ts";
import { TIMES, tried } from "./tried.ts";
import { optionOf } from "./typed.ts";

const ROOT = path.join(import.meta.dirname, "..", "..", "..");
const read = async (...names: string[]) =>
  parse(await readFile(path.join(ROOT, ...names), "utf8")) as Record<string, unknown>;

/** A figure at an end of what its field takes, or now and then beyond it. */
const claim = (...ends: number[]) =>
  fc
    .oneof({ weight: 20, arbitrary: fc.constantFrom(...ends) }, { weight: 1, arbitrary: extreme })
    .map((figure) => [{ value: figure, source: "own", observed: "2026-11-01" }]);
const price = claim(0, 1e-9, 0.15, 10, 1e6);
const count = claim(0, 1, 128_000, 1e12);
const positive = claim(1e-3, 1, 128_000, 1e12);
const some = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [], noNullPrototype: true });
const list = some({ input: price, output: price, cachedInput: price, cacheWrite: price });
const percentage = claim(25, 25.0001, 60, 99.999, 100);
const ownFacts = some({
  prices: some({ standard: list, batch: list, fast: list }),
  fineTunedPrices: some({ standard: list }),
  trainingUsdPerMillionTokens: price,
  tools: some({ webSearchUsdPerThousandCalls: price, webSearchInputTokensPerCall: count }),
  limits: some({
    contextTokens: positive,
    maxOutputTokens: positive,
    promptCacheMinimumTokens: count,
  }),
  imageTokens: some({ base: count, perTile: count }),
  rateLimits: some({ "1": some({ requestsPerMinute: positive, tokensPerMinute: positive }) }),
  speed: some({
    outputTokensPerSecond: claim(1e-3, 50, 1e6),
    timeToFirstTokenSeconds: claim(1e-4, 0.5, 1e6),
  }),
  benchmarks: some({ mmlu: percentage, gpqa: percentage }),
  discount: claim(0, 1e-9, 0.5, 1),
});
const ownModel = fc
  .tuple(ownFacts, fc.constantFrom("gpt-4o-mini", "own-model", "constructor", "gpt-6-luna"))
  .map(([{ discount, ...facts }, id]) => {
    const identity = {
      name: "Own",
      provider: "us",
      snapshots: [{ id: `${id}-1`, released: "2026-01-01", default: true }],
    };
    const isKnown = id.startsWith("gpt");
    const reduced = isKnown && discount !== undefined ? { discount } : {};
    return { id, sources: [OWN_SOURCE], ...(isKnown ? reduced : identity), ...facts };
  });
const bundle = fc
  .tuple(fc.array(ownModel, { maxLength: 3 }), claim(0, 0.5, 1), fc.boolean())
  .map(([own, discount, isReduced]) => ({
    models: own.filter(({ id }) => !id.startsWith("gpt")),
    overlays: own.filter(({ id }) => id.startsWith("gpt")),
    ...(isReduced ? { discount, provider: "openai" } : {}),
  }));

const LINES = {
  recommend: ["--json", "--draws 0 --json", "--include-successors --json", "-f yaml", "--quiet"],
  compare: ["compare --json", "compare gpt-4o-mini gpt-6-luna --json"],
  cost: ["cost --json", "cost --compare-tiers --json", "cost --image 1024x1024 --json"],
  explain: ["explain --json", "explain gpt-4o-mini --full --json"],
  migrate: ["migrate gpt-4o-mini --json", "migrate gpt-4o --full --json"],
  "catalog validate": ["catalog validate", "catalog list", "catalog show gpt-4o-mini --json"],
} as const;
const line = fc.constantFrom(
  ...Object.entries(LINES).flatMap(([name, lines]) => lines.map((each) => [name, each] as const)),
);
const asked = optionOf(
  Object.values(COMMANDS.recommend.options).filter(
    ({ group }) => group === "Workload" || group === "Hard limits",
  ),
);

/** Writes the text as a catalog, and asks with it. */
async function triedOver(cwd: string, text: string, [name, words]: readonly [string, string]) {
  await writeFile(path.join(cwd, "own.yaml"), text);
  const argv = words.split(" ");
  const isList = name === "catalog validate";
  const over = argv[1] === "validate" ? ["own.yaml"] : ["--catalog", "own.yaml"];
  const isJson = argv.includes("--json") && !isList;
  await tried([...argv, ...over], { cwd }, isJson ? name : undefined);
}

test("any figures of one's own", async () => {
  const cwd = await temporaryFolder();
  const file = fc.oneof(ownModel, bundle);
  await fc.assert(
    fc.asyncProperty(
      file,
      line,
      fc.array(asked, { maxLength: 2 }),
      async (own, [name, words], more) => {
        const sources = "models" in own ? { sources: [OWN_SOURCE] } : {};
        const isQuestion = name !== "catalog validate" && !words.includes("--image");
        const asking = isQuestion ? [words, ...more.flat()].join(" ") : words;
        await triedOver(cwd, JSON.stringify({ ...sources, ...own }), [name, asking]);
      },
    ),
    { numRuns: 80 * TIMES },
  );
});

test("any change to a model, a price list, a successor or evidence", async () => {
  const cwd = await temporaryFolder();
  const results = promptfooResults([
    { id: "openai:gpt-4o", passes: [true, true, true, false] },
    { id: "openai:gpt-4o-mini", passes: [true, false, true, false] },
  ]);
  await writeFile(path.join(cwd, "results.json"), JSON.stringify(results));
  const made = await runCli(["evidence", "promptfoo", "results.json", "-t", "chat"], { cwd });
  const whole = [
    await read("examples", "own-model.yaml"),
    await read("examples", "own-prices.yaml"),
    await read("examples", "own-successor.yaml"),
    await read("data", "models", "openai", "gpt-4o-mini.yaml"),
    parse(made.stdout) as Record<string, unknown>,
  ];
  const tree = fc.oneof(...whole.map(changed)).map((each) => JSON.stringify(each));
  const text = fc.oneof(
    { weight: 5, arbitrary: tree },
    { weight: 1, arbitrary: fc.oneof(...whole.map((each) => spilt(stringify(each)))) },
  );
  await fc.assert(
    fc.asyncProperty(text, line, async (own, words) => {
      await triedOver(cwd, own, words);
    }),
    { numRuns: 80 * TIMES },
  );
});
