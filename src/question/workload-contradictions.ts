/** Workload figures that cannot hold together: spreads, tiers, rates and training. */
import { usageFailure } from "../schema/failure.ts";
import type { TokenCount } from "../schema/requirements.ts";
import { type Merged, placeOf, placesOf } from "./merge.ts";

type Check = (merged: Merged) => void;

/** Results of a Batch job are promised within a day: https://platform.openai.com/docs/guides/batch */
const BATCH_HOURS = 24;
const SECONDS_PER_HOUR = 3600;

export const batchTierAndSpeed: Check = (merged) => {
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

export const tokenSpreads: Check = (merged) => {
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

export const peakWithoutTier: Check = (merged) => {
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

export const epochsWithoutTraining: Check = (merged) => {
  const { epochs, trainingTokens = 0 } = merged.document.workload ?? {};
  if (epochs === undefined || trainingTokens > 0) return;
  const where = placeOf(merged, "workload.epochs");
  throw usageFailure("epochs without training tokens", where, "add --training-tokens");
};
