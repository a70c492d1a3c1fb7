/** Normalised requirements: a resolved need as a document again, and what of it was assumed. */
import type {
  Need,
  NeedWorkload,
  TokenSpread,
  Weighting,
  Assumption,
  Origin,
} from "../decision/need.ts";
import type { Requirements, TokenCount } from "../schema/requirements.ts";
import { CRITERIA, type Criterion, REQUEST_EXTRAS } from "../schema/vocabulary.ts";

/**
 * The normalised requirements. Given back to the program on the same day they mean the same need, except for what
 * depends on who said it: origins, assumptions, and the weights' concentration.
 */
export function normalisedRequirements(need: Need): Requirements {
  const { weighting, rateLimits } = need;
  // Set one by one: a literal that spreads what may be absent takes a hundred times as long.
  const document: Requirements = {};
  if (need.useCase !== null) document.useCase = need.useCase;
  document.task = taskOf(need);
  document.complexity = need.complexity;
  document.budget = budgetOf(need);
  document.latency = latencyOf(need);
  document.quality = need.quality.word;
  document.stream = need.latency.measure === "first-sentence";
  document.workload = workloadOf(need.workload);
  document.limits = need.limits;
  document.needs = need.needs;
  if (need.effort !== null) document.effort = need.effort;
  if (rateLimits.usageTier !== null) document.rateLimits = rateLimitsOf(need);
  document.minBenchmarks = need.minBenchmarks;
  if (need.availableUntil !== null) document.availableUntil = need.availableUntil;
  document.asOf = need.asOf;
  if (weighting.mode === "explicit") document.weights = weighting.importance;
  if (weighting.mode === "priority") document.priority = orderOf(weighting);
  if (need.models !== null) document.models = need.models;
  document.exclude = need.exclude;
  document.includeSuccessors = need.includeSuccessors;
  return document;
}

function budgetOf({ budget }: Need): NonNullable<Requirements["budget"]> {
  return budget.word ?? budget.usdPerMonth;
}

function latencyOf({ latency }: Need): NonNullable<Requirements["latency"]> {
  return latency.word ?? { maxSeconds: latency.targetSeconds, measure: latency.measure };
}

function taskOf({ tasks }: Need): string | Record<string, number> {
  const [only, ...others] = tasks;
  if (only !== undefined && others.length === 0) return only.id;
  return Object.fromEntries(tasks.map(({ id, share }) => [id, share]));
}

function workloadOf(workload: NeedWorkload): NonNullable<Requirements["workload"]> {
  const { cacheWriteTokens, cachedAsBilled, trainingTokens, epochs } = workload;
  const document: NonNullable<Requirements["workload"]> = {
    requestsPerMonth: workload.requestsPerMonth,
    inputTokens: tokenCountOf(workload.inputTokens),
    outputTokens: tokenCountOf(workload.outputTokens),
    cachedInputTokens: workload.cachedInputTokens,
  };
  if (cacheWriteTokens !== undefined) document.cacheWriteTokens = cacheWriteTokens;
  document.images = workload.images;
  for (const extra of REQUEST_EXTRAS) document[extra] = workload[extra];
  document.serviceTier = workload.serviceTier;
  document.fineTuned = workload.fineTuned;
  if (cachedAsBilled !== undefined) document.cachedAsBilled = cachedAsBilled;
  document.trainingTokens = trainingTokens;
  if (trainingTokens > 0) document.epochs = epochs;
  return document;
}

function tokenCountOf({ mean, p50, max }: TokenSpread): TokenCount {
  return mean === p50 && mean === max ? mean : { mean, p50, max };
}

function rateLimitsOf({ rateLimits }: Need): NonNullable<Requirements["rateLimits"]> {
  const { usageTier, peakRequestsPerMinute } = rateLimits;
  return {
    ...(usageTier === null ? {} : { usageTier }),
    ...(peakRequestsPerMinute === null ? {} : { peakRequestsPerMinute }),
  };
}

/** A partial order shows in its weights: what it left out shares the last place. */
function orderOf({ priority, weights }: Weighting): Criterion[] {
  if (priority !== null) return priority;
  const least = Math.min(...CRITERIA.map((criterion) => weights[criterion]));
  return CRITERIA.filter((criterion) => weights[criterion] > least);
}

// Assumptions: what was decided without the user saying so, in the order in which it is shown.

const EXTRAS = REQUEST_EXTRAS.map((extra) => `workload.${extra}`);

/** Nothing is the natural meaning of not naming these: they are assumptions only when a use case sets them. */
export const SILENT_DEFAULTS = [
  "workload.cachedInputTokens",
  ...EXTRAS,
  "workload.trainingTokens",
  "workload.serviceTier",
  "workload.fineTuned",
];
/**
 * Assumptions that change an answer, most telling first, each with its value as the requirements document writes it;
 * undefined where there is nothing to write.
 */
const SHOWN_FIELDS: [field: string, valueOf: (need: Need) => unknown][] = [
  ["workload.requestsPerMonth", ({ workload }) => workload.requestsPerMonth],
  ["workload.inputTokens", ({ workload }) => tokenCountOf(workload.inputTokens)],
  ["workload.outputTokens", ({ workload }) => tokenCountOf(workload.outputTokens)],
  ["workload.images", ({ workload: { images } }) => (images.length > 0 ? images : undefined)],
  ["workload.cachedInputTokens", ({ workload }) => workload.cachedInputTokens],
  ["workload.cacheWriteTokens", ({ workload }) => workload.cacheWriteTokens],
  ...REQUEST_EXTRAS.map((extra): [string, (need: Need) => unknown] => [
    `workload.${extra}`,
    ({ workload }) => workload[extra],
  ]),
  ["workload.trainingTokens", ({ workload }) => workload.trainingTokens],
  ["workload.epochs", ({ workload }) => workload.epochs],
  ["workload.serviceTier", ({ workload }) => workload.serviceTier],
  ["workload.fineTuned", ({ workload }) => workload.fineTuned],
  ["budget", budgetOf],
  ["latency", latencyOf],
  ["quality", ({ quality }) => quality.word],
  ["task", taskOf],
  ["complexity", ({ complexity }) => complexity],
];

/** The assumptions of a need whose origins are known. */
export function assumptionsOf(need: Need): Assumption[] {
  const assumptions: Assumption[] = [];
  for (const [field, valueOf] of SHOWN_FIELDS) {
    const from = assumedFrom(need.origins[field]);
    if (from === null || (from === "default" && SILENT_DEFAULTS.includes(field))) continue;
    const value = valueOf(need);
    if (value !== undefined) assumptions.push({ field, value, from });
  }
  return assumptions;
}

function assumedFrom(origin: Origin | undefined): Assumption["from"] | null {
  const from = origin?.from;
  return from === "default" || from === "task" || from === "use-case" ? from : null;
}
