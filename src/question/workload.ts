/** The workload: task or mix of tasks, what was stated, what their usual month completes, and the features it needs. */
import { type BenchmarkShare, benchmarkShares, hardestOf } from "../decision/ability.ts";
import {
  type NeedWorkload,
  type TokenSpread,
  type Origin,
  ORIGIN_KINDS,
} from "../decision/need.ts";
import { memoizeByObject, memoizeFew } from "../facts/memoize.ts";
import { exact } from "../facts/money.ts";
import type { Task } from "../schema/descriptions.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Levels } from "../schema/levels.ts";
import type { TokenCount, ImageInput, Requirements } from "../schema/requirements.ts";
import { FEATURES, type Feature, type Complexity } from "../schema/vocabulary.ts";
import { type Merged, placeOf } from "./merge.ts";
import { DEFAULT_TASK, type RequirementCatalog, taskById } from "./references.ts";

// One task or a mix of tasks: evidence, complexity and assumed month, by the shares of the mix.

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
  const stated =
    task === undefined || typeof task === "string"
      ? [[task ?? DEFAULT_TASK, 1] as const]
      : byId(task);
  return mixesOf(catalog)(JSON.stringify(stated), () =>
    mixOf(partsOf(stated, catalog), catalog.levels.quality),
  );
}

/** Lines of a batch mostly share their mixes. */
const mixesOf = memoizeByObject((_catalog: RequirementCatalog) => memoizeFew<TaskMix>(500));

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

function partsOf(
  stated: readonly (readonly [id: string, share: number])[],
  catalog: RequirementCatalog,
): Part[] {
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

/** Which part of a workload asks for a feature. A model that is tuned already needs to be served, not tuned again. */
const IMPLIED: {
  feature: Feature;
  by: keyof NeedWorkload;
  when: (workload: NeedWorkload) => boolean;
}[] = [
  { feature: "vision", by: "images", when: ({ images }) => images.length > 0 },
  { feature: "batch", by: "serviceTier", when: ({ serviceTier }) => serviceTier === "batch" },
  { feature: "fast-mode", by: "serviceTier", when: ({ serviceTier }) => serviceTier === "fast" },
  {
    feature: "fine-tuning",
    by: "trainingTokens",
    when: ({ trainingTokens }) => trainingTokens > 0,
  },
  { feature: "web-search", by: "webSearches", when: ({ webSearches }) => webSearches > 0 },
  { feature: "file-search", by: "fileSearches", when: ({ fileSearches }) => fileSearches > 0 },
];

/**
 * Needed features in the vocabulary's order.
 * @param origins where every field came from; what asks for each feature is added, under `needs.<feature>`
 */
export function resolveFeatures(
  document: Requirements,
  workload: NeedWorkload,
  origins: Record<string, Origin>,
): Feature[] {
  const found = new Map<Feature, Origin | undefined>();
  for (const feature of document.needs ?? []) found.set(feature, origins["needs"]);
  for (const { feature, by, when } of IMPLIED) {
    if (!found.has(feature) && when(workload)) found.set(feature, origins[`workload.${by}`]);
  }
  // A model tuned on texts alone does not learn from the images it is to see.
  if (found.has("vision") && found.has("fine-tuning") && !found.has("vision-fine-tuning")) {
    found.set("vision-fine-tuning", together(found.get("vision"), found.get("fine-tuning")));
  }
  for (const [feature, origin] of found) {
    if (origin !== undefined) origins[`needs.${feature}`] = origin;
  }
  return FEATURES.filter((feature) => found.has(feature));
}

/** The origin of what neither of two needs asks for alone; the weaker of the two says who asked. */
function together(one: Origin | undefined, other: Origin | undefined): Origin | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const weaker = ORIGIN_KINDS.indexOf(one.from) > ORIGIN_KINDS.indexOf(other.from) ? one : other;
  const text = one.text === other.text ? one.text : `${one.text} and ${other.text}`;
  return { ...weaker, text };
}

/** Fields a task assumes a value for when nobody states one. */
export const TASK_ASSUMED_FIELDS = [
  "workload.requestsPerMonth",
  "workload.inputTokens",
  "workload.outputTokens",
  "workload.images",
];

/**
 * The workload with every default filled in. Images come from the task only when no source states any; an empty
 * list states that there are none.
 * @throws Failure (usage) when more input tokens are cached, read or written, than there are
 */
export function resolveWorkload(merged: Merged, mix: TaskMix): NeedWorkload {
  const stated = merged.document.workload ?? {};
  const workload: NeedWorkload = {
    requestsPerMonth: stated.requestsPerMonth ?? mix.workload.requestsPerMonth,
    inputTokens: spreadOf(stated.inputTokens ?? mix.workload.inputTokens),
    outputTokens: spreadOf(stated.outputTokens ?? mix.workload.outputTokens),
    cachedInputTokens: stated.cachedInputTokens ?? 0,
    images: stated.images ?? mix.workload.images,
    webSearches: stated.webSearches ?? 0,
    fileSearches: stated.fileSearches ?? 0,
    trainingTokens: stated.trainingTokens ?? 0,
    epochs: stated.epochs ?? 1,
    serviceTier: stated.serviceTier ?? "standard",
    fineTuned: stated.fineTuned ?? false,
  };
  if (stated.cacheWriteTokens !== undefined) workload.cacheWriteTokens = stated.cacheWriteTokens;
  if (stated.cachedAsBilled === true) workload.cachedAsBilled = true;
  checkCached(merged, workload);
  return workload;
}

function spreadOf(count: TokenCount): TokenSpread {
  if (typeof count === "number") return { mean: count, p50: count, max: count };
  const { mean, p50 = mean, p95 = 0, max } = count;
  // Without a maximum the largest stated figure stands in: limits are tested against what is known to occur.
  return { mean, p50, max: max ?? Math.max(mean, p50, p95) };
}

function checkCached(merged: Merged, workload: NeedWorkload): void {
  const { cachedInputTokens, cacheWriteTokens = 0, inputTokens } = workload;
  if (cachedInputTokens === 0 && cacheWriteTokens === 0) return;
  if (exact(cachedInputTokens).plus(cacheWriteTokens).lte(inputTokens.mean)) return;
  const inputIsStated = merged.document.workload?.inputTokens !== undefined;
  const parts = [
    ...(cachedInputTokens > 0 ? [`${cachedInputTokens} cached tokens`] : []),
    ...(cacheWriteTokens > 0 ? [`${cacheWriteTokens} written to the cache`] : []),
  ];
  const fields = [
    ...(cachedInputTokens > 0 ? ["workload.cachedInputTokens"] : []),
    ...(cacheWriteTokens > 0 ? ["workload.cacheWriteTokens"] : []),
    ...(inputIsStated ? ["workload.inputTokens"] : []),
  ];
  throw usageFailure(
    `${parts.join(" and ")} are more than the ${inputTokens.mean} input tokens` +
      (inputIsStated ? "" : " the task assumes"),
    fields.map((field) => placeOf(merged, field)).join(" and "),
    inputIsStated ? "cached tokens are a part of the input tokens" : "state --input-tokens",
  );
}
