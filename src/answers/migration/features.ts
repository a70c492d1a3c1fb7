/** What a project has on the old model and not on the new one, and the other way round. */
import { FEATURES } from "../../schema/vocabulary.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { count } from "../../words/figures.ts";
import type { Model } from "../../schema/model.ts";

/** A snapshot that keeps its behaviour, where the plain id may move. */
const PINNED_SNAPSHOT = "a dated snapshot to pin";

const LIMITS = [
  { label: "a window of", of: (sheet: FactSheet) => sheet.numeric("limits.contextTokens").value },
  { label: "answers of", of: (sheet: FactSheet) => sheet.numeric("limits.maxOutputTokens").value },
] as const;

export interface FeatureChanges {
  lost: string[];
  /** The old model has it, and nobody says whether the new one does. */
  unconfirmed: string[];
  gained: string[];
}

export function featureChanges(from: FactSheet, to: FactSheet): FeatureChanges {
  const changes: FeatureChanges = { lost: [], unconfirmed: [], gained: [] };
  for (const feature of FEATURES) {
    const before = from.plain(`features.${feature}`).value;
    const after = to.plain(`features.${feature}`).value;
    if (before === true && after === false) changes.lost.push(feature);
    if (before === true && after === null) changes.unconfirmed.push(feature);
    if (before !== true && after === true) changes.gained.push(feature);
  }
  for (const { label, of } of LIMITS) {
    const [before, after] = [of(from), of(to)];
    if (before === null || after === null || before === after) continue;
    const text = `${label} ${count(after)} tokens (today ${count(before)})`;
    (after > before ? changes.gained : changes.lost).push(text);
  }
  const [pinned, pinnable] = [from, to].map(({ candidate }) => hasDatedSnapshot(candidate.model));
  if (pinned === true && pinnable === false) changes.lost.push(PINNED_SNAPSHOT);
  if (pinned === false && pinnable === true) changes.gained.push(PINNED_SNAPSHOT);
  return changes;
}

function hasDatedSnapshot({ id, snapshots }: Model): boolean {
  return snapshots.some((snapshot) => snapshot.id !== id);
}
