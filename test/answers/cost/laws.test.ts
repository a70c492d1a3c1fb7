/** Laws that every bill keeps, whatever the workload. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { imageTokens } from "../../../src/decision/images.ts";
import type { Money } from "../../../src/facts/money.ts";
import type { Catalog } from "../../../src/schema/catalog.ts";
import type { ServiceTier } from "../../../src/schema/vocabulary.ts";
import { billIn, billingOf, BOTH, costOf, found, shipped, subjectIn } from "./fixture.ts";
import { image, type Load, load, SEED } from "./workloads.ts";

const MODELS = [...BOTH, "gpt-4o-2024-05-13", "gpt-4o-2024-11-20"];
const model = fc.constantFrom(...MODELS);
const runs = { seed: SEED, numRuns: 60 };

/** Exact USD a request. */
function request(
  id: string,
  workload: Partial<Load>,
  extra: object = {},
  catalog: Catalog = shipped,
): Money {
  const billing = billingOf({ models: [id], workload: { ...workload, ...extra }, catalog });
  return found(subjectIn(billing, id).request());
}

const COUNTS = ["inputTokens", "outputTokens", "webSearches", "fileSearches"] as const;

describe("a bill", () => {
  test("is linear in the requests, to the last digit", () => {
    fc.assert(
      fc.property(model, load, fc.integer({ min: 1, max: 1000 }), (id, workload, times) => {
        const usd = (requestsPerMonth: number) =>
          found(
            billIn(costOf({ models: [id], workload: { ...workload, requestsPerMonth } }), id)
              .usdPerMonth,
          );
        const one = request(id, workload);
        expect(usd(times)).toBe(one.times(times).toNumber());
        expect(usd(0)).toBe(0);
      }),
      runs,
    );
  });

  test("is additive over its items: each billed alone, they add up", () => {
    fc.assert(
      fc.property(model, load, (id, { images, ...rest }) => {
        const text = { ...rest, cachedInputTokens: 0 };
        const nothing = {
          inputTokens: 0,
          outputTokens: 0,
          cachedInputTokens: 0,
          images: [],
          webSearches: 0,
          fileSearches: 0,
        };
        const alone = [
          ...COUNTS.map((field) => request(id, { ...nothing, [field]: text[field] })),
          ...images.map((each) => request(id, { ...nothing, images: [each] })),
        ];
        const together = request(id, { ...text, images });
        expect(alone.reduce((sum, each) => sum.plus(each)).eq(together)).toBe(true);
      }),
      runs,
    );
  });

  test("is the sum of its lines", () => {
    fc.assert(
      fc.property(model, load, (id, workload) => {
        const { cost } = subjectIn(billingOf({ models: [id], workload }), id);
        if (!("lines" in cost)) throw new Error("unpriced");
        const [first, ...others] = cost.lines.map(({ amount }) => amount);
        expect(
          others.reduce((sum, each) => sum.plus(each), found(first)).eq(cost.exact.request),
        ).toBe(true);
      }),
      runs,
    );
  });

  test("never falls when a count rises", () => {
    fc.assert(
      fc.property(
        model,
        load,
        fc.constantFrom(...COUNTS),
        fc.integer({ min: 1, max: 5000 }),
        (id, workload, field, more) => {
          const raised = { ...workload, [field]: workload[field] + more };
          expect(request(id, raised).gte(request(id, workload))).toBe(true);
        },
      ),
      runs,
    );
  });

  test("never falls when there is another image, or one more of a kind", () => {
    fc.assert(
      fc.property(model, load, image, (id, workload, added) => {
        const more = { ...workload, images: [...workload.images, added] };
        const again = {
          ...workload,
          images: [...workload.images, { ...added, count: added.count + 1 }],
        };
        expect(request(id, more).gt(request(id, workload))).toBe(true);
        expect(request(id, again).gt(request(id, more))).toBe(true);
      }),
      runs,
    );
  });

  test("never falls when a price rises", () => {
    const prices = ["input", "cachedInput", "output"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...BOTH),
        load,
        fc.constantFrom(...prices),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (id, workload, price, factor) => {
          const dearer = withPrice(id, price, factor);
          expect(request(id, workload, {}, dearer).gte(request(id, workload))).toBe(true);
        },
      ),
      runs,
    );
  });

  test("costs no more in batch than in standard, and no more there than in fast", () => {
    fc.assert(
      fc.property(model, load, (id, workload) => {
        const tier = (serviceTier: ServiceTier) => request(id, workload, { serviceTier });
        expect(tier("batch").lte(tier("standard"))).toBe(true);
        expect(tier("standard").lte(tier("fast"))).toBe(true);
      }),
      runs,
    );
  });

  test("costs no more with cached input than without, and never more the more is cached", () => {
    fc.assert(
      fc.property(
        model,
        load,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, workload, share) => {
          const cached = (tokens: number) => request(id, workload, { cachedInputTokens: tokens });
          const part = Math.floor(workload.cachedInputTokens * share);
          expect(cached(part).lte(cached(0))).toBe(true);
          expect(cached(workload.cachedInputTokens).lte(cached(part))).toBe(true);
        },
      ),
      runs,
    );
  });
});

/** The same catalog with one price of one model multiplied. */
function withPrice(id: string, price: "input" | "cachedInput" | "output", factor: number): Catalog {
  const models = structuredClone(shipped.models);
  const list = models.find((each) => each.id === id)?.prices?.standard?.[price];
  for (const claim of found(list)) claim.value *= factor;
  return { ...shipped, models };
}

describe("the tokens of an image", () => {
  const rates = fc.constantFrom({ base: 85, perTile: 170 }, { base: 2833, perTile: 5667 });
  const side = fc.integer({ min: 1, max: 65_535 });
  const detail = fc.constantFrom("high" as const, "low" as const, "auto" as const);

  test("are never fewer than the base", () => {
    fc.assert(
      fc.property(side, side, detail, rates, (width, height, sharpness, rate) => {
        expect(
          imageTokens({ width, height, detail: sharpness }, rate).tokens,
        ).toBeGreaterThanOrEqual(rate.base);
      }),
      runs,
    );
  });

  test("never fall when the image is magnified, its shape kept", () => {
    const scale = fc.integer({ min: 1, max: 40 });
    const small = fc.integer({ min: 1, max: 1600 });
    fc.assert(
      fc.property(
        small,
        small,
        scale,
        scale,
        detail,
        rates,
        (width, height, one, two, sharpness, rate) => {
          const tokens = (factor: number) =>
            imageTokens({ width: width * factor, height: height * factor, detail: sharpness }, rate)
              .tokens;
          expect(tokens(Math.max(one, two))).toBeGreaterThanOrEqual(tokens(Math.min(one, two)));
        },
      ),
      { ...runs, numRuns: 1000 },
    );
  });
});
