/** Workloads at random, and the bills of them. */
import fc from "fast-check";
import type { Requirements } from "../../../src/schema/requirements.ts";

/** The same cases at every run; a failure prints its own seed and path. */
export const SEED = 20_261_122;

export const image = fc.record({
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
  detail: fc.constantFrom("high" as const, "low" as const, "auto" as const),
  count: fc.integer({ min: 1, max: 9 }),
});

export interface Load extends NonNullable<Requirements["workload"]> {
  requestsPerMonth: number;
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens: number;
  images: { width: number; height: number; detail: "high" | "low" | "auto"; count: number }[];
  webSearches: number;
  fileSearches: number;
}

export const load: fc.Arbitrary<Load> = fc
  .record({
    requestsPerMonth: fc.integer({ min: 1, max: 10_000_000 }),
    inputTokens: fc.integer({ min: 1, max: 100_000 }),
    outputTokens: fc.integer({ min: 0, max: 16_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    images: fc.array(image, { maxLength: 3 }),
    webSearches: fc.constantFrom(0, 0, 0.3, 1, 4),
    fileSearches: fc.constantFrom(0, 0, 0.7, 2),
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    cachedInputTokens: share < 0.5 ? 0 : Math.floor(rest.inputTokens * share),
  }));
