/** Names of the schemas that others may rely on, apart from the schemas: help lists them without loading those. */

export const SCHEMA_NAMES = [
  "requirements",
  "recommendation",
  "comparison",
  "explanation",
  "cost",
  "migration",
  "profile",
  "lock",
  "check",
  "model",
  "model-overlay",
  "bundle",
  "evaluation",
  "use-case",
  "article",
  "benchmarks",
  "levels",
  "sources",
  "tasks",
  "vendors",
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];
