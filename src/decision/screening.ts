/** Hard requirements applied to one model: in, out, or open for want of a fact. */
import type { Assessment } from "./assessment.ts";
import { CONSTRAINTS, type Violation } from "./constraints/index.ts";
import { list } from "../words/figures.ts";
import type { Need } from "./need.ts";

export interface Screened {
  assessment: Assessment;
  screen: "feasible" | "infeasible" | "unknown";
  /** What keeps it out. */
  failed: Violation[];
  /** What nobody can tell yet. */
  open: Violation[];
}

const { released, ...others } = CONSTRAINTS;
const afterRelease = Object.values(others);

export function screen(assessment: Assessment, need: Need): Screened {
  const absent = released(assessment, need);
  // Of a model that does not exist yet nothing else can be said.
  const violations =
    absent.length > 0 ? absent : afterRelease.flatMap((constraint) => constraint(assessment, need));
  const failed = violations.filter((violation) => violation.screen === "infeasible");
  const open = violations.filter((violation) => violation.screen === "unknown");
  return {
    assessment,
    screen: failed.length > 0 ? "infeasible" : open.length > 0 ? "unknown" : "feasible",
    failed,
    open,
  };
}

/** The smallest change that lets an excluded model in; null when one of its reasons cannot be changed. */
export function closestChange({ failed }: Screened): string | null {
  const changes = [...new Set(failed.map((violation) => violation.change))];
  const possible = changes.filter((change) => change !== null);
  if (possible.length === 0 || possible.length < changes.length) return null;
  return possible.length === 1 ? list(possible) : `all of: ${possible.join("; ")}`;
}
