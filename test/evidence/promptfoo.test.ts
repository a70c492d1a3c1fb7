/** promptfoo's results: each trap of real files and the one number it flips. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { modelOfProvider } from "../../src/evidence/promptfoo/assigned.ts";
import { columnsOf, pairOf } from "../../src/evidence/promptfoo/columns.ts";
import { readResults } from "../../src/evidence/promptfoo/results.ts";
import type { Grading } from "../../src/evidence/promptfoo/row.ts";
import { mcNemarExact } from "../../src/evidence/reading.ts";
import { empiricalLogit, successRate } from "../../src/evidence/success-rate.ts";
import { promptfooResults } from "../support/promptfoo.ts";

const FOLDER = path.join(import.meta.dirname, "..", "fixtures", "own-data");
const EVERY: Grading = { countLatency: false, metric: null };

/** The parts of a row that a test changes. */
interface WrittenRow {
  promptIdx: number;
  testIdx: number;
  provider: { id: string };
  success: boolean;
  cost: number;
  response: { cached: boolean; metadata: { http: { status: number } } };
  gradingResult: { componentResults: { pass: boolean; assertion: { type: string } }[] };
  tokenUsage: object;
}

interface Results {
  evalId: string;
  results: { version: number; results: WrittenRow[] };
}

function fixture(name: string): Results {
  return JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")) as Results;
}

const CACHED = "promptfoo-0.123.1-local-cache.json";
const PROVIDERS = "promptfoo-0.123.1-provider-ids.json";

const expected = fixture("expected.json") as unknown as Record<
  string,
  { evalId: string; columns: unknown[]; paired: unknown[] }
>;

/** The columns as the expected values write them. */
function columnsIn(results: Results, grading = EVERY, countErrors = false) {
  const run = readResults(results, "results.json", grading);
  return columnsOf(run.rows, countErrors).map((column) => {
    const { tallies, rate, answerSeconds, ...rest } = column;
    return {
      ...rest,
      model: modelOfProvider(column.providerId)?.model ?? null,
      tests: tallies.size,
      graded: [...tallies.values()].reduce((sum, { tried }) => sum + tried, 0),
      ...(rate === null
        ? {}
        : {
            passRate: rate.passRate,
            effectiveTests: rate.effectiveTests,
            logit: rounded(rate.logit),
            se: rounded(rate.se),
          }),
      timed: answerSeconds?.n ?? 0,
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

test.each([
  ["promptfoo-local-cache", CACHED],
  ["promptfoo-provider-ids", PROVIDERS],
])("%s: every column as worked out by hand", (name, file) => {
  expect(columnsIn(fixture(file))).toEqual(expected[name]?.columns);
});

test("the tests that both took are paired by what they ask, not by their place", () => {
  const run = readResults(fixture(CACHED), "results.json", EVERY);
  const [first, second] = columnsOf(run.rows, false);
  if (first === undefined || second === undefined) throw new Error("there are two columns");
  // France: both; 2+2: gpt-4o alone; boom: mini was not served; the last has no assertion.
  expect(pairOf(first, second)).toEqual({ both: 1, onlyFirst: 1, onlySecond: 0, neither: 0 });
});

/** What differs between two lists of columns, as `0.passRate`. */
function changed(before: object[], after: object[]): string[] {
  return before.flatMap((column, place) =>
    Object.entries(column).flatMap(([key, value]) =>
      JSON.stringify(value) === JSON.stringify((after[place] as Record<string, unknown>)[key])
        ? []
        : [`${place}.${key}`],
    ),
  );
}

const RATE = ["1.passRate", "1.logit"];

describe("each trap", () => {
  const base = columnsIn(fixture(CACHED));
  const mutated = (change: (row: WrittenRow) => void, column: number, testIdx: number) => {
    const results = fixture(CACHED);
    const row = results.results.results.find(
      (each) => each.promptIdx === column && each.testIdx === testIdx,
    );
    if (row === undefined) throw new Error("there is such a row");
    change(row);
    return changed(base, columnsIn(results));
  };

  it("1: the column is its number, whatever its provider is called", () => {
    const renamed = fixture(CACHED);
    for (const row of renamed.results.results) {
      row.provider.id = "openai:gpt-4o";
    }
    expect(changed(base, columnsIn(renamed))).toEqual(["1.providerId", "1.model"]);
  });

  it("2: a repeat is not another test", () => {
    const repeated = fixture(CACHED);
    const rows = repeated.results.results;
    rows.push(...rows.map((row) => ({ ...row, testIdx: row.testIdx + 4 })));
    const columns = columnsIn(repeated);
    expect(columns.map(({ tests }) => tests)).toEqual([3, 2]);
    expect(columns.map(({ effectiveTests }) => effectiveTests)).toEqual([3, 2]);
  });

  it("3: a server's fault is not run, any other error fails", () => {
    const unserved = mutated((row) => (row.response.metadata.http.status = 429), 1, 2);
    expect(unserved).toEqual([]);
    const refused = mutated((row) => (row.response.metadata.http.status = 400), 1, 2);
    expect(refused).toEqual([
      "1.notRun",
      "1.tests",
      "1.graded",
      ...RATE.slice(0, 1),
      "1.effectiveTests",
      "1.logit",
      "1.se",
    ]);
  });

  it("4: an answer nobody graded is no pass", () => {
    // A component of its own would make it one.
    const graded = mutated(
      (row) =>
        (row.gradingResult.componentResults = [{ pass: true, assertion: { type: "equals" } }]),
      0,
      3,
    );
    expect(graded).toEqual([
      "0.ungraded",
      "0.tests",
      "0.graded",
      "0.effectiveTests",
      "0.logit",
      "0.se",
    ]);
  });

  it("5: being slow is not being wrong, unless it is to count", () => {
    const slow = (row: WrittenRow) => {
      row.success = false;
      for (const each of row.gradingResult.componentResults) {
        if (each.assertion.type === "latency") each.pass = false;
      }
    };
    expect(mutated(slow, 0, 1)).toEqual([]);
    const results = fixture(CACHED);
    const row = results.results.results.find((each) => each.promptIdx === 0 && each.testIdx === 1);
    if (row === undefined) throw new Error("there is such a row");
    slow(row);
    const strict = columnsIn(results, { countLatency: true, metric: null });
    expect(strict[0]?.passRate).toBeCloseTo(2 / 3, 9);
  });

  it("6 and 7: tokens and time of a cached answer are none; the vendor's own cache is cached input", () => {
    const fresh = mutated(
      (row) => {
        row.response.cached = false;
        row.tokenUsage = {
          prompt: 14,
          completion: 2,
          cached: 9,
          completionDetails: { cacheReadInputTokens: 10 },
        };
      },
      0,
      0,
    );
    expect(fresh).toEqual(["0.locallyCached", "0.tokens", "0.timed"]);
    expect(base[0]?.tokens).toBeNull();
  });

  it("8: what graders use and what the run cost is not read", () => {
    const priced = mutated(
      (row) => {
        row.cost = 99;
        row.tokenUsage = { ...row.tokenUsage, assertions: { prompt: 5000, completion: 5000 } };
      },
      0,
      0,
    );
    expect(priced).toEqual([]);
  });
});

test("a named score decides where one is asked for, and what has none is not graded", () => {
  const columns = columnsIn(fixture(CACHED), { countLatency: false, metric: "exact" });
  expect(columns.map(({ tests, passRate }) => [tests, passRate])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test.each([
  ["openai:gpt-4o", "gpt-4o", null],
  ["openai:chat:gpt-4o-mini", "gpt-4o-mini", null],
  ["openai:responses:gpt-4o", "gpt-4o", null],
  [
    "openai:chat:ft:gpt-4o-mini-2024-07-18:acme::abc123",
    "ft:gpt-4o-mini-2024-07-18:acme::abc123",
    null,
  ],
  ["openrouter:openai/gpt-4o-mini", "gpt-4o-mini", "openrouter"],
])("%s is %s", (id, model, platform) => {
  expect(modelOfProvider(id)).toEqual({ model, platform });
});

test.each([
  "azure:chat:my-deployment",
  "echo",
  "file://p.py",
  "exec:./run",
  "https://a.example/v1",
  "gpt-4o",
])("%s names no model", (id) => {
  expect(modelOfProvider(id)).toBeNull();
});

test("the worked example: 186 and 173 of 200, 18 only the one, 5 only the other", () => {
  expect(empiricalLogit(0.93, 200)).toEqual({
    logit: expect.closeTo(2.554283, 6) as number,
    se: expect.closeTo(0.272631, 6) as number,
  });
  expect(empiricalLogit(0.865, 200).logit).toBeCloseTo(1.841992, 6);
  // 2 x (C(23,0) + ... + C(23,5)) / 2^23
  expect(mcNemarExact(18, 5)).toBeCloseTo(0.010622, 6);
  expect(mcNemarExact(5, 18)).toBe(mcNemarExact(18, 5));
  expect(mcNemarExact(0, 0)).toBe(1);
});

const tallies = fc.array(
  fc.record({ tried: fc.constant(3), passed: fc.integer({ min: 0, max: 3 }) }),
  { minLength: 1, maxLength: 60 },
);

test("repeats are worth no less than the tests and no more than the tries; their order nothing", () => {
  fc.assert(
    fc.property(tallies, (all) => {
      const rate = successRate(all);
      if (rate === null) throw new Error("there are tests");
      expect(rate.effectiveTests).toBeGreaterThanOrEqual(all.length);
      expect(rate.effectiveTests).toBeLessThanOrEqual(all.length * 3);
      expect(successRate(all.toReversed())).toEqual(rate);
    }),
  );
});

test("one more test that is passed never lowers the log-odds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      (passed, failed) => {
        fc.pre(passed + failed > 0);
        const all = Array.from({ length: passed + failed }, (_, place) => ({
          tried: 1,
          passed: place < passed ? 1 : 0,
        }));
        const before = successRate(all)?.logit ?? NaN;
        const after = successRate([...all, { tried: 1, passed: 1 }])?.logit ?? NaN;
        expect(after).toBeGreaterThan(before);
      },
    ),
    { numRuns: 50 },
  );
});

describe("whatever two models did", () => {
  const outcomes = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 });
  const made = (
    pairs: readonly (readonly [boolean, boolean])[],
    ids: readonly string[],
    repeat = 1,
  ) =>
    promptfooResults(
      ids.map((id, place) => ({ id, passes: pairs.map((pair) => pair[place] === true) })),
      repeat,
    );
  const read = (results: object) => {
    const columns = columnsOf(readResults(results, "results.json", EVERY).rows, false);
    const [first, second] = columns;
    if (first === undefined || second === undefined) throw new Error("there are two columns");
    return { first, second, pair: pairOf(first, second) };
  };
  const IDS = ["openai:chat:gpt-4o", "openai:chat:gpt-4o-mini"];

  it("requests that were not served never change a rate or a pair", () => {
    fc.assert(
      fc.property(outcomes, fc.array(fc.nat(79), { maxLength: 20 }), (pairs, unserved) => {
        const before = read(made(pairs, IDS));
        const results = made(pairs, IDS);
        for (const place of unserved) {
          const row = results.results.results[place % results.results.results.length];
          results.results.results.push({
            ...structuredClone(row),
            success: false,
            failureReason: 2,
            error: "API error: 503",
            gradingResult: null,
            response: { cached: false, metadata: { http: { status: 503 } } },
          } as never);
        }
        const after = read(results);
        expect(after.pair).toEqual(before.pair);
        expect([after.first.rate, after.second.rate]).toEqual([
          before.first.rate,
          before.second.rate,
        ]);
        expect(after.first.notRun + after.second.notRun).toBe(unserved.length);
      }),
      { numRuns: 50 },
    );
  });

  it("the other way round is the same the other way round", () => {
    fc.assert(
      fc.property(outcomes, (pairs) => {
        const one = read(made(pairs, IDS));
        const other = read(
          made(
            pairs.map(([a, b]) => [b, a] as const),
            IDS,
          ),
        );
        expect([other.first.rate, other.second.rate]).toEqual([one.second.rate, one.first.rate]);
        const { onlyFirst, onlySecond, ...rest } = one.pair;
        expect(other.pair).toEqual({ ...rest, onlyFirst: onlySecond, onlySecond: onlyFirst });
      }),
      { numRuns: 50 },
    );
  });

  it("every row written again as a repeat is worth no more than twice the tests, and changes no rate", () => {
    fc.assert(
      fc.property(outcomes, (pairs) => {
        const [once, twice] = [read(made(pairs, IDS)), read(made(pairs, IDS, 2))];
        expect(twice.first.rate?.passRate).toBe(once.first.rate?.passRate);
        expect(twice.first.rate?.tests).toBe(pairs.length);
        expect(twice.first.rate?.effectiveTests).toBeGreaterThanOrEqual(pairs.length);
        expect(twice.first.rate?.effectiveTests).toBeLessThanOrEqual(2 * pairs.length);
        expect(twice.pair).toEqual(once.pair);
      }),
      { numRuns: 50 },
    );
  });
});
