/** What resolving requirements needs of the catalog, and the names it knows. */
import { candidateIds } from "../facts/candidate.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { Task } from "../schema/descriptions.ts";
import { catalogFailure } from "../schema/failure.ts";

export type RequirementCatalog = Pick<
  CatalogData,
  "models" | "tasks" | "useCases" | "benchmarks" | "levels"
>;

/** The kind of work assumed until one is stated. */
export const DEFAULT_TASK = "general";

export const namesIn = memoizeByObject((catalog: RequirementCatalog) => ({
  models: candidateIds(catalog),
  tasks: catalog.tasks.map(({ id }) => id),
  useCases: catalog.useCases.map(({ id }) => id),
  benchmarks: catalog.benchmarks.map(({ id }) => id),
}));

/** A task by its id. @throws Failure (catalog) when it is not there; stated ids were checked before */
export function taskById(catalog: RequirementCatalog, id: string): Task {
  const task = catalog.tasks.find((each) => each.id === id);
  if (task === undefined) throw catalogFailure(`the catalog has no task '${id}'`, "tasks");
  return task;
}
