/** The workload: what was stated, completed by the task's usual month, and the features it needs. */
import {
  type NeedWorkload,
  type TokenSpread,
  type Origin,
  ORIGIN_KINDS,
} from "../decision/need.ts";
import { exact } from "../facts/money.ts";
import { usageFailure } from "../schema/failure.ts";
import type { TokenCount } from "../schema/requirements.ts";
import { byName, REQUEST_EXTRAS, FEATURES, type Feature } from "../schema/vocabulary.ts";
import { type Merged, placeOf } from "./merge.ts";
import type { TaskMix } from "./task-mix.ts";

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
 * Needed features in the vocabulary's order, each with its origin under `needs.<feature>`.
 * @param origins where every field of the workload came from
 */
export function resolveFeatures(
  merged: Merged,
  workload: NeedWorkload,
  origins: Readonly<Record<string, Origin>>,
): { needs: Feature[]; origins: Record<string, Origin> } {
  const found = new Map<Feature, Origin | undefined>();
  for (const feature of merged.document.needs ?? []) found.set(feature, origins["needs"]);
  for (const { feature, by, when } of IMPLIED) {
    if (!found.has(feature) && when(workload)) found.set(feature, origins[`workload.${by}`]);
  }
  // A model tuned on texts alone does not learn from the images it is to see.
  if (found.has("vision") && found.has("fine-tuning") && !found.has("vision-fine-tuning")) {
    found.set("vision-fine-tuning", together(found.get("vision"), found.get("fine-tuning")));
  }
  return {
    needs: FEATURES.filter((feature) => found.has(feature)),
    origins: Object.fromEntries(
      [...found].flatMap(([feature, origin]) =>
        origin === undefined ? [] : [[`needs.${feature}`, origin]],
      ),
    ),
  };
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
  "requestsPerMonth",
  "inputTokens",
  "outputTokens",
  "images",
] as const;

/**
 * The workload with every default filled in. Images come from the task only when no source states any; an empty
 * list states that there are none.
 * @throws Failure (usage) when more input tokens are cached, read or written, than there are
 */
export function resolveWorkload(merged: Merged, mix: TaskMix): NeedWorkload {
  const stated = merged.document.workload ?? {};
  const workload = {
    requestsPerMonth: stated.requestsPerMonth ?? mix.workload.requestsPerMonth,
    inputTokens: spreadOf(stated.inputTokens ?? mix.workload.inputTokens),
    outputTokens: spreadOf(stated.outputTokens ?? mix.workload.outputTokens),
    cachedInputTokens: stated.cachedInputTokens ?? 0,
    ...(stated.cacheWriteTokens === undefined ? {} : { cacheWriteTokens: stated.cacheWriteTokens }),
    images: stated.images ?? mix.workload.images,
    ...byName(REQUEST_EXTRAS, (extra) => stated[extra] ?? 0),
    trainingTokens: stated.trainingTokens ?? 0,
    epochs: stated.epochs ?? 1,
    serviceTier: stated.serviceTier ?? "standard",
    fineTuned: stated.fineTuned ?? false,
    ...(stated.cachedAsBilled === true ? ({ cachedAsBilled: true } as const) : {}),
  };
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
