/** Requirements that cannot hold together, each refused with the places that say so. */
import { usageFailure } from "../schema/failure.ts";
import { type Merged, placeOf, placesOf } from "./merge.ts";
import { quoted } from "../typed/quoted.ts";
import { taskIds } from "./references.ts";
import type { RequirementCatalog } from "./requirement-catalog.ts";
import {
  batchTierAndSpeed,
  epochsWithoutTraining,
  peakWithoutTier,
  tokenSpreads,
} from "./workload-contradictions.ts";

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
  const where = placesOf(merged, "models", "exclude");
  for (const id of models) {
    if (exclude.includes(id)) {
      throw usageFailure(`${id} is asked for and excluded`, where, "drop one of the two");
    }
    const owner = catalog.models.find(({ snapshots }) => snapshots.some((each) => each.id === id));
    if (owner !== undefined && exclude.includes(owner.id)) {
      const message = `${id} is asked for, but ${owner.id}, whose snapshot it is, is excluded`;
      throw usageFailure(message, where, "drop one of the two");
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
    const where = placeOf(merged, `minBenchmarks.${id}`);
    if (floor < 0) throw usageFailure(`a least result of ${floor} is negative`, where);
    if (scale === "elo" || scale === undefined) continue;
    if (floor > 100) throw usageFailure(`${id} is a percentage; ${floor} is above 100`, where);
    if (floor > 0 && floor < 1) {
      const advice = `write ${Number((floor * 100).toPrecision(12))}`;
      throw usageFailure(`${id} is a percentage; ${floor} would be under one`, where, advice);
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

/** @throws Failure (usage) for the first contradiction, with both places */
export function checkContradictions(merged: Merged, catalog: RequirementCatalog): void {
  for (const check of Object.values(CONTRADICTIONS)) check(merged, catalog);
}
