/** The guarded model of a check, and what an observer of it is given. */
import { type Assessment, assess } from "../../decision/assessment.ts";
import { findCandidate } from "../../facts/candidate.ts";
import { assessmentsOf, type Decision } from "../../decision/decision.ts";
import type { Answer } from "../recommendation/recommend.ts";
import type { CheckPolicy } from "./policy.ts";
import type { CheckFinding, Lock } from "./schema.ts";

export type Observation = Omit<CheckFinding, "cause" | "passes"> &
  /** Where it can be told without deciding again. */
  Partial<Pick<CheckFinding, "cause">>;

/** A lock, or null for requirements that were never locked; and the model it guards. */
export interface Guarded {
  lock: Lock | null;
  /** The team's own choice or the pick of the lock; null without a lock. */
  model: string | null;
  isOwnChoice: boolean;
}

export type Observe = (answer: Answer, guarded: Guarded, policy: CheckPolicy) => Observation[];

/** A model's assessment, whether or not the question compares it: a snapshot's, or one the question leaves out. Null for an id the catalog does not have. */
export function anyAssessment(
  decision: Decision,
  id: string | null | undefined,
): Assessment | null {
  if (id === null || id === undefined) return null;
  const compared = assessmentsOf(decision).find(({ candidate }) => candidate.id === id);
  if (compared !== undefined) return compared;
  const { need, sheets } = decision;
  const candidate = findCandidate(sheets.catalog, id, need.asOf);
  return candidate === null ? null : assess(candidate, need, sheets);
}
