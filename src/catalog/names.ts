/** Every name a catalog defines, for checking what refers to it. */
import type { CatalogData } from "../schema/catalog.ts";

export interface Names {
  models: string[];
  /** Snapshot ids by model id. */
  snapshots: Record<string, string[]>;
  sources: string[];
  benchmarks: string[];
  tasks: string[];
  useCases: string[];
}

export function namesOf(catalog: CatalogData): Names {
  return {
    models: idsOf(catalog.models),
    snapshots: Object.fromEntries(
      catalog.models.map(({ id, snapshots }) => [id, idsOf(snapshots)]),
    ),
    sources: idsOf(catalog.sources),
    benchmarks: idsOf(catalog.benchmarks),
    tasks: idsOf(catalog.tasks),
    useCases: idsOf(catalog.useCases),
  };
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id);
}
