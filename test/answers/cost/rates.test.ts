/** Which rate limit a workload meets first, and how much fits. */
import { describe, expect, test } from "vitest";
import type { RateFit } from "../../../src/answers/cost/rate-fit-schema.ts";
import type { Requirements } from "../../../src/schema/requirements.ts";
import { billIn, costOf, found } from "./fixture.ts";

const TEXT = { requestsPerMonth: 432_000, inputTokens: 1000, outputTokens: 500 };

function fitOf(
  model: string,
  workload: Requirements["workload"],
  usageTier: number,
  peak?: number,
): RateFit {
  const peakRequestsPerMinute = peak === undefined ? {} : { peakRequestsPerMinute: peak };
  const result = costOf({
    latency: "batch",
    workload,
    rateLimits: { usageTier, ...peakRequestsPerMinute },
  });
  return found(found(result.rateLimits).find((fit) => fit.model === model));
}

test("without a usage tier there is nothing to say", () => {
  expect(costOf({ workload: TEXT }).rateLimits).toBe(null);
});

test("tokens a minute bind gpt-4o in tier 1: 30,000 hold 20 requests of 1,500", () => {
  expect(fitOf("gpt-4o", TEXT, 1, 10)).toEqual({
    model: "gpt-4o",
    name: "GPT-4o",
    usageTier: 1,
    tokensPerRequest: 1500,
    checks: [
      {
        kind: "requests-per-minute",
        limit: 500,
        needed: 10,
        requestsPerMinute: 500,
        requestsPerMonth: 21_600_000,
        fact: "rateLimits.1.requestsPerMinute",
      },
      {
        kind: "tokens-per-minute",
        limit: 30_000,
        needed: 15_000,
        requestsPerMinute: 20,
        requestsPerMonth: 864_000,
        fact: "rateLimits.1.tokensPerMinute",
      },
    ],
    binding: "tokens-per-minute",
    fits: true,
    highestRequestsPerMinute: 20,
    highestRequestsPerMonth: 864_000,
    message:
      "GPT-4o fits usage tier 1: it needs 15,000 of the 30,000 tokens a minute; at most 20 requests a minute, 864,000 a month would fit",
  });
});

test("requests a day bind mini in tier 1: 10,000 hold no 14,400", () => {
  const fit = fitOf("gpt-4o-mini", TEXT, 1, 20);
  expect(fit).toMatchObject({
    binding: "requests-per-day",
    fits: false,
    highestRequestsPerMinute: 200_000 / 1500,
    highestRequestsPerMonth: 300_000,
  });
  expect(fit.message).toBe(
    "GPT-4o mini does not fit usage tier 1: it needs 14,400 of the 10,000 requests a day; at most 133 requests a minute, 300,000 a month would fit",
  );
});

test("requests a minute bind where requests are small", () => {
  expect(fitOf("gpt-4o", { ...TEXT, inputTokens: 10, outputTokens: 10 }, 1, 600)).toMatchObject({
    binding: "requests-per-minute",
    fits: false,
    highestRequestsPerMinute: 500,
  });
});

test("without a peak the month's mean is the least a busy minute can be", () => {
  const fit = fitOf("gpt-4o", TEXT, 1);
  // 432,000 a month are 10 a minute.
  expect(fit.checks.map(({ kind, needed }) => [kind, needed])).toEqual([
    ["requests-per-minute", 10],
    ["tokens-per-minute", 15_000],
  ]);
  expect(fit.message).toContain("on average 15,000 of the 30,000 tokens a minute");
});

test("a volume that no even spread fits excludes the model", () => {
  const workload = { ...TEXT, requestsPerMonth: 1_000_000 };
  const result = costOf({ workload, rateLimits: { usageTier: 1 } });
  expect(billIn(result, "gpt-4o").reasons.map(({ message }) => message)).toEqual([
    "is limited to 30,000 tokens a minute on average in usage tier 1; 34,722 are needed",
  ]);
});

test("a tier-1 organisation cannot send one request of 40,000 tokens to gpt-4o", () => {
  const workload = { requestsPerMonth: 10, inputTokens: 39_500, outputTokens: 500 };
  expect(fitOf("gpt-4o", workload, 1, 1)).toMatchObject({
    binding: "tokens-per-minute",
    fits: false,
    highestRequestsPerMinute: 0,
    highestRequestsPerMonth: 0,
    message:
      "GPT-4o: not one request of 40,000 tokens fits the 30,000 tokens a minute of usage tier 1",
  });
  expect(fitOf("gpt-4o-mini", workload, 1, 1).fits).toBe(true);
});

test("image tokens count: two images of 1024x1024 are 51,002 tokens on mini", () => {
  const images = [{ width: 1024, height: 1024, detail: "high" as const, count: 2 }];
  const fit = fitOf("gpt-4o-mini", { ...TEXT, images }, 1, 1);
  expect(fit.tokensPerRequest).toBe(52_502);
  expect(fit.highestRequestsPerMinute).toBe(200_000 / 52_502);
});

describe("in batch", () => {
  const batch = { ...TEXT, serviceTier: "batch" } as const;

  test("the queue binds: a day's work at once", () => {
    // 14,400 a day of 1,000 tokens each; 90,000 hold 90 at a time.
    expect(fitOf("gpt-4o", batch, 1)).toMatchObject({
      checks: [
        { kind: "batch-queue-tokens", limit: 90_000, needed: 14_400_000, requestsPerMonth: 2700 },
      ],
      binding: "batch-queue-tokens",
      fits: false,
      highestRequestsPerMinute: null,
      highestRequestsPerMonth: 2700,
    });
    expect(fitOf("gpt-4o", batch, 3).fits).toBe(true);
  });

  test("a request larger than the queue cannot be sent", () => {
    const fit = fitOf("gpt-4o", { ...batch, inputTokens: 100_000 }, 1);
    expect(fit).toMatchObject({ fits: false, highestRequestsPerMonth: 0 });
    expect(fit.message).toBe(
      "GPT-4o: not one request of 100,000 tokens fits the 90,000 queued batch tokens of usage tier 1",
    );
  });
});

test("a model without known limits neither fits nor fails", () => {
  const result = costOf({ models: ["gpt-6-luna"], workload: TEXT, rateLimits: { usageTier: 1 } });
  expect(found(result.rateLimits)[0]).toMatchObject({
    checks: [],
    binding: null,
    fits: null,
    highestRequestsPerMinute: null,
    message: "GPT-6 Luna: no rate limits of usage tier 1 are known",
  });
});
