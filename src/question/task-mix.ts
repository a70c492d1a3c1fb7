/** One task or a mix of tasks: evidence, complexity and assumed month, by the shares of the mix. */
import { type BenchmarkShare, benchmarkShares, hardestOf } from "../decision/ability.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Task } from "../schema/descriptions.ts";
import type { Levels } from "../schema/levels.ts";
import type { ImageInput, Requirements } from "../schema/requirements.ts";
import type { Complexity } from "../schema/vocabulary.ts";
import { DEFAULT_TASK, type RequirementCatalog, taskById } from "./references.ts";

export interface TaskMix {
  /** Shares add up to 1. */
  tasks: { id: string; share: number }[];
  /** How much each benchmark counts at a complexity, asked for or the mix's own. */
  benchmarksAt: (complexity: Complexity) => readonly BenchmarkShare[];
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
  const { quality } = catalog.levels;
  return only !== undefined && others.length === 0
    ? mixesOfOne(quality)(only.task)
    : mixOf(parts, quality);
}

const mixesOfOne = memoizeByObject((constants: Levels["quality"]) =>
  memoizeByObject((task: Task) => mixOf([{ task, share: 1 }], constants)),
);

function mixOf(parts: readonly Part[], constants: Levels["quality"]): TaskMix {
  const average = (valueOf: (task: Task) => number) =>
    parts.reduce((sum, part) => sum + part.share * valueOf(part.task), 0);
  return {
    tasks: parts.map((part) => ({ id: part.task.id, share: part.share })),
    benchmarksAt: sharesByComplexity(parts, constants),
    complexity: hardestOf(parts.map(({ task }) => task)),
    workload: {
      requestsPerMonth: average(({ workload }) => workload.requestsPerMonth),
      inputTokens: average(({ workload }) => workload.inputTokens),
      outputTokens: average(({ workload }) => workload.outputTokens),
      images: imagesOf(parts),
    },
  };
}

function sharesByComplexity(parts: readonly Part[], constants: Levels["quality"]) {
  const evidence = parts.map(({ task, share }) => ({
    share,
    complexity: task.complexity,
    benchmarks: task.benchmarks,
  }));
  const known = new Map<Complexity, readonly BenchmarkShare[]>();
  return (complexity: Complexity): readonly BenchmarkShare[] => {
    const shares = known.get(complexity) ?? benchmarkShares(evidence, complexity, constants);
    known.set(complexity, shares);
    return shares;
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

function imagesOf(parts: readonly Part[]): ImageInput[] {
  const images = new Map<string, Extract<ImageInput, { width: number }>>();
  for (const { task, share } of parts) {
    for (const image of task.workload.images ?? []) {
      const kind = `${image.width}x${image.height}:${image.detail}`;
      const count = (images.get(kind)?.count ?? 0) + share * image.count;
      // The order in which a file names its fields is no part of an answer.
      const { width, height, detail } = image;
      images.set(kind, { width, height, detail, count });
    }
  }
  return [...images.values()];
}
