/** A model a team guards, whether or not the question compares it: a snapshot, or one the question leaves out. */
import { type Assessment, assess } from "../../decision/assessment.ts";
import { findCandidate } from "../../facts/candidate.ts";
import { assessmentsOf, type Decision } from "../../decision/decision.ts";

/** Null for an id the catalog does not have. */
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
