import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inexpressibleFields } from "../../src/question/exported-question.ts";
import { commandLine, toCommand } from "../../src/question/flags.ts";
import { flagLayer } from "../../src/question/index.ts";
import { type Requirements, requirements } from "../../src/schema/requirements.ts";
import { anyDocument } from "./any-document.ts";
import { flagsOf, tools } from "./fixture.ts";

async function backAgain(document: Requirements): Promise<Requirements> {
  return (await flagLayer(flagsOf(toCommand(document)), tools)).document;
}

test("every option, in the order of the help text", () => {
  const document: Requirements = {
    useCase: "helpdesk",
    task: { coding: 3, math: 1 },
    complexity: "complex",
    budget: 500,
    latency: { maxSeconds: 2.5, measure: "first-sentence" },
    quality: "high",
    workload: {
      requestsPerMonth: 300_000,
      inputTokens: 800,
      outputTokens: 150,
      cachedInputTokens: 100,
      cacheWriteTokens: 0.5,
      images: [{ width: 1024, height: 768, detail: "high", count: 2 }],
      webSearches: 1,
      fileSearches: 2,
      trainingTokens: 1_000_000,
      epochs: 3,
      serviceTier: "fast",
      fineTuned: true,
    },
    limits: {
      usdPerMonth: 400,
      usdPerRequest: 0.01,
      waitSeconds: 2,
      contextTokens: 64_000,
      outputTokens: 4000,
    },
    needs: ["vision", "mcp"],
    rateLimits: { usageTier: 1, peakRequestsPerMinute: 200 },
    minBenchmarks: { quiz: 45, duel: 1200 },
    availableUntil: "2027-01-01",
    asOf: "2026-01-01",
    weights: { cost: 3, quality: 5 },
    models: ["big", "small"],
    exclude: ["tiny"],
    includeSuccessors: true,
  };
  expect(toCommand(document).join(" ")).toBe(
    "--use-case helpdesk --task coding=3,math=1 --complexity complex --budget 500 --latency 2.5s " +
      "--quality high --stream --requests 300000 --input-tokens 800 --output-tokens 150 " +
      "--cached-tokens 100 --cache-write-tokens 0.5 --image 1024x768:highx2 --web-searches 1 --file-searches 2 " +
      "--training-tokens 1000000 --epochs 3 --service-tier fast --fine-tuned --max-cost 400 " +
      "--max-request-cost 0.01 --max-wait 2s --needs vision,mcp --context 64000 --max-output 4000 " +
      "--usage-tier 1 --peak-rpm 200 --min-benchmark quiz=45,duel=1200 --until 2027-01-01 " +
      "--as-of 2026-01-01 --weight cost=3,quality=5 --only big,small --exclude tiny " +
      "--include-successors",
  );
  expect(inexpressibleFields(document)).toEqual([]);
});

test("nothing asked, nothing typed", () => {
  expect(toCommand({})).toEqual([]);
  expect(commandLine([])).toBe("pick-model");
});

describe("what only a document can say", () => {
  test.each<[Requirements, string[], string[]]>([
    [
      { workload: { inputTokens: { mean: 8, max: 9 }, outputTokens: { mean: 2 } } },
      ["workload.inputTokens", "workload.outputTokens"],
      ["--input-tokens", "8", "--output-tokens", "2"],
    ],
    [{ workload: { images: [] } }, ["workload.images"], []],
    [
      { workload: { images: [{ tokens: 5, countedOn: "big", count: 1 }] } },
      ["workload.images"],
      [],
    ],
    [{ latency: "realtime", stream: false }, ["stream"], ["--latency", "realtime"]],
  ])("%j", (document, fields, options) => {
    expect(inexpressibleFields(document)).toEqual(fields);
    expect(toCommand(document)).toEqual(options);
  });
});

test("there and back again", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (given) => {
      const document = expressible(requirements.parse(given));
      expect(await backAgain(document)).toEqual(document);
    }),
    { numRuns: 1000 },
  );
});

test("shell words are quoted where a shell would read them otherwise", () => {
  expect(commandLine(["--budget", "$500", "--requests", "200/day", "--x", "it's"])).toBe(
    "pick-model --budget '$500' --requests 200/day --x 'it'\\''s'",
  );
});

/** The part of a document that options can say, in the form in which they say it. */
function expressible(document: Requirements): Requirements {
  const {
    stream,
    task,
    latency,
    workload = {},
    needs,
    exclude,
    includeSuccessors,
    ...rest
  } = document;
  const {
    images = [],
    fineTuned,
    cachedAsBilled,
    inputTokens,
    outputTokens,
    ...figures
  } = workload;
  const pixels = images.filter((image) => "width" in image);
  const entries = Object.entries({
    ...rest,
    task: taskOf(task),
    latency: typeof latency === "object" ? { ...latency, measure: "full-answer" } : latency,
    stream: stream === true || undefined,
    workload: filled({
      ...figures,
      inputTokens: typeof inputTokens === "object" ? inputTokens.mean : inputTokens,
      outputTokens: typeof outputTokens === "object" ? outputTokens.mean : outputTokens,
      images: pixels.length === 0 ? undefined : pixels,
      fineTuned: fineTuned === true || undefined,
      cachedAsBilled: cachedAsBilled === true || undefined,
    }),
    limits: filled(rest.limits),
    rateLimits: filled(rest.rateLimits),
    minBenchmarks: filled(rest.minBenchmarks),
    weights: filled(rest.weights),
    needs: needs?.length === 0 ? undefined : needs,
    exclude: exclude?.length === 0 ? undefined : exclude,
    includeSuccessors: includeSuccessors === true || undefined,
  });
  return requirements.parse(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

function taskOf(task: Requirements["task"]): Requirements["task"] {
  if (typeof task !== "object") return task;
  const [only, ...others] = Object.keys(task);
  return others.length > 0 ? task : only;
}

function filled(group: object | undefined): object | undefined {
  const entries = Object.entries(group ?? {}).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
