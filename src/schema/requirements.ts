/** Requirements: the one document behind flags, files, stdin and use cases. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import {
  amount,
  boundedCount,
  identifier,
  isoDate,
  positive,
  sentence,
  within,
} from "./scalars.ts";
import {
  LARGEST_IMAGE_SIDE,
  LEAST,
  LEAST_SHARE,
  LEAST_WEIGHT,
  MOST,
  MOST_ENTRIES,
  MOST_RESULT,
  MOST_WEIGHT,
  byName,
} from "./texts.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  FEATURES,
  IMAGE_DETAILS,
  LATENCY_LEVELS,
  NAMED_TIERS,
  NUMBERED_TIERS,
  QUALITY_LEVELS,
  REASONING_EFFORTS,
  REQUEST_EXTRAS,
  SERVICE_TIERS,
  WAIT_MEASURES,
} from "./vocabulary.ts";

const fewEntries = z.refine<Record<string, number>>(
  (record: Record<string, number>) => Object.keys(record).length <= MOST_ENTRIES,
  `expected at most ${MOST_ENTRIES} entries`,
);
const bounded = amount(LEAST, MOST);
const boundedPositive = positive.check(z.gte(LEAST), z.lte(MOST));

/** Tokens per request: one number, or what is known of their spread. Cost uses the mean, the wait p50, limits max. */
export const tokenCount = z.union([
  bounded,
  strictObject({
    mean: bounded,
    p50: z.optional(bounded),
    p95: z.optional(bounded),
    max: z.optional(bounded),
  }),
]);
export type TokenCount = z.infer<typeof tokenCount>;

/** An organisation's own: numbered, or by the name of the vendor's newer pages. */
export const usageTier = z.union([
  z.enum(NAMED_TIERS),
  z.int().check(z.gte(Math.min(...NUMBERED_TIERS)), z.lte(Math.max(...NUMBERED_TIERS))),
]);

const side = z.int().check(z.positive(), z.lte(LARGEST_IMAGE_SIDE));

export const pixelImage = strictObject({
  width: side,
  height: side,
  detail: z._default(z.enum(IMAGE_DETAILS), "auto"),
  /** On average: a mix of tasks can bring half an image a request. */
  count: z._default(boundedPositive, 1),
});

/** An image known only by the tokens one model counted for it. */
export const countedImage = strictObject({
  tokens: boundedCount,
  countedOn: identifier,
  count: z._default(boundedPositive, 1),
});

export const imageInput = z.union([pixelImage, countedImage]);
export type ImageInput = z.infer<typeof imageInput>;

export const workload = strictObject({
  requestsPerMonth: z.optional(bounded),
  inputTokens: z.optional(tokenCount),
  outputTokens: z.optional(tokenCount),
  cachedInputTokens: z.optional(bounded),
  /** Of the input, what a request writes to the cache on average: it is billed at its own price. */
  cacheWriteTokens: z.optional(bounded),
  /** The cached tokens are the mean of a bill: single requests reach the shortest prefix that is cached, or do not. */
  cachedAsBilled: z.optional(z.boolean()),
  images: z.optional(z.array(imageInput).check(z.maxLength(MOST_ENTRIES))),
  ...byName(REQUEST_EXTRAS, () => z.optional(bounded)),
  trainingTokens: z.optional(bounded),
  epochs: z.optional(boundedCount.check(z.positive())),
  serviceTier: z.optional(z.enum(SERVICE_TIERS)),
  fineTuned: z.optional(z.boolean()),
});

export const hardLimits = strictObject({
  usdPerMonth: z.optional(boundedPositive),
  usdPerRequest: z.optional(boundedPositive),
  waitSeconds: z.optional(boundedPositive),
  contextTokens: z.optional(boundedCount.check(z.positive())),
  outputTokens: z.optional(boundedCount.check(z.positive())),
});
export type HardLimits = z.infer<typeof hardLimits>;

export const latencyTarget = strictObject({
  maxSeconds: boundedPositive,
  measure: z._default(z.enum(WAIT_MEASURES), "full-answer"),
});

const weightMap = z.partialRecord(z.enum(CRITERIA), amount(LEAST_WEIGHT, MOST_WEIGHT));

export const requirements = strictObject({
  $schema: z.optional(z.string()),
  useCase: z.optional(identifier),
  /** One task, or a mix with its shares. */
  task: z.optional(
    z.union([identifier, z.record(identifier, within(LEAST_SHARE, MOST_WEIGHT)).check(fewEntries)]),
  ),
  complexity: z.optional(z.enum(COMPLEXITIES)),
  /** A word is a preference; a number is a hard limit in USD a month. */
  budget: z.optional(z.union([z.enum(BUDGET_LEVELS), boundedPositive])),
  /** A word is a preference; `maxSeconds` is a hard limit on the typical wait. */
  latency: z.optional(z.union([z.enum(LATENCY_LEVELS), latencyTarget])),
  quality: z.optional(z.enum(QUALITY_LEVELS)),
  /** Measure the wait to the first sentence, whatever the latency word says. */
  stream: z.optional(z.boolean()),
  workload: z.optional(workload),
  limits: z.optional(hardLimits),
  needs: z.optional(z.array(z.enum(FEATURES)).check(z.maxLength(MOST_ENTRIES))),
  /** The effort reasoning models are asked for: it sets their cost, their wait and which results speak of them. */
  effort: z.optional(z.enum(REASONING_EFFORTS)),
  rateLimits: z.optional(
    strictObject({
      usageTier: z.optional(usageTier),
      peakRequestsPerMinute: z.optional(boundedPositive),
    }),
  ),
  /** Least benchmark result, in the benchmark's own unit. */
  minBenchmarks: z.optional(
    z.record(identifier, within(-MOST_RESULT, MOST_RESULT)).check(fewEntries),
  ),
  availableUntil: z.optional(isoDate),
  asOf: z.optional(isoDate),
  weights: z.optional(weightMap),
  priority: z.optional(z.array(z.enum(CRITERIA)).check(z.minLength(1), z.maxLength(MOST_ENTRIES))),
  models: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(MOST_ENTRIES))),
  exclude: z.optional(z.array(identifier).check(z.maxLength(MOST_ENTRIES))),
  includeSuccessors: z.optional(z.boolean()),
});
export type Requirements = z.infer<typeof requirements>;

/** Requirements people start from. */
export const useCase = strictObject({
  id: identifier,
  name: sentence,
  describes: sentence,
  because: sentence,
  /** What today's evidence bends in the usual advice for this use. */
  caveat: z.optional(sentence),
  requirements,
});
export type UseCase = z.infer<typeof useCase>;
