/** Requirements from every source → the need the engine decides for, hard limits included. */
import type { Need, Origin } from "../decision/need.ts";
import { usageFailure } from "../schema/failure.ts";
import type { HardLimits } from "../schema/requirements.ts";
import type { IsoDate } from "../schema/scalars.ts";
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
  checkDay(asOf, placeOf(merged, "asOf"));
  if (availableUntil === null) return { asOf, availableUntil };
  const where = placeOf(merged, "availableUntil");
  checkDay(availableUntil, where);
  if (availableUntil < asOf) {
    const message = `${availableUntil} is before the day of the decision, ${asOf}`;
    throw usageFailure(message, where, "give a later day, or an earlier --as-of");
  }
  return { asOf, availableUntil };
}

/** @throws Failure (usage) for a day before the first model, or further ahead than anybody plans */
export function checkDay(date: IsoDate, where: string): void {
  if (date >= EARLIEST && date <= LATEST) return;
  throw usageFailure(`${date} is out of range`, where, `from ${EARLIEST} to ${LATEST}`);
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
  const limits = resolveLimits(merged);
  const origins = Object.assign(defaultOrigins(merged), merged.origins, limits.origins);
  const features = resolveFeatures(merged, workload, origins);
  Object.assign(origins, features.origins);

  const need: Need = {
    ...dates,
    tasks: mix.tasks,
    complexity,
    benchmarks: mix.benchmarksAt(complexity),
    usualRequestsPerMonth: mix.workload.requestsPerMonth,
    budget: anchors.budget,
    latency: anchors.latency,
    quality: anchors.quality,
    weighting: resolveWeighting(merged, anchors.importance, catalog.levels),
    workload,
    limits: limits.limits,
    needs: features.needs,
    effort: document.effort ?? null,
    rateLimits: {
      usageTier: document.rateLimits?.usageTier ?? null,
      peakRequestsPerMinute: document.rateLimits?.peakRequestsPerMinute ?? null,
    },
    minBenchmarks: inOrder(document.minBenchmarks ?? {}),
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
  const useCase = findUseCase(catalog, id, naming.originOf(["useCase"]));
  return mergeLayers([useCaseLayer(useCase), ...layers]);
}

function defaultOrigins(merged: Merged): Record<string, Origin> {
  const assumed: Origin = { from: "default", text: "default" };
  const { task } = merged.document;
  const names = typeof task === "string" ? task : Object.keys(task ?? {}).join(", ");
  const ofTask: Origin =
    task === undefined
      ? { from: "default", text: `default task ${DEFAULT_TASK}` }
      : { from: "task", text: `task ${names}` };
  return Object.fromEntries([
    ...DEFAULTED_FIELDS.map((field) => [field, assumed]),
    ...TASK_ASSUMED_FIELDS.map((field) => [`workload.${field}`, ofTask]),
    ...((merged.document.workload?.trainingTokens ?? 0) > 0 ? [["workload.epochs", assumed]] : []),
    ["complexity", ofTask],
  ]);
}

/** By name: the order in which a document holds its fields says nothing. */
function inOrder(floors: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

interface Limit {
  value: number;
  origin: Origin | undefined;
}

/**
 * The limits and where each came from. Where an amount and a limit both speak, both hold: the smaller one limits.
 */
export function resolveLimits(merged: Merged): {
  limits: HardLimits;
  origins: Record<string, Origin>;
} {
  const { document, origins } = merged;
  const { budget, latency, limits = {} } = document;
  const resolved = new Map<string, Limit>();
  const hold = (limit: string, value: number | undefined, path: string) => {
    const held = resolved.get(limit);
    if (value === undefined || (held !== undefined && held.value <= value)) return;
    resolved.set(limit, { value, origin: origins[path] });
  };
  for (const [limit, value] of Object.entries(limits)) hold(limit, value, `limits.${limit}`);
  if (typeof budget === "number") hold("usdPerMonth", budget, "budget");
  if (typeof latency === "object") hold("waitSeconds", latency.maxSeconds, "latency");

  const entries = [...resolved];
  return {
    limits: Object.fromEntries(entries.map(([limit, { value }]) => [limit, value])),
    origins: Object.fromEntries(
      entries.flatMap(([limit, { origin }]) =>
        origin === undefined ? [] : [[`limits.${limit}`, origin]],
      ),
    ),
  };
}
