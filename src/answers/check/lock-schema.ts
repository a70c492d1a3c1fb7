/** The decision lockfile: what was decided, on what grounds, and what a team has overruled or accepted since. */
import * as z from "zod/mini";
import { CHECK_CODES } from "./vocabulary.ts";
import { LARGEST_SEED, MOST_DRAWS } from "../../schema/bounds.ts";
import { requirements } from "../../schema/requirements.ts";
import { flip } from "../recommendation/schema.ts";
import { CONFIDENCE_LABELS } from "../../schema/vocabulary.ts";
import { isoDate } from "../../schema/scalars.ts";

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
