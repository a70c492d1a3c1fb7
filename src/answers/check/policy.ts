/** The policy of a check: the days, ages, rises and confidence it insists on. */
import type { CheckCause } from "./vocabulary.ts";

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
