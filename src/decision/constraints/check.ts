/** The record of one hard requirement tested on one model: it screens the model, explains it, and lets it in. */
import type { Fact } from "../../facts/claims.ts";
import type { Assessment } from "../assessment.ts";
import { isStated, type Need } from "../need.ts";

type Side = string | number | boolean | null;

/** @typeParam Change the figures of the nearest change that would satisfy the requirement */
export interface Check<
  Name extends string = string,
  Change = unknown,
  Required extends Side | readonly string[] = Side | readonly string[],
  Actual extends Side = Side,
> {
  /** The constraint that made the test. */
  name: Name;
  /** Path in the requirements document; what nobody has to ask for goes by its fact: `lifecycle.shutdown`, `prices`. */
  constraint: string;
  /** The last step of that path. */
  field: string;
  /** Of prices: their paths. */
  required: Required;
  /** Null: nobody says. */
  actual: Actual;
  unit: "USD" | "s" | "tokens" | "requests" | "Elo" | "%" | null;
  facts: readonly Fact<unknown>[];
  /** `failed` keeps the model out; `open` is what a missing fact or an assumed workload leaves undecided. */
  verdict: "met" | "failed" | "open";
  /** Set where only an assumed workload stands against the limit. */
  assumedWorkload?: true;
  /** Null for a requirement that is met, and for one that the user cannot change. */
  change: Change | null;
}

/** What a supposed change moves. */
export const MOVES = ["price", "volume", "budget", "wait-limit"] as const;
export type Moved = (typeof MOVES)[number];

/** One kind of hard requirement. */
export interface Constraint<Tested extends Check = Check> {
  /** What may change its verdict in the search for what would change the answer: all else is tested once. */
  movedBy: readonly Moved[];
  /** One record a requirement, met or not; none where the need asks for nothing of the kind. */
  check: (assessment: Assessment, need: Need) => Tested[];
}

/** A limit tested against workload figures nobody stated leaves the model open, never out. */
export function missedBy(
  need: Need,
  fields: readonly string[],
): Pick<Check, "verdict" | "assumedWorkload"> {
  return fields.every((field) => isStated(need, field))
    ? { verdict: "failed" }
    : { verdict: "open", assumedWorkload: true };
}
