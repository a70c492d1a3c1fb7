/** Candidates: models and snapshots by id, and which snapshot a plain id means on the day of the decision. */
import type { CatalogData } from "../schema/catalog.ts";
import type { Model } from "../schema/model.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { memoizeByObject } from "./memoize.ts";

export type Snapshot = Model["snapshots"][number];

/** One alternative: a model by its plain id, or one named snapshot of it. */
export interface Candidate {
  id: string;
  name: string;
  model: Model;
  /** What the id means on the day; null before anything of the model was released. */
  snapshot: Snapshot | null;
}

/** Every id a user may write where a model is asked for. */
export function candidateIds(catalog: Pick<CatalogData, "models">): string[] {
  return catalog.models.flatMap((model) => [
    model.id,
    ...model.snapshots.map((snapshot) => snapshot.id).filter((id) => id !== model.id),
  ]);
}

/** The candidate an id means on a day; null for an id the catalog does not have. */
export function findCandidate(
  { models }: Pick<CatalogData, "models">,
  id: string,
  asOf: IsoDate,
): Candidate | null {
  const model = modelsById(models).get(id);
  if (model === undefined) return null;
  if (model.id === id) return candidateOf(model, asOf);
  const snapshot = model.snapshots.find((each) => each.id === id) ?? null;
  return { id, name: `${model.name} (${id})`, model, snapshot };
}

/** A model by its plain id. */
export function candidateOf(model: Model, asOf: IsoDate): Candidate {
  return { id: model.id, name: model.name, model, snapshot: snapshotOfAlias(model, asOf) };
}

/** Models by their ids and by those of their snapshots; of two with one id, which no checked catalog has, the first. */
const modelsById = memoizeByObject((models: readonly Model[]): ReadonlyMap<string, Model> => {
  const byId = new Map<string, Model>();
  for (const model of models) {
    for (const { id } of [model, ...model.snapshots]) if (!byId.has(id)) byId.set(id, model);
  }
  return byId;
});

/**
 * The snapshot a model's plain id pointed to on a day. The record of where it pointed is history, so it counts
 * whenever it was written down; outside that record it is the default snapshot, or the newest one released by then.
 */
export function snapshotOfAlias(model: Model, day: IsoDate): Snapshot | null {
  const recorded = model.alias?.find(
    (claim) =>
      (claim.from ?? claim.observed) <= day && (claim.until === undefined || day <= claim.until),
  );
  const released = model.snapshots.filter((snapshot) => snapshot.released <= day);
  return (
    released.find((snapshot) => snapshot.id === recorded?.value) ??
    released.find((snapshot) => snapshot.default === true) ??
    released.toSorted((a, b) => (a.released < b.released ? 1 : -1))[0] ??
    null
  );
}
