/** The closed word lists of `check`. */

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
