import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageTokens, patchTokens } from "../../src/decision/images.ts";
import { reference } from "./reference.ts";

const [largeRates, smallRates] = ["gpt-4o", "gpt-4o-mini"].map((id) => {
  const [base, perTile] = reference.facts[id]?.img ?? [Number.NaN, Number.NaN];
  return { base, perTile };
}) as [{ base: number; perTile: number }, { base: number; perTile: number }];

const side = fc.integer({ min: 1, max: 65_535 });

describe("image tokens", () => {
  it.each(reference.fixtures.images)("$px at $detail detail", ({ px, detail, ...expected }) => {
    const image = { width: px[0], height: px[1], detail };
    const large = imageTokens(image, largeRates);
    expect({
      tiles: large.tiles,
      gpt4o: large.tokens,
      mini: imageTokens(image, smallRates).tokens,
    }).toEqual({ tiles: expected.tiles, gpt4o: expected.gpt4o, mini: expected.mini });
  });

  it("shows the arithmetic: 2048x4096 is read at 768x1536, two tiles by three", () => {
    const bill = imageTokens({ width: 2048, height: 4096, detail: "high" }, largeRates);
    expect(bill).toEqual({
      tokens: 85 + 6 * 170,
      scaled: { width: 768, height: 1536 },
      tilesWide: 2,
      tilesHigh: 3,
      tiles: 6,
    });
  });

  it("bills auto as high, the most the vendor can choose, and low without tiles", () => {
    const size = { width: 1920, height: 1080 };
    expect(imageTokens({ ...size, detail: "auto" }, smallRates)).toEqual(
      imageTokens({ ...size, detail: "high" }, smallRates),
    );
    expect(imageTokens({ ...size, detail: "low" }, smallRates)).toEqual({
      tokens: smallRates.base,
      scaled: null,
      tilesWide: 0,
      tilesHigh: 0,
      tiles: 0,
    });
  });

  it("adds no tile by a rounding error: twice as long as wide and above 768 wide is three by two", () => {
    // 2184 * (768 / 1092) is a hair above 1536 in doubles.
    for (let short = 769; short <= 32_767; short += 1) {
      const { tiles } = imageTokens(
        { width: 2 * short, height: short, detail: "high" },
        largeRates,
      );
      expect(tiles).toBe(6);
    }
  });

  it("counts tiles as whole-number arithmetic does", () => {
    const ceilDivide = (a: bigint, b: bigint) => (a + b - 1n) / b;
    fc.assert(
      fc.property(side, side, (width, height) => {
        const longest = BigInt(Math.max(width, height));
        const shortest = BigInt(Math.min(width, height));
        // 1, 2048/longest or 768/shortest, whichever is smallest, as numerator and denominator.
        const scale = [
          { top: 1n, bottom: 1n },
          { top: 2048n, bottom: longest },
          { top: 768n, bottom: shortest },
        ].reduce((least, each) =>
          each.top * least.bottom < least.top * each.bottom ? each : least,
        );
        const along = (pixels: number) =>
          Number(ceilDivide(BigInt(pixels) * scale.top, scale.bottom * 512n));
        const bill = imageTokens({ width, height, detail: "high" }, largeRates);
        expect([bill.tilesWide, bill.tilesHigh]).toEqual([along(width), along(height)]);
      }),
      { numRuns: 20_000 },
    );
  });

  it("never reads sides beyond the square or the shortest side, never scales up, never bills below one tile", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { scaled, tokens, tiles } = imageTokens(
          { width, height, detail: "high" },
          largeRates,
        );
        expect(Math.max(scaled?.width ?? 0, scaled?.height ?? 0)).toBeLessThanOrEqual(
          Math.min(2048, Math.max(width, height)),
        );
        expect(Math.min(scaled?.width ?? 0, scaled?.height ?? 0)).toBeLessThanOrEqual(
          Math.min(768, Math.min(width, height)),
        );
        expect(tiles).toBeGreaterThanOrEqual(1);
        expect(tokens).toBe(largeRates.base + tiles * largeRates.perTile);
        expect(tiles).toBeLessThanOrEqual(8);
      }),
      { numRuns: 5000 },
    );
  });

  it("never bills less for the same picture in more pixels, nor for a turned one", () => {
    const small = fc.integer({ min: 1, max: 4000 });
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 16 }), (width, height, times) => {
        const tokensOf = (w: number, h: number) =>
          imageTokens({ width: w, height: h, detail: "high" }, smallRates).tokens;
        expect(tokensOf(width * times, height * times)).toBeGreaterThanOrEqual(
          tokensOf(width, height),
        );
        expect(tokensOf(height, width)).toBe(tokensOf(width, height));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("patches", () => {
  const old = { sidePixels: 32, multiplier: 1, budget: 1536 };

  it("are cut from the sides, and each is billed at its multiple", () => {
    // 1024 / 32 = 32 each way: 1,024 patches, 1,228.8 tokens at 1.2 and 1,658.88 at 1.62.
    const image = { width: 1024, height: 1024, detail: "high" } as const;
    expect(patchTokens(image, { ...old, multiplier: 1.2 }).tokens).toBe(1229);
    expect(patchTokens(image, { ...old, multiplier: 1.62 }).tokens).toBe(1659);
    expect(patchTokens({ ...image, width: 1025 }, old)).toMatchObject({
      patchesWide: 33,
      patchesHigh: 32,
    });
  });

  it("of a larger image are cut after scaling it down, as in the vendor's example", () => {
    // 1800x2400 has 57 x 75; scaled to 1056x1408 it has 33 x 44 = 1,452.
    const image = { width: 1800, height: 2400, detail: "high" } as const;
    expect(patchTokens(image, old).patches).toBe(1452);
    expect(patchTokens(image, { ...old, budget: null }).patches).toBe(57 * 75);
  });

  it("of an image that has just as many as the budget are all billed: nothing is scaled up", () => {
    // 1505 / 32 = 47.03 and 1000 / 32 = 31.25: 48 x 32 = 1,536.
    const image = { width: 1505, height: 1000, detail: "high" } as const;
    expect(patchTokens(image, old)).toMatchObject({ patchesWide: 48, patchesHigh: 32 });
  });

  it("never exceed the budget, nor what the image has", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (width, height) => {
          const image = { width, height, detail: "high" } as const;
          const { patches } = patchTokens(image, old);
          const all = patchTokens(image, { ...old, budget: null }).patches;
          expect(patches).toBeGreaterThan(0);
          expect(patches).toBeLessThanOrEqual(all);
          // A strip thinner than a patch keeps one row, however far it is scaled down.
          if (Math.min(width, height) * 20 > Math.max(width, height)) {
            expect(patches).toBeLessThanOrEqual(old.budget);
          }
        },
      ),
    );
  });
});
