/** Requirements that cannot hold together, each refused with the places that say so. */
import { usageFailure, quoted } from "../schema/failure.ts";
import type { TokenCount } from "../schema/requirements.ts";
import { type Merged, placeOf, placesOf } from "./merge.ts";
import { taskIds, type RequirementCatalog } from "./references.ts";

// Workload figures that cannot hold together: spreads, tiers, rates and training.

type WorkloadCheck = (merged: Merged) => void;

/** Results of a Batch job are promised within a day: https://platform.openai.com/docs/guides/batch */
const BATCH_HOURS = 24;
const SECONDS_PER_HOUR = 3600;

export const batchTierAndSpeed: WorkloadCheck = (merged) => {
  const { workload, latency, limits } = merged.document;
  if (workload?.serviceTier !== "batch") return;
  const promise = `a batch is answered within ${BATCH_HOURS} hours`;
  const advice = "--service-tier standard, or drop the wait";
  if (latency === "realtime" || latency === "interactive") {
    const where = placesOf(merged, "workload.serviceTier", "latency");
    throw usageFailure(`service tier batch cannot be ${latency}: ${promise}`, where, advice);
  }
  const waits = [
    ["latency", typeof latency === "object" ? latency.maxSeconds : undefined],
    ["limits.waitSeconds", limits?.waitSeconds],
  ] as const;
  for (const [path, seconds] of waits) {
    if (seconds === undefined || seconds >= BATCH_HOURS * SECONDS_PER_HOUR) continue;
    const where = placesOf(merged, "workload.serviceTier", path);
    throw usageFailure(`service tier batch cannot keep a wait limit: ${promise}`, where, advice);
  }
};

export const tokenSpreads: WorkloadCheck = (merged) => {
  for (const field of ["inputTokens", "outputTokens"] as const) {
    const fault = spreadFault(merged.document.workload?.[field]);
    if (fault === undefined) continue;
    throw usageFailure(`${field}: ${fault}`, placeOf(merged, `workload.${field}`));
  }
};

function spreadFault(count: TokenCount | undefined): string | undefined {
  if (count === undefined || typeof count === "number") return undefined;
  const { mean, p50, p95, max } = count;
  if (max !== undefined && max < mean) return `max ${max} is below the mean ${mean}`;
  if (max !== undefined && p95 !== undefined && p95 > max) return `p95 ${p95} is above max ${max}`;
  if (max !== undefined && p50 !== undefined && p50 > max) return `p50 ${p50} is above max ${max}`;
  if (p95 !== undefined && p50 !== undefined && p50 > p95) return `p50 ${p50} is above p95 ${p95}`;
  return undefined;
}

export const peakWithoutTier: WorkloadCheck = (merged) => {
  const { usageTier, peakRequestsPerMinute } = merged.document.rateLimits ?? {};
  if (peakRequestsPerMinute === undefined || usageTier !== undefined) return;
  const where = placeOf(merged, "rateLimits.peakRequestsPerMinute");
  const advice = "add --usage-tier 1 to 5, or build, launch, grow";
  throw usageFailure(
    "a peak rate says nothing without the usage tier it has to fit",
    where,
    advice,
  );
};

export const epochsWithoutTraining: WorkloadCheck = (merged) => {
  const { epochs, trainingTokens = 0 } = merged.document.workload ?? {};
  if (epochs === undefined || trainingTokens > 0) return;
  const where = placeOf(merged, "workload.epochs");
  throw usageFailure("epochs without training tokens", where, "add --training-tokens");
};

type Check = (merged: Merged, catalog: RequirementCatalog) => void;

const repeatedEntries: Check = (merged) => {
  for (const field of ["needs", "models", "exclude", "priority"] as const) {
    const entries: readonly string[] = merged.document[field] ?? [];
    const twice = entries.find((entry, place) => entries.indexOf(entry) !== place);
    if (twice === undefined) continue;
    const where = placeOf(merged, field);
    throw usageFailure(`${quoted(twice)} is given twice`, where, "name each one once");
  }
};

const askedForAndExcluded: Check = (merged, catalog) => {
  const { models = [], exclude = [] } = merged.document;
  const refused = (message: string) =>
    usageFailure(message, placesOf(merged, "models", "exclude"), "drop one of the two");
  for (const id of models) {
    if (exclude.includes(id)) throw refused(`${id} is asked for and excluded`);
    const owner = catalog.models.find(({ snapshots }) => snapshots.some((each) => each.id === id));
    if (owner !== undefined && exclude.includes(owner.id)) {
      throw refused(`${id} is asked for, but ${owner.id}, whose snapshot it is, is excluded`);
    }
  }
};

const emptyTaskMix: Check = (merged) => {
  const { task } = merged.document;
  if (task === undefined || taskIds(task).length > 0) return;
  throw usageFailure(
    "the task mix is empty",
    placeOf(merged, "task"),
    "name a task or leave it out",
  );
};

const weightsAndPriority: Check = (merged) => {
  const [weight] = Object.keys(merged.document.weights ?? {});
  if (merged.document.priority === undefined || weight === undefined) return;
  throw usageFailure(
    "weights and a priority order are both given",
    placesOf(merged, `weights.${weight}`, "priority"),
    "numbers say more: keep the weights, or keep the order",
  );
};

const measures: Check = (merged) => {
  const { latency, stream } = merged.document;
  if (stream !== false || typeof latency !== "object" || latency.measure === "full-answer") return;
  const where = placesOf(merged, "latency", "stream");
  throw usageFailure("without a stream nobody sees the first sentence early", where, "drop one");
};

const benchmarkFloors: Check = (merged, catalog) => {
  for (const [id, floor] of Object.entries(merged.document.minBenchmarks ?? {})) {
    const scale = catalog.benchmarks.find((each) => each.id === id)?.scale;
    const refused = (message: string, advice?: string) =>
      usageFailure(message, placeOf(merged, `minBenchmarks.${id}`), advice);
    if (floor < 0) throw refused(`a least result of ${floor} is negative`);
    if (scale === "elo" || scale === undefined) continue;
    if (floor > 100) throw refused(`${id} is a percentage; ${floor} is above 100`);
    if (floor > 0 && floor < 1) {
      const advice = `write ${Number((floor * 100).toPrecision(12))}`;
      throw refused(`${id} is a percentage; ${floor} would be under one`, advice);
    }
  }
};

/** In the order in which they are looked for. */
export const CONTRADICTIONS = {
  repeatedEntries,
  askedForAndExcluded,
  emptyTaskMix,
  weightsAndPriority,
  batchTierAndSpeed,
  measures,
  tokenSpreads,
  peakWithoutTier,
  epochsWithoutTraining,
  benchmarkFloors,
} satisfies Record<string, Check>;

const CHECKS: readonly Check[] = Object.values(CONTRADICTIONS);

/** @throws Failure (usage) for the first contradiction, with both places */
export function checkContradictions(merged: Merged, catalog: RequirementCatalog): void {
  for (const check of CHECKS) check(merged, catalog);
}
