/** The outcome of `check` as JSON. */
import * as z from "zod/mini";
import { CHECK_CAUSES, CHECK_CODES, CHECK_VERDICTS, FINDING_LEVELS } from "./vocabulary.ts";
import { isoDate } from "../../schema/scalars.ts";

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
