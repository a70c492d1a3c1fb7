/** The recommendation as JSON: what `--json` prints and what pipelines may rely on. */
import * as z from "zod/mini";
import { requirements } from "../../schema/requirements.ts";
import { excludedModel, rankedModel } from "./ranking-schema.ts";
import { WARNING_CODES } from "./vocabulary.ts";
import { isoDate } from "../../schema/scalars.ts";
import { CONFIDENCE_LABELS, SOURCE_CLASSES } from "../../schema/vocabulary.ts";

export const flip = z.strictObject({
  /** `workload.requestsPerMonth`, `budget`, `limits.waitSeconds`, `weights.<criterion>`,
   * `importance.<criterion>`, `prices.<model>` (multiple of today's), `quality.<model>` (logits). */
  parameter: z.string(),
  now: z.nullable(z.number()),
  at: z.number(),
  direction: z.enum(["below", "above"]),
  becomes: z.string(),
  message: z.string(),
});
export type Flip = z.infer<typeof flip>;

export const hinge = z.strictObject({
  model: z.string(),
  /** `benchmarks.gpqa`, `speed.outputTokensPerSecond`, `quality` (carrying results over to your task). */
  fact: z.string(),
  /** In the fact's own unit. */
  threshold: z.number(),
  unit: z.string(),
  now: z.number(),
  probability: z.number(),
  expectedLossAvoided: z.number(),
  becomes: z.string(),
  /** Some source's own value for this fact is beyond the threshold. */
  disputed: z.boolean(),
  claims: z.array(
    z.strictObject({
      value: z.number(),
      source: z.string(),
      observed: isoDate,
      changesPick: z.boolean(),
    }),
  ),
  message: z.string(),
});
export type Hinge = z.infer<typeof hinge>;

export const warning = z.strictObject({
  code: z.enum(WARNING_CODES),
  model: z.optional(z.string()),
  name: z.optional(z.string()),
  date: z.optional(isoDate),
  /** Of a shutdown: whose API it is in. */
  vendor: z.optional(z.string()),
  /** Of an end of fine-tuning: since when organisations that never fine-tuned are shut out. */
  closedToNew: z.optional(isoDate),
  /** Of figures that are old, known at second hand only, or stated by nobody: which. */
  facts: z.optional(
    z.array(z.strictObject({ fact: z.string(), observed: z.optional(z.nullable(isoDate)) })),
  ),
  /** Of thin evidence: the share of what speaks for this kind of work that is known, 0 to 1. */
  knownShare: z.optional(z.number()),
  /** Where nothing is known of this work: whether results on other work stand in. */
  knowsOtherWork: z.optional(z.boolean()),
  message: z.string(),
});
export type Warning = z.infer<typeof warning>;

export const successor = z.strictObject({
  model: z.string(),
  name: z.string(),
  of: z.string(),
  /** The vendor that names it. */
  namedBy: z.string(),
  qualifies: z.boolean(),
  /** `unknown`: some requirement cannot be tested on it; it does not count as qualified. */
  screen: z.enum(["feasible", "infeasible", "unknown"]),
  blockedBy: z.array(z.string()),
  reasoningEffort: z.nullable(z.string()),
  usdPerMonth: z.nullable(z.number()),
  usdPerMonthAtDefaultEffort: z.nullable(z.tuple([z.number(), z.number()])),
  /** Best guess inside that range; the multiple of billed tokens is not published. */
  usdPerMonthAtDefaultEffortPoint: z.nullable(z.number()),
  announcedEnd: z.nullable(isoDate),
  message: z.string(),
});
export type Successor = z.infer<typeof successor>;

/** A model that can take over when the pick ends, under the same requirements. */
export const successorOption = z.strictObject({
  model: z.string(),
  name: z.string(),
  /** The vendor names it as the replacement. */
  named: z.boolean(),
  /** `unknown`: some requirement cannot be tested on it. */
  screen: z.enum(["feasible", "unknown"]),
  blockedBy: z.array(z.string()),
  /** Nobody measured its quality at this work and effort. */
  qualityKnown: z.boolean(),
  reasoningEffort: z.nullable(z.string()),
  usdPerMonth: z.number(),
  announcedEnd: z.nullable(isoDate),
});
export type SuccessorOption = z.infer<typeof successorOption>;

export const confidence = z.strictObject({
  /** First-rank acceptability over weights and evidence (SMAA-2). */
  probability: z.number(),
  /** The same over the weights alone, exact. */
  overWeights: z.number(),
  label: z.enum(CONFIDENCE_LABELS),
  /** Why the label was held down; null when it was not. */
  cap: z.nullable(z.string()),
  /** Sampled readings; 0 when the figure is exact over weights only. */
  draws: z.int(),
  seed: z.int(),
  /** What such a share has been worth: how often the pick was the published choice, by the share printed. */
  calibration: z.strictObject({
    set: z.string(),
    bands: z.array(
      z.strictObject({
        label: z.enum(CONFIDENCE_LABELS),
        /** Shares from here on, up to the band before. */
        from: z.number(),
        cases: z.int(),
        right: z.int(),
      }),
    ),
  }),
});

export const pick = z.strictObject({
  model: z.string(),
  name: z.string(),
  snapshot: z.string(),
  score: z.number(),
  margin: z.nullable(z.number()),
  runnerUp: z.nullable(z.string()),
  tie: z.boolean(),
  confidence,
  summary: z.string(),
});

export const sourceNote = z.strictObject({
  title: z.string(),
  url: z.nullable(z.string()),
  class: z.enum(SOURCE_CLASSES),
  published: z.nullable(isoDate),
  checked: isoDate,
  note: z.nullable(z.string()),
});

/** Sharing the work between two models, as far as catalog data can say. */
export const splitting = z.strictObject({
  small: z.string(),
  large: z.string(),
  usdPerRequest: z.strictObject({ small: z.number(), large: z.number() }),
  /** Trying the small model first pays while fewer than this share of requests go on to the large one. */
  breakEvenEscalationRate: z.number(),
  /** Of the two: whose end is announced, and its last day. */
  ends: z.array(z.strictObject({ model: z.string(), date: isoDate })),
  message: z.string(),
});

export const recommendation = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  asOf: isoDate,
  program: z.strictObject({ name: z.literal("pick-model"), version: z.string() }),
  catalog: z.strictObject({
    digest: z.string(),
    models: z.array(z.string()),
    newestEvidence: z.nullable(isoDate),
    /** Newest evidence by kind of fact, over the ranked models. */
    newestByKind: z.record(z.string(), z.nullable(isoDate)),
    constants: z.string(),
    overlaid: z.array(z.string()),
  }),
  requirements,
  assumptions: z.array(
    z.strictObject({
      field: z.string(),
      value: z.unknown(),
      from: z.enum(["default", "task", "use-case"]),
    }),
  ),
  recommendation: z.nullable(pick),
  ranking: z.array(rankedModel),
  excluded: z.array(excludedModel),
  flips: z.array(flip),
  hingesOn: z.array(hinge),
  hints: z.array(z.string()),
  paretoFront: z.array(z.string()),
  necessarilyBest: z.array(z.string()),
  possiblyBest: z.array(z.string()),
  splitting: z.nullable(splitting),
  successor: z.nullable(successor),
  /** The one the vendor names first, then by rank, 50 at most; empty while no end is announced. */
  successors: z.array(successorOption),
  /** Ends of all models; of more than 50, how well they fit and what that rests on for the first 50 alone. */
  warnings: z.array(warning),
  sources: z.record(z.string(), sourceNote),
});
export type RecommendationResult = z.infer<typeof recommendation>;
