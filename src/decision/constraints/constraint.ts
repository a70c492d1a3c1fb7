/** What a hard requirement says of one model, and how the user's own words for it are quoted back. */
import type { Assessment } from "../assessment.ts";
import { isStated, type Need } from "../need.ts";

export interface Violation {
  /** Path in the requirements document, or `lifecycle`, `prices`. */
  constraint: string;
  required: string | number | boolean | null;
  actual: string | number | boolean | null;
  /** `infeasible`: the model fails. `unknown`: a missing fact or an assumed workload leaves it open. */
  screen: "infeasible" | "unknown";
  /** What is said of the model, to follow its name: `costs $550 a month, over the $500 allowed`. */
  message: string;
  /** The smallest change that would satisfy it; null when the user cannot change it. */
  change: string | null;
  evidence: string[];
  /** Set where only an assumed workload stands against the limit. */
  assumedWorkload?: true;
}

/** One hard requirement; an empty list means the model meets it. */
export type Constraint = (assessment: Assessment, need: Need) => Violation[];

/** A limit tested against workload figures nobody stated leaves the model open, never out. */
export function screenByWorkload(
  need: Need,
  fields: readonly string[],
): Pick<Violation, "screen" | "assumedWorkload"> {
  return fields.every((field) => isStated(need, field))
    ? { screen: "infeasible" }
    : { screen: "unknown", assumedWorkload: true };
}

/** The flag or document path to change, as the user wrote it: `--max-cost`, `limits.usdPerMonth`. */
export function leverOf(need: Need, field: string): string {
  const origin = need.origins[field];
  return origin?.from === "flag" ? (origin.text.split(/[ =]/, 1)[0] ?? field) : field;
}
