/** Every id a catalog defines and how often, for checking what refers to it. */
import type { CatalogData } from "../schema/catalog.ts";

/** How often each id is defined: more than once is a mistake. */
export type IdCounts = ReadonlyMap<string, number>;

export interface Names {
  models: IdCounts;
  /** Of all models. */
  snapshots: IdCounts;
  snapshotsOf: (model: string) => IdCounts;
  sources: IdCounts;
  vendors: IdCounts;
  benchmarks: IdCounts;
  /** Share right by guessing, of each benchmark whose results are percentages. */
  percentages: ReadonlyMap<string, number>;
  tasks: IdCounts;
  useCases: IdCounts;
}

export function namesOf(catalog: CatalogData): Names {
  const byModel = new Map(catalog.models.map(({ id, snapshots }) => [id, idCounts(snapshots)]));
  const none: IdCounts = new Map();
  return {
    models: idCounts(catalog.models),
    snapshots: idCounts(catalog.models.flatMap(({ snapshots }) => snapshots)),
    snapshotsOf: (model) => byModel.get(model) ?? none,
    sources: idCounts(catalog.sources),
    vendors: idCounts(catalog.vendors),
    benchmarks: idCounts(catalog.benchmarks),
    percentages: new Map(
      catalog.benchmarks.flatMap(({ id, scale, chance }) =>
        scale === "elo" ? [] : [[id, chance]],
      ),
    ),
    tasks: idCounts(catalog.tasks),
    useCases: idCounts(catalog.useCases),
  };
}

function idCounts(list: readonly { id: string }[]): IdCounts {
  const counts = new Map<string, number>();
  for (const { id } of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
