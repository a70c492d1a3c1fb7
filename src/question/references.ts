/** Names in requirements: what the catalog knows, and that every task, model, benchmark and use case exists. */
import { candidateIds } from "../facts/candidate.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { Task } from "../schema/descriptions.ts";
import { type Correction, usageFailure, quoted, catalogFailure } from "../schema/failure.ts";
import { listed, nearest } from "../schema/nearest.ts";
import type { UseCase } from "../schema/requirements.ts";
import { type Merged, placeOf } from "./merge.ts";

// What resolving requirements needs of the catalog, and the names it knows.

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

type Names = ReturnType<typeof namesIn>;

/** @throws Failure (usage) naming the first unknown id, where it was given, and what was probably meant */
export function checkReferences(merged: Merged, catalog: RequirementCatalog): void {
  const { document } = merged;
  const names = namesIn(catalog);
  const known = (kind: string, id: string, ids: readonly string[], path: string) => {
    if (!ids.includes(id)) throw unknown(kind, id, ids, placeOf(merged, path), names);
  };
  for (const id of taskIds(document.task)) known("task", id, names.tasks, "task");
  for (const id of document.models ?? []) known("model", id, names.models, "models");
  for (const id of document.exclude ?? []) known("model", id, names.models, "exclude");
  for (const id of Object.keys(document.minBenchmarks ?? {})) {
    known("benchmark", id, names.benchmarks, `minBenchmarks.${id}`);
  }
  for (const image of document.workload?.images ?? []) {
    if ("countedOn" in image) known("model", image.countedOn, names.models, "workload.images");
  }
}

/** The use case of this id. @throws Failure (usage) naming what was probably meant */
export function findUseCase(catalog: RequirementCatalog, id: string, where: () => string): UseCase {
  const useCase = catalog.useCases.find((each) => each.id === id);
  if (useCase !== undefined) return useCase;
  const names = namesIn(catalog);
  throw unknown("use case", id, names.useCases, where(), names);
}

/** The ids of a task field, one or several. */
export function taskIds(task: string | Record<string, number> | undefined): string[] {
  if (task === undefined) return [];
  return typeof task === "string" ? [task] : Object.keys(task);
}

/**
 * Options that a word may stand for, use cases first: `chatbot` → `--use-case support-chatbot`, `--task chat`.
 * A name fits when it is the word, one of the two begins with the other, the word is one of its parts, or a slip of
 * the keyboard lies between them.
 */
export function likelyOptions(word: string, names: Names): { flag: string; meant: string }[] {
  const typed = word.toLowerCase();
  const found = (ids: readonly string[]) =>
    ids.find((id) => id === typed) ?? ids.find((id) => resembles(typed, id)) ?? nearest(typed, ids);
  return [
    ["--use-case", found(names.useCases)] as const,
    ["--task", found(names.tasks)] as const,
    ["--only", found(names.models)] as const,
  ].flatMap(([flag, id]) => (id === null ? [] : [{ flag, meant: id }]));
}

const SHORTEST_TELLING_PART = 4;

function resembles(typed: string, id: string): boolean {
  return (
    (typed.length >= SHORTEST_TELLING_PART &&
      (id.startsWith(typed) || partsOf(id).includes(typed))) ||
    (id.length >= SHORTEST_TELLING_PART && typed.startsWith(id))
  );
}

function partsOf(id: string): string[] {
  return id.split("-");
}

function unknown(kind: string, id: string, ids: readonly string[], where: string, names: Names) {
  const within = kind === "model" ? (nearest(id, ids) ?? containedIn(id, ids)) : null;
  const advice =
    elsewhere(id, names) ??
    (within === null ? undefined : { typed: id, meant: within }) ??
    meant(id, ids, names) ??
    `known: ${listed(ids)}`;
  return usageFailure(`unknown ${kind} ${quoted(id)}`, where, advice);
}

/** The longest known id that another one holds: `gpt-4o` of `chatgpt-4o-latest`. */
export function containedIn(id: string, ids: readonly string[]): string | null {
  const held = ids.filter((each) => id.includes(each));
  return held.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

function meant(id: string, ids: readonly string[], names: Names): Correction | undefined {
  const found = nearest(id, ids);
  if (found !== null) return { typed: id, meant: found };
  const options = likelyOptions(id, names);
  const [first, second] = options;
  if (first === undefined) return undefined;
  return {
    typed: id,
    ...first,
    ...(second === undefined ? {} : { or: { typed: id, ...second } }),
    advice: `did you mean ${options.map(({ flag, meant: name }) => `${flag} ${name}`).join(" or ")}?`,
  };
}

/** A word known in another place, such as a use case given as a task. */
function elsewhere(id: string, names: Names): Correction | undefined {
  const kinds: [known: readonly string[], called: string, flag: string, meant: string][] = [
    [names.useCases, "use case", "--use-case", id],
    [names.tasks, "task", "--task", id],
    [names.models, "model", "--only", id],
    [names.benchmarks, "benchmark", "--min-benchmark", `${id}=50`],
  ];
  for (const [known, called, flag, text] of kinds) {
    if (known.includes(id)) {
      const advice = `it is a ${called}: ${flag} ${text}`;
      return { typed: id, meant: text, flag, advice };
    }
  }
  return undefined;
}
