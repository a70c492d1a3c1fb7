/** The facts of an explanation as JSON: each with its claims, and what became of every one of them. */
import * as z from "zod/mini";
import { isoDate } from "../../schema/scalars.ts";
import { CRITERIA, FACT_KINDS, SOURCE_CLASSES } from "../../schema/vocabulary.ts";

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
