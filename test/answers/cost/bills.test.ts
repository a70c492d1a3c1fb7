/** Bills worked out by hand: every price there is, the spans of time, and what is said when there is no price. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOverlays } from "../../../src/catalog/overlay.ts";
import { costResult } from "../../../src/answers/cost/schema.ts";
import { temporaryFolder } from "../../support/catalog-folder.ts";
import { type Asked, billIn, BOTH, costOf, shipped } from "./fixture.ts";

const TEXT = { requestsPerMonth: 100_000, inputTokens: 1000, outputTokens: 300 };

/** Per request, by line. */
function linesOf(asked: Asked, model: string) {
  const { lines } = billIn(costOf(asked), model);
  return Object.fromEntries(
    lines.map(({ item, usdPerRequest, usdTotal }) => [item, usdPerRequest ?? usdTotal]),
  );
}

test("a month of text: 1,000 in and 300 out, a hundred thousand times", () => {
  const result = costOf({ workload: TEXT });
  expect(result.summary).toBe("GPT-4o mini is $517 a month cheaper: $33 against $550.");
  expect(result.cheapest).toBe("gpt-4o-mini");
  expect(billIn(result, "gpt-4o")).toEqual({
    model: "gpt-4o",
    name: "GPT-4o",
    snapshot: "gpt-4o-2024-08-06",
    serviceTier: "standard",
    fineTuned: false,
    status: "priced",
    missing: [],
    qualifies: true,
    reasons: [],
    lines: [
      {
        item: "text-input",
        quantity: 1000,
        unit: "tokens",
        price: 2.5,
        perUnits: 1_000_000,
        multiple: 1,
        usdPerRequest: 0.0025,
        usdPerMonth: 250,
        usdUntilShutdown: 450,
        usdTotal: null,
        fact: "prices.standard.input",
        evidence: ["openai-model-page-4o"],
      },
      {
        item: "output",
        quantity: 300,
        unit: "tokens",
        price: 10,
        perUnits: 1_000_000,
        multiple: 1,
        usdPerRequest: 0.003,
        usdPerMonth: 300,
        usdUntilShutdown: 540,
        usdTotal: null,
        fact: "prices.standard.output",
        evidence: ["openai-model-page-4o"],
      },
    ],
    images: [],
    outputMultiple: 1,
    reasoningEffort: null,
    usdPerRequest: 0.0055,
    usdPerMonth: 550,
    usdUntilShutdown: 990,
    usdTotal: null,
    usdOnce: 0,
    // 53 days ahead, and served on the last one too: 54 thirtieths of a month.
    shutdown: { date: "2027-01-14", servedDays: 54, requests: 180_000 },
    ownPrices: [],
    notes: [],
  });
});

test("the result is what its schema says, whatever is asked", () => {
  const asked: Asked[] = [
    {},
    { workload: TEXT, question: { totalRequests: 5, compareTiers: true, usdPerError: 1 } },
    { workload: { ...TEXT, images: [{ tokens: 25_501, countedOn: "gpt-4o-mini", count: 1 }] } },
    { workload: { fineTuned: true, serviceTier: "fast" } },
    { includeSuccessors: true, rateLimits: { usageTier: 1 }, asOf: "2027-06-01" },
  ];
  for (const each of asked) {
    const result = costOf(each);
    expect(costResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  }
});

describe("writing to the cache", () => {
  const workload = { inputTokens: 2000, outputTokens: 0, cachedInputTokens: 1200 };
  const billOf = (model: string, cacheWriteTokens?: number) => {
    const stated = cacheWriteTokens === undefined ? {} : { cacheWriteTokens };
    const result = costOf({
      models: [model],
      workload: { ...workload, requestsPerMonth: 1000, ...stated },
    });
    return { result, bill: billIn(result, model) };
  };

  test("costs a successor more than sending: 300 tokens at $0.125 a million, 500 at $0.10, 1,200 read at $0.01", () => {
    const { bill } = billOf("gpt-6-luna", 300);
    // .00005 + .000012 + .0000375
    expect(bill.usdPerRequest).toBe(0.0000995);
    expect(bill.lines.map(({ item, usdPerRequest }) => [item, usdPerRequest])).toEqual([
      ["text-input", 0.00005],
      ["cached-input", 0.000012],
      ["cache-writes", 0.0000375],
    ]);
  });

  test("at a price nobody states leaves the model without a bill, and is told where nobody says how often", () => {
    expect(billOf("gpt-6.2-sol", 300).bill).toMatchObject({
      status: "unpriced",
      missing: ["prices.standard.cacheWrite"],
    });
    expect(billOf("gpt-6.2-sol", 0).bill.status).toBe("priced");
    const [untold, told] = [billOf("gpt-6-luna"), billOf("gpt-6-luna", 0)];
    expect(untold.bill.notes).toEqual([expect.stringContaining("--cache-write-tokens")]);
    expect(told.bill.notes).toEqual([]);
    expect(billOf("gpt-4o").bill.notes).toEqual([]);
  });

  test("never lowers a bill, and no more is written than is left to send", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (tokens) => billOf("gpt-6.1-terra", tokens).bill.usdPerRequest ?? Number.NaN,
        );
        expect(less).toBeLessThanOrEqual(more ?? 0);
      }),
      { numRuns: 20 },
    );
  });
});

describe("every price", () => {
  test.each<[string, Asked["workload"], object, object]>([
    [
      "cached input from 1,024 tokens on",
      { inputTokens: 3000, outputTokens: 0, cachedInputTokens: 2000 },
      { "text-input": 0.0025, "cached-input": 0.0025 },
      { "text-input": 0.00015, "cached-input": 0.00015 },
    ],
    [
      "cached input of the minimum itself",
      { inputTokens: 1024, outputTokens: 0, cachedInputTokens: 1024 },
      { "cached-input": 0.00128 },
      { "cached-input": 0.0000768 },
    ],
    [
      "cached input below the minimum, in full",
      { inputTokens: 3000, outputTokens: 0, cachedInputTokens: 1023 },
      { "text-input": 0.0075 },
      { "text-input": 0.00045 },
    ],
    [
      // .0000025 and .00000015 a token, read at half of it, written at no more than input costs.
      "what is read from the cache and what is written to it",
      { inputTokens: 3000, outputTokens: 0, cachedInputTokens: 2000, cacheWriteTokens: 400 },
      { "text-input": 0.0015, "cached-input": 0.0025, "cache-writes": 0.001 },
      { "text-input": 0.00009, "cached-input": 0.00015, "cache-writes": 0.00006 },
    ],
    [
      "what is written where the prefix is too short to be cached, in full",
      { inputTokens: 3000, outputTokens: 0, cachedInputTokens: 1023, cacheWriteTokens: 400 },
      { "text-input": 0.0075 },
      { "text-input": 0.00045 },
    ],
    [
      "batch",
      { inputTokens: 1000, outputTokens: 300, serviceTier: "batch" },
      { "text-input": 0.00125, output: 0.0015 },
      { "text-input": 0.000075, output: 0.00009 },
    ],
    [
      "batch with cached input, for which no price is listed",
      { inputTokens: 2000, outputTokens: 0, cachedInputTokens: 2000, serviceTier: "batch" },
      { "text-input": 0.0025 },
      { "text-input": 0.00015 },
    ],
    [
      "fast, with cached input",
      { inputTokens: 3000, outputTokens: 100, cachedInputTokens: 2000, serviceTier: "fast" },
      { "text-input": 0.00425, "cached-input": 0.00425, output: 0.0017 },
      { "text-input": 0.00025, "cached-input": 0.00025, output: 0.0001 },
    ],
    [
      "fine-tuned",
      { inputTokens: 3000, outputTokens: 100, cachedInputTokens: 2000, fineTuned: true },
      { "text-input": 0.00375, "cached-input": 0.00375, output: 0.0015 },
      { "text-input": 0.0003, "cached-input": 0.0003, output: 0.00012 },
    ],
    [
      "fine-tuned in batch, as printed and not half of the standard price",
      {
        inputTokens: 3000,
        outputTokens: 100,
        cachedInputTokens: 2000,
        fineTuned: true,
        serviceTier: "batch",
      },
      { "text-input": 0.002225, "cached-input": 0.0018, output: 0.00125 },
      { "text-input": 0.00015, "cached-input": 0.00015, output: 0.00006 },
    ],
    [
      "web search with its block of 8,000 tokens, and file search",
      { inputTokens: 0, outputTokens: 0, webSearches: 2, fileSearches: 1 },
      { "web-search-calls": 0.02, "file-search-calls": 0.0025 },
      { "web-search-calls": 0.02, "web-search-content": 0.0024, "file-search-calls": 0.0025 },
    ],
  ])("%s", (_what, workload, large, small) => {
    const asked: Asked = { models: BOTH, latency: "batch", workload: { ...workload, images: [] } };
    expect(linesOf(asked, "gpt-4o")).toEqual(large);
    expect(linesOf(asked, "gpt-4o-mini")).toEqual(small);
  });

  test("training: tokens times epochs, once", () => {
    const workload = { ...TEXT, fineTuned: true, trainingTokens: 2_000_000, epochs: 3 };
    const result = costOf({ workload, question: { totalRequests: 1000 } });
    const { usdOnce, usdTotal, usdPerMonth, usdUntilShutdown, lines } = billIn(result, "gpt-4o");
    expect({ usdOnce, usdPerMonth }).toEqual({ usdOnce: 150, usdPerMonth: 825 });
    // 0.00825 a request; a thousand of them, or 180,000 until the shutdown, and the training.
    expect({ usdTotal, usdUntilShutdown }).toEqual({ usdTotal: 158.25, usdUntilShutdown: 1635 });
    expect(lines.at(-1)).toMatchObject({
      item: "training",
      quantity: 6_000_000,
      price: 25,
      usdPerRequest: null,
      usdPerMonth: null,
      usdUntilShutdown: 150,
      usdTotal: 150,
    });
    expect(billIn(result, "gpt-4o-mini").usdOnce).toBe(18);
  });

  test("training without --fine-tuned is billed, and the requests are said to be the base model's", () => {
    const bill = billIn(
      costOf({ models: ["gpt-4o"], workload: { ...TEXT, trainingTokens: 1000 } }),
      "gpt-4o",
    );
    expect(bill).toMatchObject({ usdOnce: 0.025, usdPerMonth: 550 });
    expect(bill.notes).toEqual([
      "GPT-4o: the training is billed, but requests at the price of the base model; --fine-tuned bills both",
    ]);
  });

  test("the successor: cached input, no charge for writing it guessed, and twice the input price for long ones", () => {
    const workload = { ...TEXT, inputTokens: 300_000, cachedInputTokens: 200_000 };
    const { lines, notes } = billIn(costOf({ models: ["gpt-6-luna"], workload }), "gpt-6-luna");
    expect(
      lines.map(({ item, price, multiple, usdPerRequest }) => [
        item,
        price,
        multiple,
        usdPerRequest,
      ]),
    ).toEqual([
      ["text-input", 0.2, 2, 0.02],
      ["cached-input", 0.02, 2, 0.004],
      ["output", 0.75, 1.5, 0.000225],
    ]);
    expect(notes).toEqual([
      "GPT-6 Luna: writing the prefix to the cache costs $0.125 per million tokens each time it has expired; not in this bill (--cache-write-tokens)",
      "GPT-6 Luna: above 272,000 input tokens the whole request is billed at 2 times the input price and 1.5 times the output price",
    ]);
  });
});

describe("images", () => {
  test("are billed tile by tile, with the arithmetic", () => {
    const images = [
      { width: 1920, height: 1080, detail: "high" as const, count: 2 },
      { width: 4000, height: 3000, detail: "low" as const, count: 1 },
    ];
    const result = costOf({ workload: { ...TEXT, images } });
    const bill = billIn(result, "gpt-4o-mini");
    expect(bill.images).toEqual([
      {
        pixels: "1920x1080",
        detail: "high",
        count: 2,
        scaled: { width: (1920 * 768) / 1080, height: 768 },
        tilesWide: 3,
        tilesHigh: 2,
        tiles: 6,
        baseTokens: 2833,
        tokensPerTile: 5667,
        tokensEach: 36_835,
        usdEach: 0.00552525,
        arithmetic: "2,833 + 6 x 5,667 = 36,835 tokens",
      },
      {
        pixels: "4000x3000",
        detail: "low",
        count: 1,
        scaled: null,
        tilesWide: 0,
        tilesHigh: 0,
        tiles: 0,
        baseTokens: 2833,
        tokensPerTile: 5667,
        tokensEach: 2833,
        usdEach: 0.00042495,
        arithmetic: "2,833 tokens, whatever the size",
      },
    ]);
    expect(bill.lines[1]).toMatchObject({
      item: "images",
      quantity: 76_503,
      usdPerRequest: 0.01147545,
    });
  });

  test("that make mini the dearer model are the first warning after the endings", () => {
    const images = [{ width: 1024, height: 1024, detail: "high" as const, count: 2 }];
    const workload = { requestsPerMonth: 20_000, inputTokens: 300, outputTokens: 150, images };
    const result = costOf({ workload });
    expect(result.summary).toBe("GPT-4o is $34.21 a month cheaper: $121.50 against $155.71.");
    expect(result.warnings.filter(({ code }) => code === "image-cost")).toEqual([
      {
        code: "image-cost",
        model: "gpt-4o-mini",
        name: "GPT-4o mini",
        message:
          "images make GPT-4o mini the dearer model here: it bills 2 times as much for them as GPT-4o ($0.0076503 against $0.003825 a request)",
      },
    ]);
  });

  test("on a model whose rule nobody states leave it without a price", () => {
    const images = [{ width: 64, height: 64, detail: "low" as const, count: 1 }];
    const bill = billIn(
      costOf({ models: ["gpt-5.4-mini"], workload: { ...TEXT, images } }),
      "gpt-5.4-mini",
    );
    expect(bill).toMatchObject({
      status: "unpriced",
      missing: ["imageTokens"],
      usdPerMonth: null,
      lines: [],
    });
  });
});

describe("by the day", () => {
  test("before August 2024 gpt-4o costs what it cost at launch, and mini is not there yet", () => {
    const result = costOf({ workload: TEXT, asOf: "2024-07-01" });
    expect(billIn(result, "gpt-4o")).toMatchObject({
      snapshot: "gpt-4o-2024-05-13",
      usdPerRequest: 0.0095,
      shutdown: null,
      usdUntilShutdown: null,
    });
    expect(billIn(result, "gpt-4o-mini")).toMatchObject({
      status: "unpriced",
      usdPerRequest: null,
    });
    expect(result.summary).toBe(
      "GPT-4o costs $950 a month. GPT-4o mini is not released until 2024-07-18.",
    );
  });

  test("the alias moved to the cheaper snapshot on 2024-10-02, not on the day that one appeared", () => {
    const usd = (asOf: string) =>
      billIn(costOf({ models: ["gpt-4o"], workload: TEXT, asOf }), "gpt-4o").usdPerRequest;
    expect([usd("2024-09-01"), usd("2024-10-01"), usd("2024-10-02")]).toEqual([
      0.0095, 0.0095, 0.0055,
    ]);
  });

  test("the first snapshot keeps its price and has none for cached input", () => {
    const workload = { ...TEXT, inputTokens: 2000, cachedInputTokens: 2000 };
    const id = "gpt-4o-2024-05-13";
    const bill = billIn(costOf({ models: [id], workload, asOf: "2026-10-01" }), id);
    expect(bill.usdPerRequest).toBe(0.0145);
    expect(bill.notes).toEqual([
      `GPT-4o (${id}): no price for cached input is listed here; cached tokens are billed in full`,
    ]);
  });

  test("on the last day one is left; on the next the shutdown leads, and nothing is billed until it", () => {
    const last = billIn(costOf({ workload: TEXT, asOf: "2027-01-14" }), "gpt-4o");
    expect(last.shutdown).toEqual({ date: "2027-01-14", servedDays: 1, requests: 100_000 / 30 });
    const after = costOf({ workload: TEXT, models: BOTH, asOf: "2027-01-15" });
    expect(after.summary).toBe(
      "GPT-4o mini and GPT-4o shut down on 2027-01-14. At the last prices: GPT-4o mini is $517 a month cheaper: $33 against $550.",
    );
    expect(after.cheapest).toBe(null);
    expect(billIn(after, "gpt-4o")).toMatchObject({
      qualifies: false,
      usdPerMonth: 550,
      usdUntilShutdown: null,
      shutdown: { date: "2027-01-14", servedDays: 0, requests: 0 },
    });
  });
});

describe("without a price", () => {
  test("a tier that is not sold excludes the model with that reason", () => {
    const result = costOf({ workload: { ...TEXT, fineTuned: true, serviceTier: "fast" } });
    for (const id of BOTH) {
      expect(billIn(result, id)).toMatchObject({
        status: "not-sold",
        qualifies: false,
        usdPerRequest: null,
        usdPerMonth: null,
        lines: [],
      });
      expect(billIn(result, id).reasons.map(({ message }) => message)).toContain(
        "is not sold in the fast tier for fine-tuned models",
      );
    }
    expect(result.cheapest).toBe(null);
    expect(result.summary).toBe(
      "No bill: GPT-4o is not sold in the fast tier for fine-tuned models and GPT-4o mini is not sold in the fast tier for fine-tuned models.",
    );
  });

  test("a model nobody prices costs nothing known, not nothing, even for a request of nothing", async () => {
    const folder = await temporaryFolder({
      "tiny.yaml":
        "id: tiny\nname: Tiny\nprovider: us\nsnapshots: [{ id: tiny-1, released: 2025-01-01, default: true }]\n",
    });
    const catalog = await applyOverlays(shipped, ["tiny.yaml"], folder);
    for (const workload of [TEXT, { inputTokens: 0, outputTokens: 0, requestsPerMonth: 1 }]) {
      const bill = billIn(costOf({ catalog, models: ["tiny"], workload }), "tiny");
      expect(bill).toMatchObject({
        status: "unpriced",
        missing: ["prices.standard.input", "prices.standard.output"],
        usdPerMonth: null,
      });
    }
  });
});

describe("own prices", () => {
  const CONTRACT =
    "sources: [{ id: contract, title: Our contract, publisher: Us, class: own, checked: 2026-11-01 }]\n";

  async function withOwn(text: string) {
    const folder = await temporaryFolder({ "own.yaml": `id: gpt-4o\n${CONTRACT}${text}` });
    return applyOverlays(shipped, ["own.yaml"], folder);
  }

  test("win over the list price, and say so with source and date", async () => {
    const catalog = await withOwn(
      "prices: { standard: { input: [{ value: 2.1, source: contract, observed: 2026-01-15 }] } }\n",
    );
    const result = costOf({ catalog, workload: TEXT });
    const bill = billIn(result, "gpt-4o");
    expect(bill.usdPerRequest).toBe(0.0051);
    expect(bill.ownPrices).toEqual([
      {
        fact: "prices.standard.input",
        value: 2.1,
        source: "contract",
        observed: "2026-01-15",
        note: null,
        listPrice: 2.5,
      },
    ]);
    expect(result.sources["contract"]?.title).toBe("Our contract");
    expect(result.catalog.overlaid).toEqual(["gpt-4o"]);
    expect(result.warnings.filter(({ code }) => code === "disputed-fact")).toEqual([]);
  });

  test("end on their last day", async () => {
    const catalog = await withOwn(
      "prices: { standard: { input: [{ value: 2.1, source: contract, observed: 2026-01-15, until: 2026-10-31 }] } }\n",
    );
    const bill = billIn(costOf({ catalog, workload: TEXT }), "gpt-4o");
    expect({ usd: bill.usdPerRequest, own: bill.ownPrices }).toEqual({ usd: 0.0055, own: [] });
  });

  test("of a flat discount are exact: 7 % off 2.50 and 10 is 2.325 and 9.30", async () => {
    const catalog = await withOwn(
      "discount: [{ value: 0.07, source: contract, observed: 2026-11-01 }]\n",
    );
    const bill = billIn(costOf({ catalog, workload: TEXT }), "gpt-4o");
    expect(bill.ownPrices.map(({ value, listPrice, note }) => [value, listPrice, note])).toEqual([
      [2.325, 2.5, "7 % off the list price of 2.5 (openai-model-page-4o)"],
      [9.3, 10, "7 % off the list price of 10 (openai-model-page-4o)"],
    ]);
    expect(bill.usdPerRequest).toBe(0.005115);
  });
});

test("service tiers side by side: what is sold, what is not, and what nobody says", () => {
  const tiers = (asked: Asked) =>
    costOf({ ...asked, question: { compareTiers: true } }).tiers?.map(
      ({ model, tiers: prices }) => [
        model,
        ...prices.map(({ status, usdPerMonth }) => usdPerMonth ?? status),
      ],
    );
  expect(costOf({ workload: TEXT }).tiers).toBe(null);
  expect(tiers({ workload: TEXT })).toEqual([
    ["gpt-4o", 550, 275, "not-sold", 935],
    ["gpt-4o-mini", 33, 16.5, "not-sold", 55],
  ]);
  expect(tiers({ workload: { ...TEXT, fineTuned: true } })).toEqual([
    ["gpt-4o", 825, 597.5, "unpriced", "not-sold"],
    ["gpt-4o-mini", 66, 33, "unpriced", "not-sold"],
  ]);
  expect(tiers({ workload: TEXT, asOf: "2024-08-01" })).toEqual([
    ["gpt-4o", 950, "unpriced", "unpriced", "unpriced"],
    ["gpt-4o-mini", 33, "unpriced", "unpriced", "unpriced"],
  ]);
});

test("the cheapest is one that can be used: a snapshot that has ended comes last, however cheap", () => {
  const images = [{ width: 1024, height: 1024, detail: "high" as const, count: 1 }];
  const workload = { inputTokens: 0, outputTokens: 0, requestsPerMonth: 1_000_000, images };
  const result = costOf({ models: ["gpt-4o-2024-05-13", "gpt-4o-mini"], workload });
  expect(
    result.bills.map(({ model, usdPerMonth, qualifies }) => [model, usdPerMonth, qualifies]),
  ).toEqual([
    ["gpt-4o-2024-05-13", 3825, false],
    ["gpt-4o-mini", 3825.15, true],
  ]);
  expect(result.cheapest).toBe("gpt-4o-mini");
});

test("money that a float would lose is kept: three requests of ten cents are 30 cents", () => {
  const workload = { requestsPerMonth: 3, inputTokens: 40_000, outputTokens: 0, images: [] };
  const bill = billIn(costOf({ models: ["gpt-4o"], workload }), "gpt-4o");
  expect(bill.usdPerRequest).toBe(0.1);
  expect(0.1 * 3).not.toBe(0.3);
  expect(bill.usdPerMonth).toBe(0.3);
});
