/** Accounts that a reader can work out again: everything here is recomputed from the JSON alone. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { explainModel } from "../../src/answers/explanation/index.ts";
import type { Need } from "../../src/decision/need.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { type Explanation, explanation as schema } from "../../src/answers/explanation/schema.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { requirementMessage } from "../../src/words/requirement-sentences.ts";
import { lacking, modelOf, SEED, shipped } from "../pipeline/catalogs.ts";
import { answerOf, documents, needOf, needOfFlags, needOrNull } from "../pipeline/needs.ts";

/** Equal but for rounding, at any size. */
function expectEqual(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function costAgain({ cost }: Explanation): number {
  if (cost === null) return 0;
  for (const line of cost.lines) {
    expectEqual(line.usdPerRequest, (line.quantity / line.perUnits) * line.usd);
  }
  expectEqual(cost.usdPerRequest, sum(cost.lines.map((line) => line.usdPerRequest)));
  expectEqual(cost.usdPerMonth, cost.usdPerRequest * cost.requestsPerMonth);
  const imageTokens = cost.images.map(({ tiles, baseTokens, tokensPerTile, tokensEach, count }) => {
    if (tiles !== null && baseTokens !== null && tokensPerTile !== null) {
      expectEqual(tokensEach ?? 0, baseTokens + tiles * tokensPerTile);
    }
    return (tokensEach ?? 0) * count;
  });
  const billed = cost.lines.find((line) => line.item === "images")?.quantity ?? 0;
  expectEqual(billed, sum(imageTokens));
  const { budgetUsdPerMonth: budget, valuedUsdPerMonth: valued, usualMonthAnchorUsd } = cost;
  const part = usualMonthAnchorUsd === null ? 1 : Math.min(1, (budget ?? 0) / usualMonthAnchorUsd);
  expectEqual(cost.floorRequestsPerMonth, cost.usualRequestsPerMonth * part);
  expectEqual(
    cost.valuedRequestsPerMonth,
    Math.max(cost.requestsPerMonth, cost.floorRequestsPerMonth),
  );
  expectEqual(valued, cost.usdPerRequest * cost.valuedRequestsPerMonth);
  if (budget === null) return 1;
  return valued <= budget ? 1 - valued / budget : -Math.log(valued / budget);
}

function waitAgain({ latency, facts }: Explanation): number {
  for (const fact of facts.filter(({ pooled }) => pooled)) {
    const averaged = fact.claims.filter(({ role }) => role === "taken" || role === "averaged");
    const logs = averaged.map(({ value }) => Math.log(Number(value)));
    expectEqual(Number(fact.value), Math.exp(sum(logs) / logs.length));
    expect(new Set(averaged.map(({ measurer }) => measurer)).size).toBe(averaged.length);
  }
  const { firstTokenSeconds: first, tokensPerSecond: speed, tokens, waitSeconds } = latency;
  expectEqual(waitSeconds.point, first.point + tokens / speed.point);
  expectEqual(waitSeconds.low, first.low + tokens / speed.high);
  expectEqual(waitSeconds.high, first.high + tokens / speed.low);
  const { targetSeconds: target, zeroAtMultiple } = latency;
  if (target === null || waitSeconds.point <= target) return 1;
  return 1 - Math.log(waitSeconds.point / target) / Math.log(zeroAtMultiple);
}

function qualityAgain({ quality }: Explanation): number {
  const { benchmarks, missing, ability, bar, elo, shareClip, spread, taskShare } = quality;
  const counted = [...benchmarks, ...missing];
  const uncut = (each: (typeof counted)[number]) =>
    Math.max(0, each.ofComplexity + taskShare * (each.relevance - each.ofUsualComplexity));
  expectEqual(quality.uncutShares, sum(counted.map(uncut)));
  for (const each of counted) expectEqual(each.share, uncut(each) / quality.uncutShares);
  expectEqual(quality.knownShare, sum(benchmarks.map((each) => each.relevance)));
  for (const each of benchmarks) {
    const { scale, chance, result, difficulty } = each;
    const right = (scale === "percent-wrong" ? 100 - result.point : result.point) / 100;
    const share =
      scale === "elo"
        ? 1 / (1 + 10 ** ((elo.anchor - result.point) / elo.perDecade))
        : (right - chance) / (1 - chance);
    const held = Math.min(shareClip.high, Math.max(shareClip.low, share));
    expectEqual(each.correctedShare, held);
    expectEqual(each.logOdds.point, Math.log(held / (1 - held)));
    expectEqual(each.contributionLogits, each.share * (each.logOdds.point + difficulty));
  }
  for (const each of missing) {
    expectEqual(each.contributionLogits, each.share * quality.cautiousLogits);
  }
  expectEqual(ability.point, sum(counted.map((each) => each.contributionLogits)));
  if (spread !== null) {
    const { claimsDown, claimsUp, missingDown, missingUp, sampling, transfer } = spread;
    const [down, up] = [
      [claimsDown, missingDown, sampling, transfer],
      [claimsUp, missingUp, sampling, transfer],
    ];
    expectEqual(ability.low, ability.point - Math.hypot(...(down ?? [])));
    expectEqual(ability.high, ability.point + Math.hypot(...(up ?? [])));
  }
  expectEqual(bar.logits, bar.base + bar.perStep * (bar.qualitySteps + bar.complexitySteps));
  expectEqual(quality.index.point, 100 / (1 + Math.exp(-ability.point)));
  return Math.min(1, 1 - (bar.logits - ability.point) / quality.logitsToZero);
}

/** Values, weights, contributions, score and margin, each from the figures before it. */
function expectToAddUp(explained: Explanation): void {
  const again = {
    cost: costAgain(explained),
    latency: waitAgain(explained),
    quality: qualityAgain(explained),
  };
  for (const criterion of ["cost", "latency", "quality"] as const) {
    const account = explained[criterion];
    if (account === null) continue;
    expectEqual(account.value, again[criterion]);
    expectEqual(account.weight.weight, account.weight.importance / account.weight.ofTotal);
    expectEqual(account.contribution, account.value * account.weight.weight);
  }
  const { score } = explained;
  expect(score === null).toBe(explained.cost === null);
  if (score === null) return;
  for (const row of score.criteria) {
    expectEqual(row.contribution, explained[row.criterion]?.contribution ?? Number.NaN);
  }
  expectEqual(score.score, sum(score.criteria.map((row) => row.contribution)));
  expect(explained.standing.score).toBe(score.score);
  if (score.versus === null) return;
  for (const row of score.versus.criteria) {
    expectEqual(row.difference, row.weight * (row.here - row.there));
  }
  expectEqual(score.versus.margin, sum(score.versus.criteria.map((row) => row.difference)));
  expectEqual(score.versus.margin, score.score - score.versus.score);
}

/** Every value has exactly one claim behind it, every other claim its reason, and the range is theirs. */
function expectEvidence(explained: Explanation): void {
  for (const fact of explained.facts) {
    const taken = fact.claims.filter((claim) => claim.role === "taken");
    expect(taken).toHaveLength(fact.status === "missing" ? 0 : 1);
    if (!fact.pooled) {
      expect(taken.map((claim) => claim.value)).toEqual(taken.map(() => fact.value));
    }
    const unexplained = fact.claims.filter(
      (claim) => claim.because === null && claim.role !== "taken" && claim.role !== "agrees",
    );
    expect(unexplained).toEqual([]);
    const counted = fact.claims.filter((claim) => claim.role !== "set-aside");
    if (fact.low !== null && fact.high !== null) {
      const values = counted.map((claim) => Number(claim.value));
      const [low, high] = [Math.min(...values), Math.max(...values)];
      // What a single measurer says of a speed is widened on both sides.
      const isWidened =
        fact.kind === "latency" && new Set(counted.map((claim) => claim.measurer)).size === 1;
      if (isWidened) expect(fact.low < low && fact.high > high).toBe(true);
      else expect([fact.path, fact.low, fact.high]).toEqual([fact.path, low, high]);
    }
    for (const { source } of fact.claims) expect(explained.sources).toHaveProperty([source]);
  }
}

function expectSound(explained: Explanation): void {
  expect(schema.parse(JSON.parse(JSON.stringify(explained)))).toEqual(explained);
  expectToAddUp(explained);
  expectEvidence(explained);
}

const CASES: Record<string, [Parameters<typeof needOfFlags>[0], string | null, string]> = {
  "nothing stated": [{}, null, "first"],
  "text, the loser": [{ budget: "low" }, "gpt-4o", "behind"],
  images: [{ task: ["vision"], quality: "high" }, null, "first"],
  "images on the dearer model": [{ image: ["1920x1080:highx3"] }, "gpt-4o-mini", "behind"],
  "a small volume": [{ requests: "200" }, null, "first"],
  "a small amount": [{ requests: "300", budget: "40" }, "gpt-4o", "behind"],
  "another complexity": [{ task: ["classification"], complexity: "complex" }, null, "first"],
  realtime: [{ latency: "realtime", budget: "low" }, null, "first"],
  "a slow answer": [
    { latency: "2s", requests: "1k", outputTokens: "5k", stream: true },
    null,
    "first",
  ],
  "arena ratings": [{ task: ["chat"] }, null, "first"],
  excluded: [{ maxCost: "40", requests: "100k" }, "gpt-4o", "excluded"],
  "nobody qualifies": [{ until: "2027-06-30" }, null, "excluded"],
  "a limit on an assumed volume": [{ budget: "20" }, null, "first"],
  "open behind one that qualifies": [{ maxCost: "40" }, "gpt-4o", "open"],
  "a single model": [{ only: ["gpt-4o"] }, null, "first"],
  "a snapshot": [{ only: ["gpt-4o-2024-11-20", "gpt-4o-mini"] }, "gpt-4o-2024-11-20", "behind"],
  "a successor that was not compared": [{}, "gpt-6-luna", "not-considered"],
  "a priority order": [{ priority: "quality,cost,latency", task: ["coding"] }, null, "first"],
  "weights, and money no object": [{ weight: ["quality=5"], budget: "unlimited" }, null, "first"],
  "tools, caching and training": [
    {
      webSearches: "2",
      fileSearches: "1",
      cachedTokens: "1200",
      inputTokens: "3k",
      trainingTokens: "1M",
      epochs: "3",
    },
    null,
    "first",
  ],
  "rate limits": [{ usageTier: "1", peakRpm: "400" }, "gpt-4o", "open"],
};

describe("accounts add up", () => {
  test.each(Object.entries(CASES))("%s", async (_name, [flags, model, status]) => {
    const explained = explainModel(answerOf(await needOfFlags(flags)), model);
    expect(explained.standing.status).toBe(status);
    expectSound(explained);
  });

  it("holds for every document and model", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(documents, (document) => {
        const need = needOrNull(document, shipped);
        if (need === null) return;
        const answer = answerOf(need);
        for (const model of [null, "gpt-4o", "gpt-4o-mini", "gpt-4o-2024-11-20", "gpt-6-luna"]) {
          expectSound(explainModel(answer, model));
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("holds where facts are missing", () => {
    const poor = lacking(modelOf(shipped, "gpt-4o"), "first token", "output speed", "results");
    const unpriced = lacking(modelOf(shipped, "gpt-4o-mini"), "output price");
    const catalog = { ...shipped, models: [poor, unpriced] };
    const answer = answerOf(needOf({}, catalog), catalog);
    for (const model of ["gpt-4o", "gpt-4o-mini"]) expectSound(explainModel(answer, model));
    const guessed = explainModel(answer, "gpt-4o");
    expect(guessed.quality.abilityFrom).toBe("prior");
    expect(guessed.latency.missing).toEqual([
      "speed.timeToFirstTokenSeconds",
      "speed.outputTokensPerSecond",
    ]);
    const { cost, score, unpriced: without, standing } = explainModel(answer, "gpt-4o-mini");
    expect({ cost, score, without, status: standing.status }).toEqual({
      cost: null,
      score: null,
      without: ["prices.standard.output"],
      status: "excluded",
    });
  });
});

describe("requirements", () => {
  it("are told with the verdict of the screening, whatever is asked", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const need = needOrNull(document, shipped);
        if (need === null) return;
        const answer = answerOf(need);
        const { ranking, excluded } = answer.decision;
        for (const { assessment, failed, open } of [
          ...ranking.map((model) => model.screened),
          ...excluded,
        ]) {
          const { tested, standing } = explainModel(answer, assessment.candidate.id);
          const told = (status: string) =>
            tested.filter((row) => row.status === status).map((row) => row.message);
          expect(told("failed")).toEqual(failed.map((each) => requirementMessage(each, need)));
          expect(told("open")).toEqual(open.map((each) => requirementMessage(each, need)));
          expect(standing.failed.length).toBe(failed.length);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("have a test of their own for every verdict", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const need = needOrNull(document, shipped);
        if (need === null) return;
        const answer = answerOf(need);
        for (const model of ["gpt-4o", "gpt-4o-mini"]) {
          const { tested } = explainModel(answer, model);
          expect(tested.filter((row) => row.tests === row.constraint)).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("quote the option that asked, the sources that answer, and what was met", async () => {
    const need = await needOfFlags({ needs: ["vision"], maxCost: "40", requests: "100k" });
    const { tested } = explainModel(answerOf(need), "gpt-4o");
    expect(tested.filter((row) => row.originKind === "flag")).toEqual([
      {
        constraint: "needs.vision",
        tests: "offers vision",
        status: "met",
        required: true,
        actual: true,
        unit: null,
        origin: "--needs vision",
        originKind: "flag",
        message: null,
        change: null,
        facts: ["features.vision"],
        evidence: ["openai-model-page-4o"],
      },
      {
        constraint: "limits.usdPerMonth",
        tests: "cost per month at most",
        status: "failed",
        required: 40,
        actual: 550,
        unit: "USD",
        origin: "--max-cost 40",
        originKind: "flag",
        message: "costs $550 a month, over the $40 allowed",
        change: "raise --max-cost to 550, or send at most 7,272 requests a month",
        facts: ["prices.standard.input", "prices.standard.output"],
        evidence: ["openai-model-page-4o"],
      },
    ]);
  });
});

describe("the way back", () => {
  const pickOf = async (flags: Parameters<typeof needOfFlags>[0]) =>
    answerOf(await needOfFlags(flags)).result.recommendation?.model ?? null;

  it("is a single step where one is enough", async () => {
    const flags = { task: ["coding"], maxCost: "40", requests: "100k" };
    const { toBecomeFirst } = explainModel(answerOf(await needOfFlags(flags)), "gpt-4o");
    expect(toBecomeFirst?.firstUpToRequests).toBe(3076);
    expect(await pickOf({ ...flags, requests: "3076" })).toBe("gpt-4o");
    expect(toBecomeFirst).toMatchObject({ canQualify: true, rankThen: 2 });
    expect(toBecomeFirst?.message).toBe(
      "To let it in: raise --max-cost to 1300, or send at most 3,076 requests a month. It then ranks 2. " +
        "At 3,076 requests a month or fewer it comes first in one step. " +
        "Once let in, it comes first if quality has more than 61 % of the weight.",
    );
  });

  it("names both changes where it takes two, and they are enough", async () => {
    const flags = { needs: ["vision-fine-tuning"], maxCost: "20", requests: "100k" };
    const { toBecomeFirst } = explainModel(answerOf(await needOfFlags(flags)), "gpt-4o-mini");
    expect(toBecomeFirst?.toQualify).toEqual([
      "do without vision-fine-tuning (drop --needs vision-fine-tuning)",
      "raise --max-cost to 33, or send at most 60,606 requests a month",
    ]);
    expect(toBecomeFirst?.rankThen).toBe(1);
    expect(await pickOf({ maxCost: "33", requests: "100k" })).toBe("gpt-4o-mini");
  });

  it("is closed where nothing the user can change helps", () => {
    const need: Need = {
      ...needOf({ models: ["gpt-4o", "gpt-4o-mini"] }),
      asOf: "2028-01-01",
    };
    const { toBecomeFirst, subject } = explainModel(answerOf(need), null);
    expect(subject).toBe("closest");
    expect(toBecomeFirst).toEqual({
      toQualify: [],
      canQualify: false,
      rankThen: null,
      firstUpToRequests: null,
      toWin: [],
      message: "Nothing you can change lets GPT-4o mini in.",
    });
  });

  it("needs none for the pick, whose flips it carries instead", () => {
    const answer = answerOf(needOf({}));
    const { toBecomeFirst, flips } = explainModel(answer, null);
    expect(toBecomeFirst).toBeNull();
    expect(flips).toEqual(answer.result.flips);
  });
});

describe("splitting the work", () => {
  /** The shipped catalog with the user's own success rates on one benchmark. */
  function measured(rates: Record<string, number>): Catalog {
    const source = {
      id: "own-tests",
      title: "Our own tests",
      publisher: "us",
      class: "own" as const,
      checked: "2026-11-20",
    };
    return {
      ...shipped,
      sources: [...shipped.sources, source],
      models: shipped.models.map((model) => {
        const value = rates[model.id];
        if (value === undefined) return model;
        const claim = {
          value,
          source: "own-tests",
          observed: "2026-11-20",
          scope: "all" as const,
        };
        return {
          ...model,
          benchmarks: {
            ...model.benchmarks,
            "swebench-verified": [...(model.benchmarks?.["swebench-verified"] ?? []), claim],
          },
        };
      }),
    };
  }
  const close = { task: "coding", quality: "high", workload: { requestsPerMonth: 97_000 } };
  const splitOf = (catalog: Catalog, document: object = close) => {
    const answer = answerOf(needOf(document, catalog), catalog);
    return explainModel(
      { ...answer, result: { ...answer.result, splitting: splitIn(answer) } },
      null,
    ).ownSplit;
  };
  /** The note is offered for close scores only; its bounds are asked for here whatever the scores. */
  function splitIn({ result }: ReturnType<typeof answerOf>) {
    return {
      small: "gpt-4o-mini",
      large: "gpt-4o",
      usdPerRequest: { small: 1, large: 2 },
      breakEvenEscalationRate: 0.5,
      ends: [],
      message: result.asOf,
    };
  }

  it("says first whose end is announced, in the record and in words", () => {
    const { result } = answerOf(needOf({ task: "rag", workload: { requestsPerMonth: 110_000 } }));
    const both =
      "GPT-4o mini and GPT-4o end on 2027-01-14, in 53 days. Until then using both can pay";
    expect(result.splitting).toMatchObject({
      ends: [
        { model: "gpt-4o-mini", date: "2027-01-14" },
        { model: "gpt-4o", date: "2027-01-14" },
      ],
      message: expect.stringMatching(`^${both}: send every request to GPT-4o mini`),
    });
  });

  it("offers no two models of which one ends before the day they must last to", () => {
    const document = { task: "rag", availableUntil: "2027-01-31", includeSuccessors: true };
    const { ranking, splitting } = answerOf(needOf(document)).result;
    const ending = ranking.filter(({ model }) => model.startsWith("gpt-4o"));
    expect([ending, splitting]).toEqual([[], null]);
  });

  it("says nothing of success rates that the user did not measure", () => {
    expect(splitOf(shipped)).toBeNull();
    expect(splitOf(measured({ "gpt-4o": 50 }))).toBeNull();
  });

  it("bounds a mixture by the user's own rates", () => {
    expect.hasAssertions();
    const split = splitOf(measured({ "gpt-4o": 53.6, "gpt-4o-mini": 40.2 }), {
      ...close,
      minBenchmarks: { "swebench-verified": 40 },
    });
    // Requests of 2,000 in and 800 out: $0.00078 on the small model, $0.013 on the large one.
    expectEqual(split?.faultlessRouterShare ?? 0, 0.134);
    expectEqual(split?.blindShareForFloor ?? 1, 0);
    const at = split?.shares.find((row) => row.share === 0.3);
    expectEqual(at?.usdPerRequest ?? 0, 0.3 * 0.013 + 0.7 * 0.00078);
    expectEqual(at?.worst ?? 0, 0.402 - 0.3);
    expectEqual(at?.blind ?? 0, 0.402 + 0.3 * 0.134);
    expectEqual(at?.best ?? 0, 0.402 + 0.3);
  });
});

describe("evidence", () => {
  const factOf = (explained: Explanation, path: string) =>
    explained.facts.find((fact) => fact.path === path);

  it("keeps the losing claims of a disputed speed with their reasons", () => {
    const speed = factOf(
      explainModel(answerOf(needOf({})), "gpt-4o-mini"),
      "speed.outputTokensPerSecond",
    );
    expect(speed?.disputed).toBe(true);
    expect(
      speed?.claims.map(({ value, source, role, because }) => [value, source, role, because]),
    ).toEqual([
      [49.9, "margindash-aa", "taken", null],
      [
        59,
        "community-1307310",
        "averaged",
        "another measurer's newest: no stale reading decides alone",
      ],
      [61, "tokencost-aa", "widens", "undated; the one taken is not"],
      [90, "openai-fast-mode", "set-aside", "about the fast tier"],
      [120, "llmversus", "set-aside", "another class: independent counts before secondary here"],
      [28, "newmen-mini", "set-aside", "another class: independent counts before secondary here"],
      [8, "newmen-mini", "set-aside", "another platform: azure"],
      [202, "amallo-aa-launch", "set-aside", "older than the 730 days that may span a speed"],
    ]);
  });

  it("tells another snapshot's price, an old one and another platform's end apart", () => {
    const explained = explainModel(answerOf(needOf({})), "gpt-4o");
    const reasons = (path: string) =>
      new Set(
        factOf(explained, path)?.claims.flatMap((claim) => claim.because?.split(":")[0] ?? []),
      );
    expect(reasons("prices.standard.input")).toEqual(new Set(["another snapshot", "older"]));
    expect(reasons("lifecycle.shutdown")).toContain("another platform");
  });

  it("leaves out what nobody knew on the day", () => {
    const need: Need = { ...needOf({}), asOf: "2024-08-10" };
    const { facts } = explainModel(answerOf(need), "gpt-4o-mini");
    expect(
      facts.flatMap((fact) => fact.claims).filter((claim) => claim.observed > need.asOf),
    ).toEqual([]);
  });
});

it("refuses a model the catalog does not have", () => {
  const answer = answerOf(needOf({}));
  expect(() => explainModel(answer, "gpt-9")).toThrow(new RangeError("unknown model gpt-9"));
});

it("gives the same bytes every time, and leaves the answer as it was", () => {
  const answer = answerOf(needOf({}));
  const before = JSON.stringify(answer.result);
  const [first, second] = [explainModel(answer, "gpt-4o"), explainModel(answer, "gpt-4o")];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  expect(JSON.stringify(answer.result)).toBe(before);
  expect(openFactSheets(shipped, "2026-11-22").find("gpt-4o")?.candidate.id).toBe("gpt-4o");
});
