/** A claim: one value somebody stated about one trait of a model, with its source, date and scope. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { identifier, isoDate, sentence, within } from "./scalars.ts";
import { MOST } from "./texts.ts";
import { SERVICE_TIERS } from "./vocabulary.ts";

/**
 * Which snapshots a claim speaks of. Absent: the model's default snapshot. `all`: every snapshot of the model.
 * `alias`: the snapshot the alias pointed to on the day the claim was observed. A list: those snapshots.
 */
export const claimScope = z.union([
  z.enum(["all", "alias"]),
  z.array(identifier).check(z.minLength(1)),
]);

/** What every claim carries besides its value. */
export const claimProvenance = {
  /** An id of `sources.yaml` (or of the overlay file's own `sources`). */
  source: identifier,
  /** The day the source showed it. With `undated`, a day chosen for it: see `note`. */
  observed: isoDate,
  /** The source carries no date; `observed` is a stand-in that never counts as fresh. */
  undated: z.optional(z.literal(true)),
  /** First and last day the value is in force (prices, features, agreements). */
  from: z.optional(isoDate),
  until: z.optional(isoDate),
  scope: z.optional(claimScope),
  /** Who serves the model; absent means its own vendor's API. */
  platform: z.optional(identifier),
  /** The service tier the value belongs to; absent means standard. */
  serviceTier: z.optional(z.enum(SERVICE_TIERS)),
  /** The reasoning effort the value was seen at: it says nothing of another one. Absent: it does not depend on it. */
  effort: z.optional(identifier),
  /** Read through a copy or a translation of the source, not on its own page. */
  via: z.optional(z.literal("copy")),
  /** One measurement run over several models: speeds are compared within a run. */
  run: z.optional(identifier),
  /** Number of test items behind a benchmark result, where it differs from the benchmark's own. */
  items: z.optional(within(1, MOST)),
  /** Could not be confirmed beyond what is stated here. */
  unverified: z.optional(z.literal(true)),
  note: z.optional(sentence),
};

/** The claims about one trait: at least one, in any order. */
export function claims<Value extends z.core.$ZodType>(value: Value) {
  return z.array(claim(value)).check(z.minLength(1));
}

export function claim<Value extends z.core.$ZodType>(value: Value) {
  return strictObject({ value, ...claimProvenance });
}

export type Claim<Value = unknown> = { value: Value } & ClaimProvenance;
export type ClaimProvenance = z.infer<z.ZodMiniObject<typeof claimProvenance, z.core.$strict>>;
