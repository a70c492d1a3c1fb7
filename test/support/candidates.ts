/** Models of a catalog by their id, for tests that compare them. */
import type { Candidate } from "../../src/facts/candidate.ts";
import type { FactSheets } from "../../src/facts/fact-sheets.ts";

export function candidateOf(sheets: FactSheets, id: string): Candidate {
  const found = sheets.find(id);
  if (found === null) throw new Error(`no model ${id}`);
  return found.candidate;
}

/** Those ranked by default, in the order of their ids. */
export function defaultCandidates(sheets: FactSheets): Candidate[] {
  const candidates = sheets.catalog.models.filter(({ role }) => role === "candidate");
  return candidates
    .map(({ id }) => id)
    .toSorted()
    .map((id) => candidateOf(sheets, id));
}
