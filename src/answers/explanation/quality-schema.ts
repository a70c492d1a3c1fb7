/** The account of quality as JSON: benchmarks, own tests, the spread of the ability and the bar it has to reach. */
import * as z from "zod/mini";
import { isoDate } from "../../schema/scalars.ts";
import { COMPLEXITIES, QUALITY_LEVELS } from "../../schema/vocabulary.ts";
import { interval, weighed } from "./account-schema.ts";

/** How much a benchmark counts; shares of 1. */
const counted = {
  /** Of what speaks for the task itself. */
  relevance: z.number(),
  /** Of work as complex as asked for, and of work as complex as the task usually is. */
  ofComplexity: z.number(),
  ofUsualComplexity: z.number(),
  /** Of the ability: `max(0, ofComplexity + taskShare * (relevance - ofUsualComplexity)) / uncutShares`. */
  share: z.number(),
};

export const qualityAccount = z.strictObject({
  benchmarks: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      measures: z.string(),
      scale: z.enum(["percent", "percent-wrong", "elo"]),
      ...counted,
      /** Why it speaks for the task; null where the task does not say. */
      because: z.nullable(z.string()),
      result: interval,
      chance: z.number(),
      /** Share right beyond guessing, clipped: the log-odds are `ln(share / (1 - share))`. */
      correctedShare: z.number(),
      logOdds: interval,
      standardError: z.number(),
      difficulty: z.number(),
      provisional: z.boolean(),
      /** Measured on a neighbouring snapshot. */
      sibling: z.boolean(),
      /** `share * (logOdds + difficulty)`; with those of the missing they add up to the ability. */
      contributionLogits: z.number(),
      fact: z.string(),
    }),
  ),
  /** Shares are kept inside this range, so that a perfect result has finite log-odds. */
  shareClip: z.strictObject({ low: z.number(), high: z.number() }),
  /** Arena ratings: share = `1 / (1 + 10 ^ ((anchor - rating) / perDecade))`. */
  elo: z.strictObject({ anchor: z.number(), perDecade: z.number() }),
  /** Benchmarks that count and have no result for this model: each enters at `cautiousLogits`. */
  missing: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      ...counted,
      /** `share * cautiousLogits`. */
      contributionLogits: z.number(),
    }),
  ),
  cautiousLogits: z.number(),
  taskShare: z.number(),
  /** Sum of `max(0, ofComplexity + taskShare * (relevance - ofUsualComplexity))`. */
  uncutShares: z.number(),
  /** What another complexity than the task's usual one does to the gap; null where the task's own is asked for. */
  complexityShift: z.nullable(
    z.strictObject({
      usual: z.enum(COMPLEXITIES),
      asked: z.enum(COMPLEXITIES),
      versus: z.string(),
      /** Ability of this model less that of the other, logits. */
      usualGapLogits: z.number(),
      askedGapLogits: z.number(),
    }),
  ),
  /** Share of the task's relevance with a result. */
  knownShare: z.number(),
  thin: z.boolean(),
  /** `prior`: no benchmark that counts has a result, a cautious guess stands in. */
  abilityFrom: z.enum(["benchmarks", "prior"]),
  /** The user's own tests of this task: `ability = weight * own.ability + (1 - weight) * publicAbility`. */
  own: z.nullable(
    z.strictObject({
      source: z.string(),
      run: z.string(),
      observed: isoDate,
      effort: z.nullable(z.string()),
      tests: z.number(),
      passRate: z.number(),
      effectiveTests: z.number(),
      logit: z.number(),
      standardError: z.number(),
      /** Added to the logit; with a target, what puts the target at the bar. */
      difficulty: z.number(),
      target: z.nullable(z.number()),
      ability: z.number(),
      sd: z.number(),
      weight: z.number(),
      publicAbility: interval,
    }),
  ),
  /** Logits. */
  ability: interval,
  /** The same from 0 to 100. */
  index: interval,
  /** Half-widths in logits; downwards `sqrt(claimsDown² + missingDown² + sampling² + transfer²)`, with each benchmark's
   * `relevance` as its share. Null where no benchmark of the task has a result. */
  spread: z.nullable(
    z.strictObject({
      claimsDown: z.number(),
      claimsUp: z.number(),
      /** What the missing results could be. */
      missingDown: z.number(),
      missingUp: z.number(),
      sampling: z.number(),
      transfer: z.number(),
      /** Standard deviation of carrying results over to an unseen test, thin evidence included. */
      transferSd: z.number(),
    }),
  ),
  bar: z.strictObject({
    base: z.number(),
    perStep: z.number(),
    quality: z.enum(QUALITY_LEVELS),
    qualitySteps: z.number(),
    complexity: z.enum(COMPLEXITIES),
    complexitySteps: z.number(),
    /** `base + perStep * (qualitySteps + complexitySteps)`. */
    logits: z.number(),
    index: z.number(),
  }),
  logitsToZero: z.number(),
  ...weighed,
});
