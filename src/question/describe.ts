/** Normalised requirements: a resolved need as a document again, and what of it was assumed. */
import type {
  Need,
  NeedWorkload,
  TokenSpread,
  Weighting,
  Assumption,
  Origin,
} from "../decision/need.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Requirements, TokenCount } from "../schema/requirements.ts";
import { CRITERIA, type Criterion, REQUEST_EXTRAS } from "../schema/vocabulary.ts";

/**
 * The normalised requirements. Given back to the program on the same day they mean the same need, except for what
 * depends on who said it: origins, assumptions, and the weights' concentration.
 */
export const normalisedRequirements = memoizeByObject((need: Need): Requirements => {
  const { budget, latency, weighting, rateLimits } = need;
  const toFirstSentence = latency.measure === "first-sentence";
  return {
    ...(need.useCase === null ? {} : { useCase: need.useCase }),
    task: taskOf(need),
    complexity: need.complexity,
    budget: budget.word ?? budget.usdPerMonth,
    latency: latency.word ?? { maxSeconds: latency.targetSeconds, measure: latency.measure },
    quality: need.quality.word,
    stream: toFirstSentence,
    workload: workloadOf(need.workload),
    limits: need.limits,
    needs: need.needs,
    ...(need.effort === null ? {} : { effort: need.effort }),
    ...(rateLimits.usageTier === null ? {} : { rateLimits: rateLimitsOf(need) }),
    minBenchmarks: need.minBenchmarks,
    ...(need.availableUntil === null ? {} : { availableUntil: need.availableUntil }),
    asOf: need.asOf,
    ...(weighting.mode === "explicit" ? { weights: weighting.importance } : {}),
    ...(weighting.mode === "priority" ? { priority: orderOf(weighting) } : {}),
    ...(need.models === null ? {} : { models: need.models }),
    exclude: need.exclude,
    includeSuccessors: need.includeSuccessors,
  };
});

function taskOf({ tasks }: Need): string | Record<string, number> {
  const [only, ...others] = tasks;
  if (only !== undefined && others.length === 0) return only.id;
  return Object.fromEntries(tasks.map(({ id, share }) => [id, share]));
}

function workloadOf(workload: NeedWorkload): NonNullable<Requirements["workload"]> {
  const { trainingTokens, epochs, ...rest } = workload;
  return {
    ...rest,
    inputTokens: tokenCountOf(rest.inputTokens),
    outputTokens: tokenCountOf(rest.outputTokens),
    trainingTokens,
    ...(trainingTokens > 0 ? { epochs } : {}),
  };
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
/** Assumptions that change an answer, most telling first. */
const SHOWN_FIELDS = [
  "workload.requestsPerMonth",
  "workload.inputTokens",
  "workload.outputTokens",
  "workload.images",
  "workload.cachedInputTokens",
  "workload.cacheWriteTokens",
  ...EXTRAS,
  "workload.trainingTokens",
  "workload.epochs",
  "workload.serviceTier",
  "workload.fineTuned",
  "budget",
  "latency",
  "quality",
  "task",
  "complexity",
];

/** The assumptions of a need whose origins are known, with values as the requirements document writes them. */
export function assumptionsOf(need: Need): Assumption[] {
  const document = normalisedRequirements(need);
  return SHOWN_FIELDS.flatMap((field): Assumption[] => {
    const from = assumedFrom(need.origins[field]);
    if (from === null) return [];
    if (from === "default" && SILENT_DEFAULTS.includes(field)) return [];
    if (field === "workload.images" && need.workload.images.length === 0) return [];
    const value = valueAt(document, field);
    return value === undefined ? [] : [{ field, value, from }];
  });
}

const IN_WORKLOAD = "workload.";

function valueAt(document: Requirements, field: string): unknown {
  const [group, key]: [object, string] = field.startsWith(IN_WORKLOAD)
    ? [document.workload ?? {}, field.slice(IN_WORKLOAD.length)]
    : [document, field];
  return group[key as keyof typeof group];
}

function assumedFrom(origin: Origin | undefined): Assumption["from"] | null {
  const from = origin?.from;
  return from === "default" || from === "task" || from === "use-case" ? from : null;
}
