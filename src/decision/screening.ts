/** Hard requirements, in the order of their reasons, applied to one model: feasible, infeasible, or unknown for want of a fact. */
import { byName } from "../schema/texts.ts";
import type { Assessment } from "./assessment.ts";
import { type Constraint, type Moved, MOVES } from "./constraints/check.ts";
import { BENCHMARKS, WAIT, PRICE } from "./constraints/limits.ts";
import { EFFORT, FEATURE_NEEDS, LIFECYCLE } from "./constraints/offer.ts";
import { WINDOW } from "./constraints/window.ts";
import type { Need } from "./need.ts";
import { RATES } from "./rate-limits.ts";

// Every hard requirement, in the order its reasons are given.

export const CONSTRAINTS = {
  ...LIFECYCLE,
  ...FEATURE_NEEDS,
  ...EFFORT,
  ...PRICE,
  ...WINDOW,
  ...WAIT,
  ...BENCHMARKS,
  ...RATES,
} as const satisfies Record<string, Constraint>;

export type ConstraintName = keyof typeof CONSTRAINTS;

/** What a constraint records of a model: the sentences are made of nothing else. */
export type CheckOf<Name extends ConstraintName> = ReturnType<
  (typeof CONSTRAINTS)[Name]["check"]
>[number];
export type AnyCheck = CheckOf<ConstraintName>;

export interface Screened {
  assessment: Assessment;
  screen: "feasible" | "infeasible" | "unknown";
  /** What keeps it out, in the order in which the reasons are given. What it meets is not kept: of thousands few are asked. */
  failed: AnyCheck[];
  /** What nobody can tell yet. */
  open: AnyCheck[];
}

const ALL: readonly Constraint<AnyCheck>[] = Object.values(CONSTRAINTS);

/** Every requirement tested on a model, even on one that does not exist yet. */
export function checksOf(assessment: Assessment, need: Need): AnyCheck[] {
  const checks: AnyCheck[] = [];
  for (const constraint of ALL) {
    for (const check of constraint.check(assessment, need)) checks.push(check);
  }
  return checks;
}

export function screen(assessment: Assessment, need: Need): Screened {
  const checks = testsOf(assessment, need);
  const failed = checks.filter(isFailed);
  const open = checks.filter(isOpen);
  const screened = failed.length > 0 ? "infeasible" : open.length > 0 ? "unknown" : "feasible";
  return { assessment, screen: screened, failed, open };
}

/** Every requirement that is tested to screen a model. */
export function testsOf(assessment: Assessment, need: Need): AnyCheck[] {
  const checks = checksOf(assessment, need);
  const absent = checks.find((each) => each.name === "released" && isFailed(each));
  // Of a model that does not exist yet nothing else can be said.
  return absent === undefined ? checks : [absent];
}

/**
 * The verdict on a model screened before, now that one thing is other than it was: only what that can move is tested
 * again.
 */
export function screenAgain(
  before: Screened,
  supposed: Assessment,
  need: Need,
  moved: Moved,
): Screened["screen"] {
  const stands = ({ name }: AnyCheck) => !isMovedBy(CONSTRAINTS[name], moved);
  if (before.failed.some(stands)) return "infeasible";
  const standing = before.open.some(stands) ? "unknown" : "feasible";
  const again = verdictOf(MOVABLE[moved].flatMap((each) => each.check(supposed, need)));
  return again === "feasible" ? standing : again;
}

/** The requirements whose verdicts may change with what moves. */
const MOVABLE = byName(MOVES, (moved) => ALL.filter((each) => isMovedBy(each, moved)));

/** Whether nothing keeps the model out but what moves. */
export function canBeLetInBy({ failed }: Screened, moved: Moved | undefined): boolean {
  return moved !== undefined && failed.every(({ name }) => isMovedBy(CONSTRAINTS[name], moved));
}

function isMovedBy({ movedBy }: Constraint, moved: Moved): boolean {
  return movedBy.includes(moved);
}

function verdictOf(checks: readonly AnyCheck[]): Screened["screen"] {
  if (checks.some(isFailed)) return "infeasible";
  return checks.some(isOpen) ? "unknown" : "feasible";
}

function isFailed({ verdict }: AnyCheck): boolean {
  return verdict === "failed";
}

function isOpen({ verdict }: AnyCheck): boolean {
  return verdict === "open";
}

/** The needs that no source confirms: open for want of a fact, and not for want of a volume. */
export function unconfirmed({ open }: Screened): AnyCheck[] {
  return open.filter(({ assumedWorkload }) => assumedWorkload !== true);
}

/** Whether the user can change every requirement that keeps the model out. */
export function canBeLetIn({ failed }: Screened): boolean {
  return failed.length > 0 && failed.every(({ change }) => change !== null);
}
