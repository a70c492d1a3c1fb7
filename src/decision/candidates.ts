/** The candidates of a day: the models asked for, or those the catalog has and that are served. */
import { type Candidate, findCandidate, snapshotOfAlias } from "../facts/candidate.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import { lifecycleFacts } from "../facts/lifecycle.ts";
import type { Need } from "./need.ts";

/** The models asked for or, failing that, those a day's question is about. Sorted by id. */
export function candidatesOf(need: Need, sheets: FactSheets): Candidate[] {
  const candidates =
    need.models === null
      ? candidatesOnTheDay(need, sheets)
      : need.models.flatMap((id) => findCandidate(sheets.catalog, id, need.asOf) ?? []);
  return candidates
    .filter(({ id }) => !need.exclude.includes(id))
    .toSorted((one, two) => (one.id < two.id ? -1 : one.id > two.id ? 1 : 0));
}

/**
 * The candidates of the catalog. Once the last of them is shut down, or where successors are asked for, every other
 * model that is served on the day too: a role says what a model was meant as, not whether it can be used.
 */
function candidatesOnTheDay(need: Need, sheets: FactSheets): Candidate[] {
  const all = sheets.catalog.models.map((model): Candidate => {
    const { id, name } = model;
    return { id, name, model, snapshot: snapshotOfAlias(model, need.asOf) };
  });
  const candidates = all.filter(({ model }) => model.role === "candidate");
  const areGone = candidates.every((each) => hasEnded(each, need, sheets));
  return need.includeSuccessors || areGone
    ? all.filter((each) => each.model.role === "candidate" || isServed(each, need, sheets))
    : candidates;
}

/** Shut down before the day of the decision. */
export function hasEnded(candidate: Candidate, { asOf }: Need, sheets: FactSheets): boolean {
  const end = lifecycleFacts(sheets.of(candidate)).shutdown.value;
  return end !== null && end < asOf;
}

/** Released, and not shut down, on the day of the decision. */
export function isServed(candidate: Candidate, need: Need, sheets: FactSheets): boolean {
  return candidate.snapshot !== null && !hasEnded(candidate, need, sheets);
}
