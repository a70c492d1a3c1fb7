import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceClaim, LossReason } from "../../src/facts/claim-order.ts";
import { resolveClaims, resolveStatements, widenSingleSource } from "../../src/facts/evidence.ts";
import { resultStandardError } from "../../src/facts/logits.ts";
import { addDays } from "../../src/schema/texts.ts";
import {
  FACT_KINDS,
  type FactKind,
  SOURCE_CLASSES,
  type SourceClass,
} from "../../src/schema/vocabulary.ts";
import {
  benchmarkScale,
  evidenceConstants,
  EXACT_DIGITS,
  logitConstants,
  reference,
} from "../decision/reference.ts";

const today = "2026-11-22";
const direction = "lower-is-better" as const;

/** A claim so many days old. */
function claim<Value>(
  value: Value,
  sourceClass: SourceClass,
  daysAgo: number,
  rest: Partial<EvidenceClaim<Value>> = {},
): EvidenceClaim<Value> {
  const observed = addDays(today, -daysAgo);
  return { value, class: sourceClass, observed, scope: "exact", source: "somebody", ...rest };
}

function resolve(kind: FactKind, claims: EvidenceClaim[]) {
  return resolveClaims(claims, kind, today, evidenceConstants, { direction });
}

const missing = {
  status: "missing",
  point: null,
  low: null,
  high: null,
  chosen: null,
  pool: [],
  admissible: [],
  disputed: false,
  disputing: [],
  sibling: false,
  losses: [],
};
const aside = (reason: LossReason) => ({ reason, counts: false });
const second = (reason: LossReason) => ({ reason, counts: true });

describe("reference cases", () => {
  it.each(reference.fixtures.evidence)("$name", ({ name, kind, today: asOf, claims, result }) => {
    const scale = benchmarkScale(name.endsWith("GPQA") ? "gpqa" : "mmlu");
    const belief = resolveClaims(
      claims.map(({ value, cls, date, scope = "exact" }, index): EvidenceClaim => ({
        value,
        class: cls,
        observed: date,
        scope,
        source: `source-${index}`,
        ...(kind === "benchmark" && {
          standardError: resultStandardError(value, scale, logitConstants),
        }),
      })),
      kind,
      asOf,
      evidenceConstants,
      { direction },
    );
    expect({ ...belief, admissible: belief.admissible.toSorted((a, b) => a - b) }).toMatchObject({
      point: expect.closeTo(result.point, EXACT_DIGITS),
      low: expect.closeTo(result.lo, EXACT_DIGITS),
      high: expect.closeTo(result.hi, EXACT_DIGITS),
      status: result.status,
      chosen: result.chosen,
      admissible: result.admissible,
      disputed: result.disputed,
      sibling: false,
    });
  });
});

describe("pooled speeds of the reference", () => {
  it.each(reference.fixtures.pooled_speed)("$name", ({ better, today: asOf, claims, result }) => {
    const evidence = claims.map(({ value, cls, measurer, date, undated, run }, index) => ({
      value,
      class: cls,
      measurer,
      observed: date,
      scope: "exact" as const,
      source: `page-${index}`,
      ...(undated === true && { undated }),
      ...(run !== undefined && { run }),
    }));
    const hull = resolveClaims(evidence, "latency", asOf, evidenceConstants, {
      direction: `${better}-is-better`,
    });
    const belief = widenSingleSource(hull, evidence, evidenceConstants.singleSourceLatencyWidening);
    const ascending = (indexes: readonly number[]) => indexes.toSorted((a, b) => a - b);
    if (!result.pooled) {
      expect([belief.status, belief.pool]).toEqual(["fresh", []]);
      return;
    }
    expect({
      ...belief,
      pool: ascending(belief.pool),
      admissible: ascending(belief.admissible),
    }).toMatchObject({
      status: "stale",
      point: expect.closeTo(result.point, EXACT_DIGITS),
      low: expect.closeTo(result.lo, EXACT_DIGITS),
      high: expect.closeTo(result.hi, EXACT_DIGITS),
      pool: result.pool,
      chosen: result.chosen,
      admissible: result.admissible,
      disputed: result.disputed,
    });
  });
});

describe("which claims are about the fact", () => {
  it("is missing without one", () => {
    expect(resolve("price", [])).toEqual(missing);
    expect(resolve("price", [claim(5, "vendor", 1, { scope: "other" })])).toEqual({
      ...missing,
      losses: [aside("other-snapshot")],
    });
  });

  it("does not see what was observed later", () => {
    expect(resolve("price", [claim(5, "vendor", -1)])).toMatchObject({ status: "missing" });
    expect(resolve("price", [claim(5, "vendor", 0)]).point).toBe(5);
  });

  it("takes a benchmark, and nothing else, from a sibling, and only when nothing is in scope", () => {
    const near = claim(50, "vendor", 10, { scope: "other", siblingDays: 40 });
    const far = claim(60, "vendor", 5, { scope: "other", siblingDays: -90 });
    const elsewhere = claim(70, "vendor", 5, { scope: "other" });
    expect(resolve("benchmark", [far, elsewhere, near])).toEqual({
      status: "fresh",
      point: 50,
      low: 50,
      high: 50,
      chosen: 2,
      pool: [],
      admissible: [2],
      disputed: false,
      disputing: [],
      sibling: true,
      losses: [aside("further-sibling"), aside("other-snapshot"), null],
    });
    for (const kind of ["price", "limit", "lifecycle", "latency"] as const) {
      expect(resolve(kind, [far, near])).toMatchObject({ status: "missing", point: null });
    }
    expect(resolve("benchmark", [near, claim(40, "secondary", 4000)])).toMatchObject({
      point: 40,
      status: "stale",
      sibling: false,
    });
  });

  it("takes of the siblings the fresh, of these the best class, then a run, then the nearest", () => {
    const sibling = (
      value: number,
      sourceClass: SourceClass,
      daysAgo: number,
      rest: Partial<EvidenceClaim> = {},
    ) => claim(value, sourceClass, daysAgo, { scope: "other", siblingDays: 90, ...rest });
    const nearest = { siblingDays: 1 };
    const old = evidenceConstants.freshDays.benchmark.independent + 1;
    const takes = (...claims: EvidenceClaim[]) => resolve("benchmark", claims).point;
    const current = sibling(70, "vendor", 10);
    expect(takes(sibling(60, "independent", old, nearest), current)).toBe(70);
    expect(takes(sibling(60, "secondary", 10, nearest), current)).toBe(70);
    const harness = sibling(75, "vendor", 10, { run: "one harness" });
    expect(takes(sibling(60, "vendor", 10, nearest), current, harness)).toBe(75);
    expect(takes(current, sibling(60, "vendor", 10, nearest))).toBe(60);
    // None is fresh: then the class decides among the old ones.
    expect(
      takes(
        sibling(60, "independent", old),
        sibling(65, "vendor", evidenceConstants.freshDays.benchmark.vendor + 1, nearest),
      ),
    ).toBe(60);
  });
});

describe("which claim comes first", () => {
  it("believes the vendor about its contract and the measurer about a measurement", () => {
    const claims = [claim(1, "independent", 3), claim(2, "vendor", 3), claim(3, "secondary", 1)];
    expect(FACT_KINDS.map((kind) => [kind, resolve(kind, claims).point])).toEqual([
      ["price", 2],
      ["limit", 2],
      ["lifecycle", 2],
      ["latency", 1],
      ["benchmark", 1],
    ]);
  });

  it("counts a claim as fresh through the last day of its kind and class", () => {
    const { vendor } = evidenceConstants.freshDays.price;
    expect(resolve("price", [claim(1, "vendor", vendor)]).status).toBe("fresh");
    expect(resolve("price", [claim(1, "vendor", vendor + 1)]).status).toBe("stale");
  });

  it("prefers the fresh to the stale whatever the class, but sees the dispute", () => {
    expect(resolve("price", [claim(5, "vendor", 400), claim(2.5, "secondary", 21)])).toMatchObject({
      point: 2.5,
      low: 2.5,
      high: 2.5,
      disputed: true,
      disputing: [0],
    });
  });

  it("never counts an undated claim as fresh, the user's own included", () => {
    const own = claim(1, "own", 0, { undated: true });
    expect(resolve("price", [own]).status).toBe("stale");
    expect(resolve("price", [own, claim(2, "secondary", 5)]).point).toBe(2);
  });

  it("keeps the user's own contract for good, but not an own measurement", () => {
    const own = claim(1, "own", 5000);
    const vendor = claim(2, "vendor", 1);
    for (const kind of ["price", "limit", "lifecycle"] as const) {
      expect(resolve(kind, [vendor, own])).toMatchObject({ point: 1, status: "fresh" });
    }
    expect(resolve("latency", [vendor, own]).point).toBe(2);
  });

  it("goes by the newest, then the exact snapshot, then the less favourable value, then the source", () => {
    expect(resolve("price", [claim(1, "vendor", 9), claim(2, "vendor", 8)]).point).toBe(2);
    expect(
      resolve("price", [claim(3, "vendor", 8, { scope: "alias" }), claim(2, "vendor", 8)]).point,
    ).toBe(2);
    const sameDay = [claim(1, "vendor", 8), claim(2, "vendor", 8)];
    const pointBy = (better: "lower-is-better" | "higher-is-better") =>
      resolveClaims(sameDay, "price", today, evidenceConstants, { direction: better }).point;
    expect([pointBy("lower-is-better"), pointBy("higher-is-better")]).toEqual([2, 1]);
    const sameValue = ["b", "a"].map((source) => claim(1, "vendor", 8, { source }));
    expect(resolve("price", sameValue).chosen).toBe(1);
  });

  it("goes by the newest of the stale whatever the class, secondary only where nothing else speaks", () => {
    const stale = [
      claim(1, "vendor", 900),
      claim(2, "independent", 800),
      claim(3, "secondary", 700),
    ];
    expect(resolve("price", stale)).toEqual({
      status: "stale",
      point: 2,
      low: 1,
      high: 2,
      chosen: 1,
      pool: [],
      admissible: [1, 0],
      disputed: true,
      disputing: [0, 2],
      sibling: false,
      losses: [second("older"), null, aside("outranked")],
    });
    expect(resolve("price", stale.slice(2))).toMatchObject({ point: 3, status: "stale" });
  });

  it("lets an announcement stand, however old, until a newer claim", () => {
    const announced = claim("2027-01-14", "vendor", 400);
    const read = (...claims: EvidenceClaim<string>[]) =>
      resolveStatements(claims, "lifecycle", today, evidenceConstants);
    expect(read(announced)).toMatchObject({ value: "2027-01-14", status: "stale" });
    expect(read(announced, claim("2027-06-01", "vendor", 390))).toMatchObject({
      value: "2027-06-01",
      disputed: true,
    });
  });
});

describe("speeds", () => {
  it("that are fresh are compared within a run: a paired measurement comes before a newer single one", () => {
    const claims = [
      claim(131, "independent", 5, { source: "single" }),
      claim(110.7, "independent", 20, { run: "march", source: "paired" }),
      claim(135, "independent", 1, { run: "tokencost", undated: true, source: "undated" }),
    ];
    expect(resolve("latency", claims)).toMatchObject({
      status: "fresh",
      point: 110.7,
      pool: [],
      low: 110.7,
      high: 131,
      admissible: [1, 0],
    });
  });

  it("that are stale are averaged over who measured them, one reading each", () => {
    const run = { run: "one of several models" };
    const claims = [
      claim(50, "independent", 100, { ...run, source: "a copy", measurer: "somebody" }),
      claim(60, "independent", 90, { ...run, source: "another copy", measurer: "somebody" }),
      claim(15, "independent", 300, { ...run, source: "somebody else" }),
      claim(1000, "independent", 80, { source: "a single reading" }),
    ];
    // The newest of either: (60 * 15)^(1/2). The single reading spans the range, no more.
    expect(resolve("latency", claims)).toMatchObject({
      status: "stale",
      point: expect.closeTo(30, 9),
      low: 15,
      high: 1000,
      chosen: 1,
      pool: [1, 2],
      disputing: [0, 1, 2, 3],
    });
  });

  it("of the user's own need no pair", () => {
    const own = claim(80, "own", 60, { source: "own" });
    const paired = claim(20, "independent", 260, { run: "march" });
    expect(resolve("latency", [paired, own]).point).toBeCloseTo(40, 9);
  });

  it("count and span only what was measured within the window, unless nothing was", () => {
    const old = evidenceConstants.speedWindowDays + 1;
    const claims = [claim(202, "independent", old), claim(61, "independent", old - 1)];
    expect(resolve("latency", claims)).toMatchObject({
      point: 61,
      low: 61,
      high: 61,
      disputing: [0],
    });
    const paired = claim(202, "independent", old, { run: "launch" });
    expect(resolve("latency", [paired, claim(61, "independent", 90)])).toMatchObject({
      point: 61,
      low: 61,
      high: 61,
    });
    expect(resolve("latency", claims.slice(0, 1))).toMatchObject({ low: 202, high: 202 });
  });

  it("from one source alone are widened in ln", () => {
    const single = [claim(100, "independent", 5)];
    expect(widenSingleSource(resolve("latency", single), single, 0.15)).toMatchObject({
      point: 100,
      low: 100 * Math.exp(-0.15),
      high: 100 * Math.exp(0.15),
    });
    const repeated = [...single, ...single];
    expect(widenSingleSource(resolve("latency", repeated), repeated, 0.15).high).toBe(
      100 * Math.exp(0.15),
    );
    const copied = [...single, claim(100, "independent", 5, { source: "b", measurer: "somebody" })];
    expect(widenSingleSource(resolve("latency", copied), copied, 0.15).high).toBe(
      100 * Math.exp(0.15),
    );
    const two = [...single, claim(120, "independent", 5, { source: "other" })];
    expect(widenSingleSource(resolve("latency", two), two, 0.15)).toEqual(resolve("latency", two));
    expect(widenSingleSource(resolve("latency", []), [], 0.15)).toEqual(missing);
  });
});

describe("disputes", () => {
  const differing = (kind: FactKind, one: number, two: number, standardError?: number) =>
    resolveClaims(
      [claim(one, "vendor", 1), claim(two, "secondary", 1)],
      kind,
      today,
      evidenceConstants,
      {
        direction,
        ...(standardError !== undefined && { standardError }),
      },
    ).disputed;

  it("begin above 1 % of a price", () => {
    expect([differing("price", 2.5, 2.525), differing("price", 2.5, 2.53)]).toEqual([false, true]);
    // In doubles .101 less .1 is .0010000000000000009.
    expect(differing("price", 0.1, 0.101)).toBe(false);
  });
  it("begin above 25 % of a speed", () => {
    expect([differing("latency", 100, 125), differing("latency", 100, 126)]).toEqual([false, true]);
  });
  it("begin with any difference in a limit or a date", () => {
    expect([differing("limit", 128_000, 128_000), differing("limit", 128_000, 128_001)]).toEqual([
      false,
      true,
    ]);
  });
  it("begin above 2.77 standard errors of a benchmark", () => {
    expect([differing("benchmark", 80, 82.77, 1), differing("benchmark", 80, 82.78, 1)]).toEqual([
      false,
      true,
    ]);
  });
  it("take a claim's own error before the benchmark's", () => {
    const claims = [
      claim(80, "vendor", 1, { standardError: 3 }),
      claim(84, "secondary", 1, { standardError: 3 }),
    ];
    const options = { direction, standardError: 0.1 };
    expect(resolveClaims(claims, "benchmark", today, evidenceConstants, options).disputed).toBe(
      false,
    );
  });
});

describe("why a claim is not the one believed", () => {
  it.each([
    ["a price of another class", "price", claim(1, "independent", 1), aside("outranked")],
    ["a price of a day before", "price", claim(1, "vendor", 6), second("older")],
    [
      "an equal price, about the alias",
      "price",
      claim(1, "vendor", 5, { scope: "alias" }),
      second("about-alias"),
    ],
    ["a lower price of the same day", "price", claim(0.5, "vendor", 5), second("less-favourable")],
    ["a price too old to be fresh", "price", claim(1, "vendor", 4000), aside("aged")],
    ["an undated price", "price", claim(1, "vendor", 1, { undated: true }), aside("undated")],
    [
      "a price of another snapshot",
      "price",
      claim(1, "vendor", 1, { scope: "other" }),
      aside("other-snapshot"),
    ],
    ["a price of tomorrow", "price", claim(1, "vendor", -1), aside("unseen")],
    ["a result of a lower class", "benchmark", claim(1, "independent", 1), second("lower-class")],
  ] as const)("%s", (_, kind, lost, loss) => {
    const order = kind === "benchmark" ? "own" : "vendor";
    expect(resolve(kind, [lost, claim(1, order, 5)]).losses).toEqual([loss, null]);
  });

  it("of speeds: measured alone, or before the window", () => {
    const run = claim(90, "independent", 20, { run: "suite" });
    const windowDays = evidenceConstants.speedWindowDays;
    expect(resolve("latency", [claim(80, "independent", 1), run]).losses).toEqual([
      second("single-measurement"),
      null,
    ]);
    // Nothing is fresh: the window alone tells them apart.
    const stale = claim(90, "independent", 100);
    const past = claim(80, "independent", windowDays + 1);
    expect(resolve("latency", [past, stale]).losses).toEqual([aside("past-window"), null]);
    expect(resolve("latency", [past, run]).losses).toEqual([aside("aged"), null]);
  });

  it("of stale ones: the day is a stand-in", () => {
    const old = [claim(2, "vendor", 3000, { undated: true }), claim(3, "vendor", 4000)];
    expect(resolve("price", old).losses).toEqual([second("less-dated"), null]);
  });
});

describe("statements", () => {
  const read = <Value>(claims: EvidenceClaim<Value>[]) =>
    resolveStatements(claims, "limit", today, evidenceConstants);

  it("of any type are resolved in the same order, and any other value is a dispute", () => {
    expect(read([claim(true, "secondary", 1), claim(false, "vendor", 2)])).toEqual({
      status: "fresh",
      value: false,
      chosen: 1,
      pool: [],
      admissible: [1],
      disputed: true,
      disputing: [0],
      sibling: false,
      losses: [aside("outranked"), null],
    });
    expect(read([claim(["text"], "vendor", 1), claim(["text"], "secondary", 1)])).toMatchObject({
      value: ["text"],
      disputed: false,
    });
    expect(read([])).toMatchObject({ status: "missing", value: null });
  });

  it("of one day are broken by the comparison given: the earlier end", () => {
    const claims = [claim("2027-01-14", "vendor", 1), claim("2026-12-01", "vendor", 1)];
    const earlierFirst = { compare: (a: string, b: string) => (a < b ? -1 : 1) };
    expect(
      resolveStatements(claims, "lifecycle", today, evidenceConstants, earlierFirst).value,
    ).toBe("2026-12-01");
  });
});

describe("laws of evidence", () => {
  const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
    fc.option(arbitrary, { nil: undefined });
  const claims = fc.array(
    fc
      .record({
        value: fc.constantFrom(1, 1.005, 2, 2.5, 5),
        class: fc.constantFrom(...SOURCE_CLASSES),
        daysAgo: fc.integer({ min: -3, max: 1200 }),
        scope: fc.constantFrom("exact", "alias", "other" as const),
        source: fc.constantFrom("a", "b", "c"),
        undated: optional(fc.constant(true as const)),
        standardError: optional(fc.constantFrom(0.1, 0.5)),
        run: optional(fc.constantFrom("march", "june")),
        siblingDays: optional(fc.integer({ min: -90, max: 90 })),
      })
      .map(({ value, class: sourceClass, daysAgo, ...rest }) => {
        const given = Object.entries(rest).filter(([, each]) => each !== undefined);
        return claim(value, sourceClass, daysAgo, Object.fromEntries(given));
      }),
    { maxLength: 6 },
  );
  const kind = fc.constantFrom(...FACT_KINDS);

  /** A belief without its indexes, which name the claims in the order they were given. */
  function substance(kindOfFact: FactKind, some: EvidenceClaim[]) {
    const belief = resolve(kindOfFact, some);
    const { status, point, low, high, disputed, sibling } = belief;
    const valuesOf = (indexes: readonly number[]) =>
      [...new Set(indexes.map((index) => some[index]?.value ?? NaN))].toSorted((a, b) => a - b);
    return {
      status,
      point,
      low,
      high,
      disputed,
      sibling,
      admissible: valuesOf(belief.admissible),
      disputing: valuesOf(belief.disputing),
    };
  }

  it("the order of the claims changes nothing", () => {
    const turned = claims.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(kind, turned, (of, [some, shuffled]) => {
        expect(substance(of, shuffled)).toEqual(substance(of, some));
      }),
      { numRuns: 6000 },
    );
  });

  it("an identical claim once more changes nothing", () => {
    const repeated = claims
      .filter((some) => some.length > 0)
      .chain((some) => fc.tuple(fc.constant(some), fc.constantFrom(...some)));
    fc.assert(
      fc.property(kind, repeated, (of, [some, again]) => {
        expect(substance(of, [...some, again])).toEqual(substance(of, some));
      }),
      { numRuns: 6000 },
    );
  });

  it("the point lies in the interval, and every end of it is a claim that counts", () => {
    fc.assert(
      fc.property(kind, claims, (of, some) => {
        const belief = resolve(of, some);
        if (belief.status === "missing") return;
        const counted = belief.admissible.map((index) => some[index]?.value);
        // A mean over measurers lies between claims, any other point is one of them.
        if (belief.pool.length < 2) expect(counted).toContain(belief.point);
        expect([belief.low, belief.high]).toEqual([
          Math.min(...counted.map(Number)),
          Math.max(...counted.map(Number)),
        ]);
        expect(belief.disputed).toBe(belief.disputing.length > 0);
        if (belief.pool.length < 2) expect(some[belief.chosen]?.value).toBe(belief.point);
        expect(belief.point >= belief.low && belief.point <= belief.high).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it("a claim about something else, or from the future, changes nothing", () => {
    fc.assert(
      fc.property(kind, claims, (of, some) => {
        const noise = [claim(9, "own", 0, { scope: "other" }), claim(9, "own", -1)];
        expect(substance(of, [...some, ...noise])).toEqual(substance(of, some));
      }),
      { numRuns: 2000 },
    );
  });

  it("a secondary claim never moves a fact that others state freshly", () => {
    fc.assert(
      fc.property(kind, claims, fc.integer({ min: 0, max: 20 }), (of, some, daysAgo) => {
        const fresh = [...some, claim(2, "independent", 5)];
        const { point, low, high } = resolve(of, fresh);
        const more = resolve(of, [...fresh, claim(7, "secondary", daysAgo)]);
        expect({ point: more.point, low: more.low, high: more.high }).toEqual({ point, low, high });
        expect(more.disputed).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
