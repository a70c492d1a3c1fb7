/** The closed word lists of the recommendation. */

/** What a record holds besides its schema's version, in its order. */
export const RESULT_FIELDS = [
  "asOf",
  "program",
  "catalog",
  "requirements",
  "assumptions",
  "recommendation",
  "ranking",
  "excluded",
  "flips",
  "hingesOn",
  "hints",
  "paretoFront",
  "necessarilyBest",
  "possiblyBest",
  "splitting",
  "successor",
  "successors",
  "warnings",
  "sources",
] as const;
export type ResultField = (typeof RESULT_FIELDS)[number];

export const WARNING_CODES = [
  "shut-down",
  "shutdown-announced",
  "unconfirmed-need",
  "over-budget",
  "below-bar",
  "image-cost",
  "assumed-workload",
  "wait-straddles-limit",
  "tight-context",
  "fine-tuning-closing",
  "disputed-fact",
  "article-claim-contradicted",
  "thin-evidence",
  "stale-fact",
  "secondary-source",
  "stale-catalog",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export const EXCLUSION_ORIGINS = ["flag", "file", "stdin", "use-case", "task", "default"] as const;
