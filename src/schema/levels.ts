/** Levels and constants: the anchors behind the words of budget, latency and quality, and the engine's parameters. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { count, identifier, nonNegative, positive, sentence, share } from "./scalars.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CONFIDENCE_LABELS,
  FACT_KINDS,
  LATENCY_LEVELS,
  QUALITY_LEVELS,
  SOURCE_CLASSES,
  UNBOUNDED,
  WAIT_MEASURES,
} from "./vocabulary.ts";

const positiveOrUnbounded = z.union([positive, z.literal(UNBOUNDED)]);

/** Best guess for a fact nobody has, with the central 90 % of a broad prior. */
const prior = strictObject({ point: z.number(), low: z.number(), high: z.number() });

const reasonedPrior = strictObject({ ...prior.shape, because: sentence });

const importanceBySeconds = strictObject({
  upToSeconds: positiveOrUnbounded,
  importance: nonNegative,
});

export const levels = strictObject({
  version: sentence,
  budget: strictObject({
    levels: z.record(
      z.enum(BUDGET_LEVELS),
      strictObject({
        usdPerMonth: positiveOrUnbounded,
        importance: nonNegative,
        because: sentence,
      }),
    ),
    default: z.enum(BUDGET_LEVELS),
    amountImportance: nonNegative,
    /** Amounts below this one, USD a month, shorten the month below which the price of an answer is judged. */
    usualMonthAnchorUsd: positive,
    /** Bills below this share of the budget are small. */
    smallBillShare: share,
  }),
  latency: strictObject({
    levels: z.record(
      z.enum(LATENCY_LEVELS),
      strictObject({
        targetSeconds: positiveOrUnbounded,
        measure: z.enum(WAIT_MEASURES),
        importance: nonNegative,
        because: sentence,
      }),
    ),
    default: z.enum(LATENCY_LEVELS),
    /** Importance of a target given in seconds: the first row it does not exceed. */
    secondsImportance: z.array(importanceBySeconds).check(z.minLength(1)),
    /** Multiple of the target at which the value is 0. */
    zeroAtMultiple: positive,
    /** Tokens of a first sentence. */
    firstSentenceTokens: positive,
  }),
  quality: strictObject({
    levels: z.record(
      z.enum(QUALITY_LEVELS),
      strictObject({ step: nonNegative, importance: nonNegative, because: sentence }),
    ),
    default: z.enum(QUALITY_LEVELS),
    complexitySteps: z.record(z.enum(COMPLEXITIES), nonNegative),
    barBase: z.number(),
    barPerStep: positive,
    /** Logits below the bar at which the value is 0. */
    logitsToZero: positive,
    accuracyClip: strictObject({ low: share, high: share }),
    /** Standard deviation, logits, of carrying a result over to an unseen test. */
    transferSd: strictObject({ standard: positive, reasoning: positive }),
    thinEvidenceFactor: positive,
    thinEvidenceBelowShare: share,
    siblingWideningLogits: nonNegative,
    /** Fewer own tests than this are used, and said to be few. */
    ownTestsAtLeast: positive,
    itemsWhenUnknown: positive,
    /** Standard deviation, logits, by which the user's work drifts away from the user's tests of it. */
    ownDriftSd: positive,
    /** How much of what sets a task's results apart from work of its complexity is believed. */
    taskShare: share,
    /** What work of a complexity consists of: benchmark id to share; each adds up to 1. */
    profiles: z.record(z.enum(COMPLEXITIES), z.record(identifier, share)),
    /** Arena rating that counts as even odds, and points per factor of ten in the odds. */
    eloAnchor: positive,
    eloPerDecade: positive,
  }),
  weights: strictObject({
    concentrationBase: positive,
    concentrationPerStatement: positive,
    concentrationExplicit: positive,
    useCaseStatement: share,
  }),
  evidence: strictObject({
    freshDays: z.record(z.enum(FACT_KINDS), z.record(z.enum(SOURCE_CLASSES), positive)),
    order: strictObject({
      contract: z.array(z.enum(SOURCE_CLASSES)),
      empirical: z.array(z.enum(SOURCE_CLASSES)),
    }),
    disputedRelative: strictObject({ price: nonNegative, latency: nonNegative }),
    disputedStandardErrors: positive,
    /** Widening of a latency known from one source, in ln. */
    singleSourceLatencyWidening: nonNegative,
    /** Speed measurements older than this do not span the interval. */
    speedWindowDays: positive,
    priors: strictObject({
      /** By the family of the model. */
      abilityLogits: strictObject({ standard: reasonedPrior, reasoning: reasonedPrior }),
      timeToFirstTokenSeconds: prior,
      outputTokensPerSecond: prior,
      /** Billed tokens per visible output token of a model that reasons in hidden tokens. */
      reasoningOutputMultiple: strictObject({
        byEffort: z.record(z.string(), reasonedPrior),
        otherwise: reasonedPrior,
      }),
    }),
  }),
  decision: strictObject({
    nearTieMargin: positive,
    tieEpsilon: positive,
    tightContextFactor: positive,
    routingMargin: positive,
  }),
  sampling: strictObject({
    draws: positive,
    seed: nonNegative,
    modelsAtMost: positive,
  }),
  confidence: strictObject({
    high: share,
    moderate: share,
    low: share,
    /** How often the pick was the published choice, by the word its share earns. */
    calibration: strictObject({
      set: sentence,
      bands: z.record(z.enum(CONFIDENCE_LABELS), strictObject({ cases: count, right: count })),
    }),
    /** A pick that rests on a missing fact is capped at "low" above this chance of flipping. */
    missingFactFlipProbability: share,
    /** Facts less likely than this to flip the pick are not listed. */
    hingeProbability: share,
  }),
  lifecycle: strictObject({
    warnWithinDays: positive,
    staleCatalogDays: positive,
    youngPriceDays: positive,
    daysPerMonth: positive,
  }),
  migration: strictObject({
    /** How long a target has to be served beyond the end of what it replaces, where nobody says. */
    servedDaysAfterEnd: positive,
    /** Steps of a move, counted back from the last day of the old model. */
    plan: z
      .array(strictObject({ daysBefore: nonNegative, step: sentence, because: sentence }))
      .check(z.minLength(1)),
  }),
  caching: strictObject({ worthwhileInputTokens: positive }),
});
export type Levels = z.infer<typeof levels>;
