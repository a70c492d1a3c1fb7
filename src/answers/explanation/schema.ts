/** The whole account of one model as JSON: every figure unrounded, so that the answer can be worked out again. */
import * as z from "zod/mini";
import { ARTICLE_VERDICTS } from "../../schema/descriptions.ts";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";
import {
  COMPLEXITIES,
  CRITERIA,
  FACT_KINDS,
  QUALITY_LEVELS,
  SOURCE_CLASSES,
  WAIT_MEASURES,
  REQUEST_ITEMS,
} from "../../schema/vocabulary.ts";
import {
  confidence,
  exclusionReason,
  flip,
  hinge,
  recommendation,
  splitting,
  sourceNote,
  successor,
  warning,
} from "../recommendation/schema.ts";

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const interval = z.strictObject({ point: z.number(), low: z.number(), high: z.number() });
const named = z.strictObject({ model: z.string(), name: z.string() });
/** Paths of facts; each is in `facts`. */
const factPaths = z.array(z.string());

/** Where a criterion's weight comes from, and what it makes of the value. */
const weighed = {
  /** The value function as text, with the names of the fields it is computed from. */
  formula: z.string(),
  /** 1 at the good anchor, 0 at the bad one, below 0 beyond it. */
  value: z.number(),
  weight: z.strictObject({
    importance: z.number(),
    /** Importance of all criteria together: the weight is `importance / ofTotal`. */
    ofTotal: z.number(),
    weight: z.number(),
    /** The words or numbers that set the importance: `budget low`, `--weight cost=3`. */
    because: z.string(),
  }),
  /** `value` times `weight.weight`. */
  contribution: z.number(),
};

export const costAccount = z.strictObject({
  lines: z.array(
    z.strictObject({
      item: z.enum(REQUEST_ITEMS),
      quantity: z.number(),
      unit: z.enum(["tokens", "calls"]),
      /** USD for so many units as `perUnits` says. */
      usd: z.number(),
      perUnits: z.number(),
      /** `quantity / perUnits * usd`; the lines add up to `usdPerRequest`. */
      usdPerRequest: z.number(),
      fact: z.string(),
    }),
  ),
  /** How the image tokens of a request come about. */
  images: z.array(
    z.strictObject({
      image: z.string(),
      count: z.number(),
      /** Null for an image known by its tokens only. */
      tiles: z.nullable(z.number()),
      baseTokens: z.nullable(z.number()),
      tokensPerTile: z.nullable(z.number()),
      /** By the other rule, of models that count patches. */
      patches: z.nullable(z.number()),
      tokensPerPatch: z.nullable(z.number()),
      tokensEach: z.nullable(z.number()),
    }),
  ),
  /** Billed tokens per visible output token: above 1 for a model that reasons in hidden tokens. */
  outputMultiple: z.number(),
  usdPerRequest: z.number(),
  requestsPerMonth: z.number(),
  /** The bill: `usdPerRequest * requestsPerMonth`. */
  usdPerMonth: z.number(),
  /** Requests of the task's usual month. */
  usualRequestsPerMonth: z.number(),
  /** Of a budget stated as an amount: below this one the usual month shrinks with it. Null for a word. */
  usualMonthAnchorUsd: z.nullable(z.number()),
  /** `usualRequestsPerMonth`; of an amount times `min(1, budgetUsdPerMonth / usualMonthAnchorUsd)`. */
  floorRequestsPerMonth: z.number(),
  /** `max(requestsPerMonth, floorRequestsPerMonth)`. */
  valuedRequestsPerMonth: z.number(),
  /** `usdPerRequest * valuedRequestsPerMonth`: what the value is of. */
  valuedUsdPerMonth: z.number(),
  /** Fine-tuning: once, no part of the month's bill. */
  training: z.nullable(
    z.strictObject({
      tokens: z.number(),
      epochs: z.number(),
      usdPerMillionTokens: z.number(),
      usdOnce: z.number(),
    }),
  ),
  /** Null: unlimited, every bill is worth 1. */
  budgetUsdPerMonth: z.nullable(z.number()),
  notes: z.array(z.string()),
  ...weighed,
});

export const waitAccount = z.strictObject({
  measure: z.enum(WAIT_MEASURES),
  firstTokenSeconds: interval,
  /** Tokens waited for by this measure. */
  tokens: z.number(),
  tokensPerSecond: interval,
  /** `firstTokenSeconds + tokens / tokensPerSecond`, with the slow ends of both and the fast ends of both. */
  waitSeconds: interval,
  /** Facts nobody states; a cautious guess stands in for them. */
  missing: factPaths,
  facts: factPaths,
  /** Null: nobody waits, every wait is worth 1. */
  targetSeconds: z.nullable(z.number()),
  zeroAtMultiple: z.number(),
  ...weighed,
});

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

const perCriterion = z.array(
  z.strictObject({
    criterion: z.enum(CRITERIA),
    value: z.number(),
    weight: z.number(),
    contribution: z.number(),
  }),
);

export const scoreAccount = z.strictObject({
  criteria: perCriterion,
  /** Sum of the contributions. */
  score: z.number(),
  /** Every uncertain figure at its worst end, and at its best. */
  range: z.tuple([z.number(), z.number()]),
  /** The pick or, for the pick itself, the runner-up. Null when there is nobody to compare with. */
  versus: z.nullable(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      score: z.number(),
      criteria: z.array(
        z.strictObject({
          criterion: z.enum(CRITERIA),
          here: z.number(),
          there: z.number(),
          weight: z.number(),
          /** `weight * (here - there)`; they add up to the margin. */
          difference: z.number(),
        }),
      ),
      margin: z.number(),
    }),
  ),
});

/** One hard requirement that was tested. */
export const testedRequirement = z.strictObject({
  constraint: z.string(),
  /** In words: `cost per month`. */
  tests: z.string(),
  status: z.enum(["met", "failed", "open"]),
  required: plainValue,
  actual: plainValue,
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
