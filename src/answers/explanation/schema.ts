/** The explanation of one model as JSON: where it stands, what was tested, its accounts, facts and changes. */
import * as z from "zod/mini";
import { ARTICLE_VERDICTS } from "../../schema/descriptions.ts";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";
import { CRITERIA, FACT_KINDS, SOURCE_CLASSES } from "../../schema/vocabulary.ts";
import { exclusionReason } from "../recommendation/ranking-schema.ts";
import {
  confidence,
  flip,
  hinge,
  recommendation,
  splitting,
  sourceNote,
  successor,
  warning,
} from "../recommendation/schema.ts";
import { costAccount, factPaths, scoreAccount, waitAccount } from "./account-schema.ts";
import { qualityAccount } from "./quality-schema.ts";

// The facts of an explanation as JSON: each with its claims, and what became of every one of them.

export const factClaim = z.strictObject({
  value: z.unknown(),
  source: z.string(),
  /** Who measured it: pages that copy one measurement share it. */
  measurer: z.string(),
  class: z.enum(SOURCE_CLASSES),
  observed: isoDate,
  undated: z.boolean(),
  /** What it speaks of, as the catalog has it: snapshots, `alias`, or `default snapshot`. */
  about: z.string(),
  via: z.nullable(z.literal("copy")),
  unverified: z.boolean(),
  note: z.nullable(z.string()),
  /** `taken`: the value. `averaged`: a value it is averaged with. `agrees`: the same. `widens`: spans the range.
   * `set-aside`: does not count. */
  role: z.enum(["taken", "averaged", "agrees", "widens", "set-aside"]),
  /** Why another claim came first, or why this one does not count; null for the claim taken. */
  because: z.nullable(z.string()),
  disputes: z.boolean(),
});
export type FactClaim = z.infer<typeof factClaim>;

export const factRecord = z.strictObject({
  path: z.string(),
  label: z.string(),
  kind: z.enum(FACT_KINDS),
  usedFor: z.array(z.enum([...CRITERIA, "requirement", "lifecycle"])),
  value: z.unknown(),
  unit: z.nullable(z.string()),
  /** Span of the claims that count; null unless the fact is a number. */
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  status: z.enum(["fresh", "stale", "missing"]),
  disputed: z.boolean(),
  sibling: z.boolean(),
  /** A stale speed: the value is the geometric mean of the claims taken and averaged, one a measurer. */
  pooled: z.boolean(),
  claims: z.array(factClaim),
});
export type FactRecord = z.infer<typeof factRecord>;

const named = z.strictObject({ model: z.string(), name: z.string() });

/** One hard requirement that was tested. */
export const testedRequirement = z.strictObject({
  constraint: z.string(),
  /** In words: `cost per month`. */
  tests: z.string(),
  status: z.enum(["met", "failed", "open"]),
  required: exclusionReason.shape.required,
  actual: exclusionReason.shape.actual,
  unit: z.nullable(z.string()),
  origin: z.string(),
  originKind: exclusionReason.shape.originKind,
  message: z.nullable(z.string()),
  /** The smallest change that would satisfy it. */
  change: z.nullable(z.string()),
  facts: factPaths,
  evidence: z.array(z.string()),
});
export type TestedRequirement = z.infer<typeof testedRequirement>;

export const standing = z.strictObject({
  /** `open`: nothing fails, but a fact or a volume that nobody stated leaves a requirement open. */
  status: z.enum(["first", "behind", "open", "excluded", "not-considered"]),
  rank: z.nullable(z.int()),
  ranked: z.int(),
  score: z.nullable(z.number()),
  /** First-rank acceptability. */
  probabilityBest: z.nullable(z.number()),
  /** Closer to the other model than makes a difference. */
  tie: z.boolean(),
  failed: z.array(testedRequirement),
  open: z.array(testedRequirement),
  closestChange: z.nullable(z.string()),
  message: z.string(),
});

/** What it takes for a model that is not the pick. */
export const toBecomeFirst = z.strictObject({
  /** Changes that let it in, all of them needed. */
  toQualify: z.array(z.string()),
  /** False when one of its reasons cannot be changed. */
  canQualify: z.boolean(),
  /** Rank it would have with only these changes; null when that cannot be said. */
  rankThen: z.nullable(z.int()),
  /** The monthly requests that fit the limit on cost, where it comes first at them; null otherwise. */
  firstUpToRequests: z.nullable(z.number()),
  /** Single changes that then put it first, nearest first; empty when it is first already, or none does. */
  toWin: z.array(flip),
  message: z.string(),
});

/** Sharing the work, for a user whose own measurements give both models' success rates. */
export const ownSplit = z.strictObject({
  benchmark: z.string(),
  accuracy: z.strictObject({ small: z.number(), large: z.number() }),
  /** Smallest share to the large model with which a faultless router is as good as the large one. */
  faultlessRouterShare: z.number(),
  /** Share to the large model, sent blindly, that reaches the stated floor; null without one. */
  blindShareForFloor: z.nullable(z.number()),
  shares: z.array(
    z.strictObject({
      share: z.number(),
      usdPerRequest: z.number(),
      worst: z.number(),
      blind: z.number(),
      best: z.number(),
    }),
  ),
});

export const explanation = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  asOf: isoDate,
  program: recommendation.shape.program,
  catalog: z.strictObject({
    digest: z.string(),
    constants: z.string(),
    newestEvidence: z.nullable(isoDate),
  }),
  requirements,
  assumptions: recommendation.shape.assumptions,
  model: z.string(),
  name: z.string(),
  snapshot: z.nullable(z.string()),
  /** Why this model: it was asked for, it is the pick or, when nobody qualifies, it is the closest. */
  subject: z.enum(["asked", "pick", "closest"]),
  pick: z.nullable(named),
  standing,
  tested: z.array(testedRequirement),
  /** Null: a price or a count is unknown (see `unpriced`). */
  cost: z.nullable(costAccount),
  unpriced: z.array(z.string()),
  latency: waitAccount,
  quality: qualityAccount,
  score: z.nullable(scoreAccount),
  /** The pick's confidence; null when nobody qualifies. */
  confidence: z.nullable(confidence),
  robustness: z.strictObject({
    /** Null where it was not compared. */
    necessarilyBest: z.nullable(z.boolean()),
    possiblyBest: z.nullable(z.boolean()),
    onParetoFront: z.nullable(z.boolean()),
    dominatedBy: z.array(z.string()),
    paretoFront: z.array(z.string()),
  }),
  /** Changes that take the first place from the pick, nearest first; empty for any other model. */
  flips: z.array(flip),
  /** Null for the pick. */
  toBecomeFirst: z.nullable(toBecomeFirst),
  hingesOn: z.array(hinge),
  facts: z.array(factRecord),
  article: z.array(
    z.strictObject({
      trait: z.string(),
      dimension: z.string(),
      claim: z.string(),
      verdict: z.enum(ARTICLE_VERDICTS),
      evidence: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  splitting: z.nullable(splitting),
  ownSplit: z.nullable(ownSplit),
  successor: z.nullable(successor),
  warnings: z.array(warning),
  hints: z.array(z.string()),
  sources: z.record(z.string(), sourceNote),
});
export type Explanation = z.infer<typeof explanation>;
