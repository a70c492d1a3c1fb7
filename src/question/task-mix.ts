/** One task or a mix of tasks: evidence, complexity and assumed month, by the shares of the mix. */
import { remembered } from "../facts/remembered.ts";
import type { ImageInput, Requirements } from "../schema/requirements.ts";
import type { Task } from "../schema/task.ts";
import { COMPLEXITIES, type Complexity } from "../schema/vocabulary.ts";
import { DEFAULT_TASK, type RequirementCatalog, taskById } from "./requirement-catalog.ts";

export interface TaskMix {
  /** Shares add up to 1. */
  tasks: { id: string; share: number }[];
  /** Benchmark id to relevance, adding up to 1; empty when no task of the mix has a benchmark. */
  relevance: Record<string, number>;
  /** The highest of the mix: a model must also manage its hardest part. */
  complexity: Complexity;
  workload: {
    requestsPerMonth: number;
    inputTokens: number;
    outputTokens: number;
    /** Per request on average: a task with one image at a share of a half counts half an image. */
    images: ImageInput[];
  };
}

interface Part {
  task: Task;
  share: number;
}

/** The mix a `task` field means; the general task when none is stated. */
export function mixTasks(task: Requirements["task"], catalog: RequirementCatalog): TaskMix {
  const parts = partsOf(task ?? DEFAULT_TASK, catalog);
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? mixOfOne(only.task) : mixOf(parts);
}

const mixOfOne = remembered((task: Task) => mixOf([{ task, share: 1 }]));

function mixOf(parts: readonly Part[]): TaskMix {
  const average = (valueOf: (task: Task) => number) =>
    parts.reduce((sum, part) => sum + part.share * valueOf(part.task), 0);
  return {
    tasks: parts.map((part) => ({ id: part.task.id, share: part.share })),
    relevance: relevanceOf(parts),
    complexity: COMPLEXITIES[hardest(parts)] ?? COMPLEXITIES[0],
    workload: {
      requestsPerMonth: average(({ workload }) => workload.requestsPerMonth),
      inputTokens: average(({ workload }) => workload.inputTokens),
      outputTokens: average(({ workload }) => workload.outputTokens),
      images: imagesOf(parts),
    },
  };
}

function partsOf(task: string | Record<string, number>, catalog: RequirementCatalog): Part[] {
  const stated = typeof task === "string" ? [[task, 1] as const] : byId(task);
  // Dividing by the largest first keeps huge shares from adding up to infinity.
  const largest = Math.max(...stated.map(([, share]) => share));
  const sum = stated.reduce((total, [, share]) => total + share / largest, 0);
  return stated.map(([id, share]) => ({
    task: taskById(catalog, id),
    share: share / largest / sum,
  }));
}

/** In the order of the ids: the order in which a mix is written must not move the last bit of a sum. */
function byId<Value>(table: Record<string, Value>): [string, Value][] {
  return Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function hardest(parts: readonly Part[]): number {
  return Math.max(...parts.map(({ task }) => COMPLEXITIES.indexOf(task.complexity)));
}

/** Each task's relevances are made to add up to 1 first, so that a long list does not outweigh a short one. */
function relevanceOf(parts: readonly Part[]): Record<string, number> {
  const relevance = new Map<string, number>();
  for (const { task, share } of parts) {
    const stated = byId(task.benchmarks);
    const total = stated.reduce((sum, [, each]) => sum + each.relevance, 0);
    for (const [id, each] of stated) {
      relevance.set(id, (relevance.get(id) ?? 0) + (share * each.relevance) / total);
    }
  }
  // A task without any benchmark leaves its share to the tasks that have some.
  const all = byId(Object.fromEntries(relevance));
  const sum = all.reduce((total, [, each]) => total + each, 0);
  return Object.fromEntries(all.map(([id, each]) => [id, each / sum]));
}

function imagesOf(parts: readonly Part[]): ImageInput[] {
  const images = new Map<string, Extract<ImageInput, { width: number }>>();
  for (const { task, share } of parts) {
    for (const image of task.workload.images ?? []) {
      const kind = `${image.width}x${image.height}:${image.detail}`;
      const count = (images.get(kind)?.count ?? 0) + share * image.count;
      images.set(kind, { ...image, count });
    }
  }
  return [...images.values()];
}
