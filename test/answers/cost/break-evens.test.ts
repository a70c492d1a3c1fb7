/** Where the answer turns: known points, and every point tried on both of its sides. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BreakEven, BreakEvenKind, CostResult } from "../../../src/answers/cost/schema.ts";
import { exact, type Money, times } from "../../../src/facts/money.ts";
import {
  type Asked,
  billingOf,
  BOTH,
  breakEvensIn,
  costOf,
  found,
  shipped,
  subjectIn,
} from "./fixture.ts";
import { type Load, load, SEED } from "./workloads.ts";

const TEXT = { requestsPerMonth: 100_000, inputTokens: 1000, outputTokens: 300 };
const SQUARE = { width: 1024, height: 1024, detail: "high", count: 2 } as const;

function only(result: CostResult, kind: BreakEvenKind): BreakEven {
  const [first, ...others] = breakEvensIn(result, kind);
  expect(others).toEqual([]);
  return found(first);
}

describe("known points", () => {
  test("images per request: 300 in and 150 out allow 1.11 of 1024x1024", () => {
    const workload = {
      requestsPerMonth: 20_000,
      inputTokens: 300,
      outputTokens: 150,
      images: [SQUARE],
    };
    const result = costOf({ workload });
    // (300 * (2.5 - .15) + 150 * (10 - .6)) / (25501 * .15 - 765 * 2.5) = 2115 / 1912.65
    expect(only(result, "images-per-request")).toEqual({
      kind: "images-per-request",
      unit: "images of 1024x1024 pixels a request",
      now: 2,
      at: 2115 / 1912.65,
      below: "gpt-4o-mini",
      above: "gpt-4o",
      models: ["gpt-4o", "gpt-4o-mini"],
      message:
        "GPT-4o mini is cheaper with up to 1 image of 1024x1024 pixels a request, GPT-4o from 2 on (even at 1.11)",
    });
  });

  test("text tokens per image: two images and 150 out want (2 * 1912.65 - 150 * 9.4) / 2.35 in, half of it each", () => {
    const workload = {
      requestsPerMonth: 20_000,
      inputTokens: 300,
      outputTokens: 150,
      images: [SQUARE],
    };
    const { at, below, above, now } = only(costOf({ workload }), "text-tokens-per-image");
    expect(at).toBeCloseTo((2 * 1912.65 - 150 * 9.4) / 2.35 / 2, 9);
    expect({ below, above, now }).toEqual({ below: "gpt-4o", above: "gpt-4o-mini", now: 150 });
  });

  test("requests for a budget: 1,000 divided by 0.0055 and by 0.00033", () => {
    const bought = breakEvensIn(
      costOf({ workload: TEXT, budget: "medium" }),
      "requests-for-budget",
    );
    expect(bought.map(({ models, at, message }) => [models, at, message])).toEqual([
      [["gpt-4o"], 1000 / 0.0055, "$1,000 a month buys 181,818 requests on GPT-4o"],
      [["gpt-4o-mini"], 1000 / 0.00033, "$1,000 a month buys 3,030,303 requests on GPT-4o mini"],
    ]);
  });

  test("without a budget nothing is bought", () => {
    const result = costOf({ workload: TEXT, budget: "unlimited" });
    expect(breakEvensIn(result, "requests-for-budget")).toEqual([]);
  });

  test("batch share: mini's $155.706 comes down to gpt-4o's $121.50 by 2 * (1 - 121.5 / 155.706)", () => {
    const workload = {
      requestsPerMonth: 20_000,
      inputTokens: 300,
      outputTokens: 150,
      images: [SQUARE],
    };
    const entry = only(costOf({ workload }), "batch-share");
    expect(entry.at).toBeCloseTo(2 * (1 - 121.5 / 155.706), 12);
    expect(entry).toMatchObject({ below: "gpt-4o", above: "gpt-4o-mini", now: 0 });
  });

  test("text alone: no share of batch or of cached input makes gpt-4o the cheaper one, and that is said", () => {
    const result = costOf({ workload: TEXT });
    expect(only(result, "batch-share")).toMatchObject({
      at: null,
      message: "not even with every request through Batch is GPT-4o cheaper than GPT-4o mini",
    });
    expect(only(result, "cached-share")).toMatchObject({
      at: null,
      message: "no share of cached input makes GPT-4o cheaper than GPT-4o mini",
    });
  });

  test("cached share for a budget: $600 fits $400 once four fifths of the input cost half", () => {
    // 100,000 requests of 2,000 in and 100 out: $500 and $100; every tenth that is cached saves $25.
    const workload = { requestsPerMonth: 100_000, inputTokens: 2000, outputTokens: 100 };
    const entry = only(
      costOf({ models: ["gpt-4o"], workload, budget: 400 }),
      "cached-share-for-budget",
    );
    expect(entry).toMatchObject({ at: 0.8, below: "over", above: "within" });
  });

  test("a prefix too short to be cached moves the point to where the cache starts", () => {
    const workload = { requestsPerMonth: 100_000, inputTokens: 2000, outputTokens: 100 };
    const entry = only(
      costOf({ models: ["gpt-4o"], workload, budget: 590 }),
      "cached-share-for-budget",
    );
    expect(entry.at).toBe(1024 / 2000);
  });

  test("fine-tuned mini: training of $9 over 54 days, that is 1.8 months, against 0.0055 - 0.00066 saved", () => {
    const workload = { ...TEXT, fineTuned: true, trainingTokens: 1_000_000, epochs: 3 };
    const entry = only(costOf({ workload }), "fine-tuned-requests-per-month");
    expect(entry.at).toBeCloseTo(9 / (1.8 * (0.0055 - 0.00066)), 9);
    expect(entry).toMatchObject({ below: "gpt-4o", above: "gpt-4o-mini", now: 100_000 });
  });

  test("fine-tuned mini for one job: all of the training against what each request saves", () => {
    const workload = { ...TEXT, trainingTokens: 1_000_000, epochs: 3 };
    const result = costOf({ workload, question: { totalRequests: 5000 } });
    const entry = only(result, "fine-tuned-requests-in-total");
    expect(entry.at).toBeCloseTo(9 / (0.0055 - 0.00066), 9);
    expect(entry.now).toBe(5000);
  });

  test("where a fine-tuned mini costs more a request, no volume pays for the training", () => {
    const workload = {
      ...TEXT,
      inputTokens: 1,
      outputTokens: 300,
      images: [],
      trainingTokens: 1000,
    };
    const result = costOf({
      models: ["gpt-4o", "gpt-4o-mini"],
      workload: { ...workload, images: [{ ...SQUARE, count: 1 }] },
    });
    expect(breakEvensIn(result, "fine-tuned-requests-per-month")).toEqual([
      expect.objectContaining({
        at: null,
        message:
          "a fine-tuned GPT-4o mini costs $0.0080106 a request, no less than plain GPT-4o: no volume pays for the training",
      }),
    ]);
  });

  test("after the shutdown there are no months to spread a training over", () => {
    const workload = { ...TEXT, trainingTokens: 1_000_000 };
    const result = costOf({ workload, asOf: "2027-02-01" });
    expect(breakEvensIn(result, "fine-tuned-requests-per-month")).toEqual([]);
  });
});

describe("errors", () => {
  const rates = { "gpt-4o": 0.91, "gpt-4o-mini": 0.86 };

  test("the dearer model pays from (c1 - c2) / (p1 - p2) an error on", () => {
    const result = costOf({ workload: TEXT, question: { successRates: rates } });
    const { at, below, above, message } = only(result, "error-cost");
    expect(at).toBe(0.1034);
    expect({ below, above }).toEqual({ below: "gpt-4o-mini", above: "gpt-4o" });
    expect(message).toBe("GPT-4o pays where an error costs more than $0.1034");
    expect(breakEvensIn(result, "success-gap")).toEqual([]);
  });

  test("at a stated cost of an error, it has to be right that much more often", () => {
    const result = costOf({ workload: TEXT, question: { usdPerError: 0.2, successRates: rates } });
    const { at, now } = only(result, "success-gap");
    expect(at).toBe(0.02585);
    expect(now).toBe(0.05);
    expect(found(result.errors)).toMatchObject({
      usdPerError: 0.2,
      cheapest: "gpt-4o",
      models: [
        {
          model: "gpt-4o",
          successRate: 0.91,
          usdPerRequestWithErrors: 0.0235,
          usdPerMonthWithErrors: 2350,
        },
        {
          model: "gpt-4o-mini",
          successRate: 0.86,
          usdPerRequestWithErrors: 0.02833,
          usdPerMonthWithErrors: 2833,
        },
      ],
    });
  });

  test("without success rates no benchmark steps in: the gap is named, the verdict is not", () => {
    const result = costOf({ workload: TEXT, question: { usdPerError: 0.2 } });
    expect(result.errors).toBe(null);
    expect(only(result, "success-gap")).toMatchObject({ at: 0.02585, now: null });
    expect(breakEvensIn(result, "error-cost")).toEqual([]);
  });

  test("a model that is right no more often never pays", () => {
    const same = { "gpt-4o": 0.86, "gpt-4o-mini": 0.86 };
    const result = costOf({ workload: TEXT, question: { usdPerError: 0.001, successRates: same } });
    expect(only(result, "error-cost")).toMatchObject({
      at: null,
      message: "GPT-4o is right no more often than GPT-4o mini: it pays at no cost of an error",
    });
    expect(only(result, "success-gap").at).toBe(null);
  });
});

/** What the two sides cost when the quantity of a break-even is set to a value, worked out from the bills alone. */
const TRIALS: Partial<
  Record<BreakEvenKind, (id: string, value: number, workload: Load, asked: Asked) => Money>
> = {
  "images-per-request": (id, value, workload, asked) => {
    const kinds = workload.images.length === 0 ? [{ ...SQUARE, count: 1 }] : workload.images;
    const sent = kinds.reduce((sum, { count }) => sum + count, 0);
    // Bills are linear in how often an image is sent, so averages need no fractions of images.
    const bare = request(id, { ...workload, images: [] }, asked);
    const full = request(id, { ...workload, images: kinds }, asked);
    return bare.plus(times(full.minus(bare), exact(value).div(sent)));
  },
  "text-tokens-per-image": (id, value, workload, asked) => {
    const kinds = workload.images.length === 0 ? [{ ...SQUARE, count: 1 }] : workload.images;
    const sent = kinds.reduce((sum, { count }) => sum + count, 0);
    return request(id, { ...workload, images: kinds, inputTokens: value * sent }, asked);
  },
  "requests-for-budget": (id, value, workload, asked) => times(request(id, workload, asked), value),
  "cached-share": (id, value, workload, asked) =>
    request(id, { ...workload, cachedInputTokens: value * workload.inputTokens }, asked),
  "cached-share-for-budget": (id, value, workload, asked) =>
    times(
      request(id, { ...workload, cachedInputTokens: value * workload.inputTokens }, asked),
      workload.requestsPerMonth,
    ),
  "batch-share-for-budget": (id, value, workload, asked) =>
    times(mixed(id, value, workload, asked), workload.requestsPerMonth),
};

function request(id: string, workload: Load, { catalog = shipped, asOf }: Asked): Money {
  const billing = billingOf({
    catalog,
    models: [id],
    workload,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return found(subjectIn(billing, id).request());
}

function mixed(id: string, share: number, workload: Load, asked: Asked): Money {
  const live = request(id, workload, asked);
  const batch = request(id, { ...workload, serviceTier: "batch" }, asked);
  return times(live, exact(1).minus(share)).plus(times(batch, share));
}

describe("every point, tried on both sides, gives the two different answers", () => {
  const NUDGE = 1e-6;

  const sides = (entry: BreakEven): [number, string][] => [
    [found(entry.at) * (1 - NUDGE), found(entry.below)],
    [found(entry.at) * (1 + NUDGE), found(entry.above)],
  ];

  test("of random workloads, budgets and pairs of models", () => {
    const pairs = fc.constantFrom(
      BOTH,
      ["gpt-4o-2024-05-13", "gpt-4o-mini"],
      ["gpt-4o", "gpt-4o-2024-05-13"],
    );
    let tried = 0;
    fc.assert(
      fc.property(load, pairs, fc.integer({ min: 1, max: 100_000 }), (workload, models, budget) => {
        const asked = { models, workload, budget, latency: "batch" as const };
        const result = costOf(asked);
        for (const entry of result.breakEvens) {
          if (entry.at === null) continue;
          for (const [value, answer] of sides(entry)) {
            expect(answerAt(entry, value, workload, asked, budget)).toBe(answer);
            tried += 1;
          }
        }
      }),
      { seed: SEED, numRuns: 80 },
    );
    expect(tried).toBeGreaterThanOrEqual(500);
  });

  test("of the successor's price step for long inputs", () => {
    // A token more than 272,000 doubles the price of all of them.
    const workload: Load = {
      requestsPerMonth: 1000,
      inputTokens: 200_000,
      outputTokens: 10,
      cachedInputTokens: 0,
      images: [],
      webSearches: 0,
      fileSearches: 0,
    };
    const models = ["gpt-4o-mini", "gpt-6-luna"];
    const below = request("gpt-6-luna", { ...workload, inputTokens: 272_000 }, {});
    const above = request("gpt-6-luna", { ...workload, inputTokens: 272_001 }, {});
    expect(below.toNumber()).toBe(0.027205);
    expect(above.toNumber()).toBe(0.0544077);
    expect(request("gpt-4o-mini", { ...workload, inputTokens: 272_000 }, {}).toNumber()).toBe(
      0.040806,
    );
    expect(costOf({ models, workload }).cheapest).toBe("gpt-6-luna");
    expect(
      costOf({ models, workload: { ...workload, inputTokens: 272_001 } }).bills[1]?.notes,
    ).toEqual([
      "GPT-6 Luna: above 272,000 input tokens the whole request is billed at 2 times the input price and 1.5 times the output price",
    ]);
  });

  test("of fine-tuning", () => {
    fc.assert(
      fc.property(load, fc.integer({ min: 1, max: 50_000_000 }), (workload, trainingTokens) => {
        const result = costOf({ models: BOTH, workload: { ...workload, trainingTokens } });
        for (const entry of breakEvensIn(result, "fine-tuned-requests-per-month")) {
          if (entry.at === null) continue;
          const [small = "", large = ""] = entry.models;
          const tuned = request(small, { ...workload, fineTuned: true }, {});
          const plain = request(large, workload, {});
          // USD per million tokens of training; 54 days are left, the last one included.
          const price = small === "gpt-4o" ? 25 : 3;
          const training = exact(price).times(trainingTokens).div(1_000_000).div(1.8);
          for (const [value, answer] of sides(entry)) {
            const isTuned = times(tuned, value).plus(training).lt(times(plain, value));
            expect(isTuned ? small : large).toBe(answer);
          }
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test("of errors", () => {
    const rate = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        load,
        rate,
        rate,
        fc.double({ min: 0.001, max: 50, noNaN: true }),
        (workload, one, two, usdPerError) => {
          const rates: Record<string, number> = { "gpt-4o": one, "gpt-4o-mini": two };
          const result = costOf({
            models: BOTH,
            workload,
            question: { usdPerError, successRates: rates },
          });
          for (const entry of [
            ...breakEvensIn(result, "error-cost"),
            ...breakEvensIn(result, "success-gap"),
          ]) {
            if (entry.at === null || entry.at === 0) continue;
            const [cheaper = "", dearer = ""] = entry.models;
            for (const [value, answer] of sides(entry)) {
              const gap =
                entry.kind === "success-gap"
                  ? exact(value)
                  : exact(rates[dearer] ?? 0).minus(rates[cheaper] ?? 0);
              const usd = entry.kind === "success-gap" ? exact(usdPerError) : exact(value);
              const extra = request(dearer, workload, {}).minus(request(cheaper, workload, {}));
              expect(gap.times(usd).gt(extra) ? dearer : cheaper).toBe(answer);
            }
          }
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  function answerAt(
    entry: BreakEven,
    value: number,
    workload: Load,
    asked: Asked,
    budget: number,
  ): string {
    const [one = "", two] = entry.models;
    const trial = TRIALS[entry.kind];
    if (entry.kind === "batch-share") {
      const moved = mixed(two ?? "", value, workload, asked);
      return moved.lt(request(one, workload, asked)) ? (two ?? "") : one;
    }
    if (trial === undefined) throw new Error(`no trial of ${entry.kind}`);
    const first = trial(one, value, workload, asked);
    if (two === undefined) return first.lte(budget) ? "within" : "over";
    return first.lt(trial(two, value, workload, asked)) ? one : two;
  }
});
