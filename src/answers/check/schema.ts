/** The lock file and the outcome of `check` as JSON. */
import * as z from "zod/mini";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";
import { LARGEST_SEED, MOST_DRAWS } from "../../schema/texts.ts";
import { CONFIDENCE_LABELS } from "../../schema/vocabulary.ts";
import { flip } from "../recommendation/schema.ts";
import { CHECK_CAUSES, CHECK_CODES, CHECK_VERDICTS, FINDING_LEVELS } from "./policy.ts";

// The decision lockfile: what was decided, on what grounds, and what a team has overruled or accepted since.

/** Raised when an older program would misread what a newer one writes. */
export const LOCK_VERSION = 1;

/** One fact the answer rests on, as it stood on the day of the lock. */
export const lockedFact = z.strictObject({
  model: z.string(),
  /** Place in the model file: `benchmarks.gpqa`, `prices.standard.input`. */
  fact: z.string(),
  /** `hinge`: another value within reach changes the pick. `price`: it is on the bill. `ending`: the last day of service. */
  role: z.enum(["hinge", "price", "ending"]),
  value: z.union([z.number(), z.string()]),
  /** Hinges: where the pick changes, in the fact's own unit. */
  threshold: z.nullable(z.number()),
  source: z.string(),
  observed: isoDate,
  disputed: z.boolean(),
});
export type LockedFact = z.infer<typeof lockedFact>;

export const lockedPick = z.strictObject({
  model: z.string(),
  name: z.string(),
  snapshot: z.string(),
  runnerUp: z.nullable(z.string()),
  score: z.number(),
  margin: z.nullable(z.number()),
  confidence: z.strictObject({
    probability: z.number(),
    overWeights: z.number(),
    label: z.enum(CONFIDENCE_LABELS),
  }),
});

/** What was written down of one model; of every model, so that a team's own choice can be guarded too. */
export const lockedModel = z.strictObject({
  usdPerMonth: z.number(),
  /** Last day of service; null when none is announced. */
  shutdown: z.nullable(isoDate),
});

/** A team's own choice, guarded instead of the pick. */
export const ownDecision = z.strictObject({
  model: z.string(),
  by: z.string(),
  reason: z.string(),
  /** Day after which the pick is guarded again. Any text: an unreadable day counts as past, and is named. */
  until: z.optional(z.string()),
});
export type OwnDecision = z.infer<typeof ownDecision>;

/** What a team moves to when the guarded model ends. */
export const migrationTarget = z.strictObject({
  model: z.string(),
  by: z.string(),
  reason: z.optional(z.string()),
});
export type MigrationTarget = z.infer<typeof migrationTarget>;

/** A finding that is known and passes until a day. */
export const acceptance = z.strictObject({
  code: z.enum(CHECK_CODES),
  model: z.optional(z.string()),
  reason: z.string(),
  by: z.string(),
  /** Any text, for the same reason. */
  expires: z.string(),
});
export type Acceptance = z.infer<typeof acceptance>;

export const lock = z.strictObject({
  $schema: z.optional(z.string()),
  lockVersion: z.literal(LOCK_VERSION),
  asOf: isoDate,
  program: z.strictObject({ name: z.literal("pick-model"), version: z.string() }),
  requirements: z.strictObject({
    /** Path of the requirements file from the lock's folder, with `/`; null when everything was stated otherwise. */
    file: z.nullable(z.string()),
    /** Of `stated`. */
    digest: z.string(),
    /** Everything stated, by the file or otherwise, before use case and defaults. */
    stated: requirements,
    /** The part of it that the file does not state. */
    options: requirements,
  }),
  catalog: z.strictObject({
    digest: z.string(),
    constants: z.string(),
    newestEvidence: z.nullable(isoDate),
  }),
  sampling: z.strictObject({
    draws: z.int().check(z.gte(0), z.lte(MOST_DRAWS)),
    seed: z.int().check(z.gte(0), z.lte(LARGEST_SEED)),
  }),
  pick: lockedPick,
  models: z.record(z.string(), lockedModel),
  flips: z.array(flip),
  facts: z.array(lockedFact),
  decision: z.optional(ownDecision),
  accepted: z.optional(z.array(acceptance)),
  migrateTo: z.optional(migrationTarget),
  /** Of everything above but `decision`, `accepted` and `migrateTo`, which may be edited by hand. */
  digest: z.string(),
});
export type Lock = z.infer<typeof lock>;
/** A lock before it is sealed with its digest. */
export type UnsealedLock = Omit<Lock, "digest">;

export const checkFinding = z.strictObject({
  code: z.enum(CHECK_CODES),
  level: z.enum(FINDING_LEVELS),
  cause: z.enum(CHECK_CAUSES),
  model: z.optional(z.string()),
  message: z.string(),
  /** Why a finding that would fail does not: accepted in the lock, or its cause is ignored. */
  passes: z.optional(z.string()),
});
export type CheckFinding = z.infer<typeof checkFinding>;

export const checkedLock = z.strictObject({
  /** As typed or found; null for requirements checked without a lock. */
  lock: z.nullable(z.string()),
  verdict: z.enum(CHECK_VERDICTS),
  /** The model that is guarded: the team's own choice, or the pick of the lock. */
  guarded: z.nullable(z.string()),
  /** Today's pick. */
  pick: z.nullable(z.string()),
  usdPerMonth: z.nullable(z.number()),
  shutdown: z.nullable(isoDate),
  lockedOn: z.nullable(isoDate),
  findings: z.array(checkFinding),
  /** What `--update` changed, line by line. */
  updated: z.optional(z.array(z.string())),
  /** Why it could not be checked. */
  problem: z.optional(z.string()),
});
export type CheckedLock = z.infer<typeof checkedLock>;

export const check = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: isoDate,
  verdict: z.enum(CHECK_VERDICTS),
  examined: z.int(),
  checks: z.array(checkedLock),
});
export type Check = z.infer<typeof check>;
