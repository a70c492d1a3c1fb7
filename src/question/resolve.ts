/** Requirements from every source → the need the engine decides for, hard limits included. */
import type { Need, Origin } from "../decision/need.ts";
import { memoizeFew } from "../facts/memoize.ts";
import { usageFailure } from "../schema/failure.ts";
import type { HardLimits, Requirements } from "../schema/requirements.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { byName } from "../schema/texts.ts";
import { resolveAnchors, resolveWeighting } from "./anchors.ts";
import { checkContradictions } from "./contradictions.ts";
import { assumptionsOf, SILENT_DEFAULTS } from "./describe.ts";
import { type Layer, useCaseLayer, type Merged, mergeLayers, placeOf } from "./merge.ts";
import {
  checkReferences,
  findUseCase,
  DEFAULT_TASK,
  type RequirementCatalog,
} from "./references.ts";
import { mixTasks, resolveFeatures, resolveWorkload, TASK_ASSUMED_FIELDS } from "./workload.ts";

// The day of the decision and the day the model must be served until.

/** Before the first model of this kind, and further ahead than anybody plans: outside lies a typing error. */
const EARLIEST: IsoDate = "2020-01-01";
const LATEST: IsoDate = "2100-12-31";

/**
 * The two dates, checked.
 * @param today the day to decide on when none is stated
 * @throws Failure (usage) for a date out of range, or an end before the day of the decision
 */
export function decisionDates(
  merged: Merged,
  today: IsoDate,
): { asOf: IsoDate; availableUntil: IsoDate | null } {
  const { asOf = today, availableUntil = null } = merged.document;
  checkDay(asOf, () => placeOf(merged, "asOf"));
  if (availableUntil === null) return { asOf, availableUntil };
  const where = () => placeOf(merged, "availableUntil");
  checkDay(availableUntil, where);
  if (availableUntil < asOf) {
    const message = `${availableUntil} is before the day of the decision, ${asOf}`;
    throw usageFailure(message, where(), "give a later day, or an earlier --as-of");
  }
  return { asOf, availableUntil };
}

/** @throws Failure (usage) for a day before the first model, or further ahead than anybody plans */
export function checkDay(date: IsoDate, where: () => string): void {
  if (date >= EARLIEST && date <= LATEST) return;
  throw usageFailure(`${date} is out of range`, where(), `from ${EARLIEST} to ${LATEST}`);
}

export interface ResolveContext {
  /** The day to decide on when no source states one: today, UTC. */
  asOf: IsoDate;
}

/** Fields with a default of their own; what is assumed of a task is said of the task. */
const DEFAULTED_FIELDS = ["task", "budget", "latency", "quality", ...SILENT_DEFAULTS];

/**
 * Resolves document and flags, in rising order of authority, over the use case they name.
 * @throws Failure (usage) for unknown ids, contradictions and dates out of range
 */
export function resolveNeed(
  layers: readonly Layer[],
  catalog: RequirementCatalog,
  context: ResolveContext,
): Need {
  const merged = mergeRequirements(layers, catalog);
  checkReferences(merged, catalog);
  checkContradictions(merged, catalog);

  const { document } = merged;
  const dates = decisionDates(merged, context.asOf);
  const mix = mixTasks(document.task, catalog);
  const complexity = document.complexity ?? mix.complexity;
  const anchors = resolveAnchors(document, complexity, catalog.levels);
  const workload = resolveWorkload(merged, mix);
  const origins = Object.assign({ ...defaultOrigins(document) }, merged.origins);
  const limits = resolveLimits(document, origins);
  const needs = resolveFeatures(document, workload, origins);

  const need: Need = {
    asOf: dates.asOf,
    tasks: mix.tasks,
    complexity,
    benchmarks: mix.benchmarksAt(complexity),
    usualRequestsPerMonth: mix.workload.requestsPerMonth,
    budget: anchors.budget,
    latency: anchors.latency,
    quality: anchors.quality,
    weighting: resolveWeighting(merged, anchors.importance, catalog.levels),
    workload,
    limits,
    needs,
    effort: document.effort ?? null,
    rateLimits: {
      usageTier: document.rateLimits?.usageTier ?? null,
      peakRequestsPerMinute: document.rateLimits?.peakRequestsPerMinute ?? null,
    },
    minBenchmarks: inOrder(document.minBenchmarks ?? {}),
    availableUntil: dates.availableUntil,
    models: document.models?.toSorted() ?? null,
    exclude: (document.exclude ?? []).toSorted(),
    includeSuccessors: document.includeSuccessors ?? false,
    useCase: document.useCase ?? null,
    assumptions: [],
    origins,
  };
  need.assumptions = assumptionsOf(need);
  return need;
}

/** The layers with the use case they name underneath. @throws Failure (usage) when there is no such use case */
export function mergeRequirements(layers: readonly Layer[], catalog: RequirementCatalog): Merged {
  const naming = layers.findLast(({ document }) => document.useCase !== undefined);
  const id = naming?.document.useCase;
  if (naming === undefined || id === undefined) return mergeLayers(layers);
  const useCase = findUseCase(catalog, id, () => naming.originOf(["useCase"]));
  return mergeLayers([useCaseLayer(useCase), ...layers]);
}

function defaultOrigins({ task, workload }: Requirements): Readonly<Record<string, Origin>> {
  const names = typeof task === "string" ? task : Object.keys(task ?? {}).join(", ");
  const ofTask: Origin =
    task === undefined
      ? { from: "default", text: `default task ${DEFAULT_TASK}` }
      : { from: "task", text: `task ${names}` };
  const isTrained = (workload?.trainingTokens ?? 0) > 0;
  return originsOf(`${ofTask.text}${isTrained ? ", trained" : ""}`, () => {
    const assumed: Origin = { from: "default", text: "default" };
    return {
      ...byName(DEFAULTED_FIELDS, () => assumed),
      ...byName(TASK_ASSUMED_FIELDS, () => ofTask),
      ...(isTrained ? { "workload.epochs": assumed } : {}),
      complexity: ofTask,
    };
  });
}

/** Tasks and mixes of a batch are few. */
const originsOf = memoizeFew<Readonly<Record<string, Origin>>>(500);

/** By name: the order in which a document holds its fields says nothing. */
function inOrder(floors: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The limits. Where an amount and a limit both speak, both hold: the smaller one limits.
 * @param origins where every stated field came from; what set each limit is added, under `limits.<limit>`
 */
function resolveLimits(
  { budget, latency, limits = {} }: Requirements,
  origins: Record<string, Origin>,
): HardLimits {
  const held: Record<string, number> = {};
  const hold = (limit: string, value: number | undefined, path: string) => {
    const least = held[limit];
    if (value === undefined || (least !== undefined && least <= value)) return;
    held[limit] = value;
    const origin = origins[path];
    if (origin !== undefined) origins[`limits.${limit}`] = origin;
  };
  for (const [limit, value] of Object.entries(limits)) hold(limit, value, `limits.${limit}`);
  if (typeof budget === "number") hold("usdPerMonth", budget, "budget");
  if (typeof latency === "object") hold("waitSeconds", latency.maxSeconds, "latency");
  return held;
}
