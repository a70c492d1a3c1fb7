/** The policy of a check, and the closed lists it speaks in: codes, causes, levels, verdicts. */

/** Why a check speaks. Codes may be accepted in a lock, so none is ever renamed. */
export const CHECK_CODES = [
  "none-qualifies",
  "not-expected",
  "pick-changed",
  "choice-excluded",
  "unknown-model",
  "shut-down",
  "shutdown-announced",
  "cost-rose",
  "cost-unknown",
  "confidence-low",
  "fact-disputed",
  "fact-stale",
  "catalog-stale",
  "requirements-edited",
  "decision-lapsed",
  "acceptance-lapsed",
  "pick-differs",
  "no-migration-target",
  "migration-target-unfit",
] as const;

/** What brought a finding about, told apart by deciding again with one thing put back at a time. */
export const CHECK_CAUSES = ["requirements", "catalog", "time", "code"] as const;
export type CheckCause = (typeof CHECK_CAUSES)[number];

/** `failure` fails the check; `warning` and `notice` are only said. */
export const FINDING_LEVELS = ["failure", "warning", "notice"] as const;

export const CHECK_VERDICTS = ["pass", "fail", "error"] as const;

export interface CheckPolicy {
  /** Fails when the guarded model shuts down within so many days. */
  failWithinDays: number;
  /** Fails when the newest evidence of the catalog is older than this. */
  maxCatalogAgeDays: number;
  /** Percent of the locked bill; absent: a dearer month is only said. */
  maxCostRisePercent?: number;
  /** Absent: facts may be of any age. */
  maxAgeDays?: number;
  /** Share of plausible readings, 0 to 1; absent: any. */
  minConfidence?: number;
  /** The model today's pick must be. */
  expected?: string;
  ignoredCauses: readonly CheckCause[];
}

export const DEFAULT_POLICY = {
  failWithinDays: 30,
  /** A pinned gate that never learns anything new must not pass for ever. */
  maxCatalogAgeDays: 60,
  ignoredCauses: [],
} as const satisfies CheckPolicy;

/** Longest time a finding can be accepted for. */
export const MOST_DAYS_ACCEPTED = 180;
