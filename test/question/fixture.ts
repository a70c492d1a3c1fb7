/** A small catalog with invented figures, so that no test depends on the shipped data. */
import type { Need } from "../../src/decision/need.ts";
import { documentLayer } from "../../src/question/document-layer.ts";
import {
  flagLayer,
  type Layer,
  type RequirementFlags,
  resolveNeed,
} from "../../src/question/index.ts";
import { REQUIREMENT_ENTRIES } from "../../src/question/options/index.ts";
import type { RequirementCatalog } from "../../src/question/references.ts";
import type { Task } from "../../src/schema/descriptions.ts";
import { parseDocument } from "../../src/schema/document.ts";
import type { Levels } from "../../src/schema/levels.ts";
import type { Model } from "../../src/schema/model.ts";
import type { Requirements, UseCase } from "../../src/schema/requirements.ts";

const because = "a fixture";

export const levels: Levels = {
  version: "fixture@1",
  budget: {
    default: "medium",
    levels: {
      low: { usdPerMonth: 20, importance: 4, because },
      medium: { usdPerMonth: 300, importance: 2, because },
      high: { usdPerMonth: 4000, importance: 1, because },
      unlimited: { usdPerMonth: "unbounded", importance: 0, because },
    },
    amountImportance: 3,
    usualMonthAnchorUsd: 300,
    smallBillShare: 0.1,
  },
  latency: {
    default: "standard",
    levels: {
      realtime: { targetSeconds: 2, measure: "first-sentence", importance: 4, because },
      interactive: { targetSeconds: 4, measure: "first-sentence", importance: 2, because },
      standard: { targetSeconds: 12, measure: "full-answer", importance: 1, because },
      batch: { targetSeconds: "unbounded", measure: "full-answer", importance: 0, because },
    },
    secondsImportance: [
      { upToSeconds: 2, importance: 5 },
      { upToSeconds: 30, importance: 3 },
      { upToSeconds: "unbounded", importance: 0 },
    ],
    zeroAtMultiple: 4,
    firstSentenceTokens: 10,
  },
  quality: {
    default: "standard",
    levels: {
      basic: { step: 0, importance: 1, because },
      standard: { step: 1, importance: 2, because },
      high: { step: 2, importance: 4, because },
      critical: { step: 3, importance: 8, because },
    },
    complexitySteps: { routine: 0, moderate: 1, complex: 3 },
    barBase: 0.5,
    barPerStep: 0.25,
    logitsToZero: 2,
    accuracyClip: { low: 0.01, high: 0.99 },
    transferSd: { standard: 0.2, reasoning: 0.4 },
    thinEvidenceFactor: 2,
    thinEvidenceBelowShare: 0.5,
    siblingWideningLogits: 0.1,
    ownTestsAtLeast: 30,
    ownDriftSd: 0.1,
    itemsWhenUnknown: 50,
    taskShare: 0.5,
    profiles: { routine: { sums: 1 }, moderate: { quiz: 1 }, complex: { programs: 1 } },
    eloAnchor: 1000,
    eloPerDecade: 400,
  },
  weights: {
    concentrationBase: 6,
    concentrationPerStatement: 4,
    concentrationExplicit: 70,
    useCaseStatement: 0.5,
  },
  evidence: {
    freshDays: {
      price: { own: 1, vendor: 1, independent: 1, secondary: 1 },
      limit: { own: 1, vendor: 1, independent: 1, secondary: 1 },
      lifecycle: { own: 1, vendor: 1, independent: 1, secondary: 1 },
      latency: { own: 1, vendor: 1, independent: 1, secondary: 1 },
      benchmark: { own: 1, vendor: 1, independent: 1, secondary: 1 },
    },
    order: { contract: ["own"], empirical: ["own"] },
    disputedRelative: { price: 0.1, latency: 0.1 },
    disputedStandardErrors: 2,
    singleSourceLatencyWidening: 0.1,
    speedWindowDays: 100,
    priors: {
      abilityLogits: {
        standard: { point: 0, low: -1, high: 1, because: "a guess" },
        reasoning: { point: 0, low: -1, high: 1, because: "a guess" },
      },
      timeToFirstTokenSeconds: { point: 1, low: 0.5, high: 2 },
      outputTokensPerSecond: { point: 50, low: 25, high: 100 },
      reasoningOutputMultiple: {
        byEffort: {},
        otherwise: { point: 2, low: 1, high: 4, because: "a guess" },
      },
    },
  },
  decision: { nearTieMargin: 0.1, tieEpsilon: 1e-9, tightContextFactor: 1.5, routingMargin: 0.1 },
  sampling: { draws: 10, seed: 1, modelsAtMost: 5 },
  confidence: {
    high: 0.9,
    moderate: 0.7,
    low: 0.5,
    calibration: {
      set: because,
      bands: {
        high: { cases: 4, right: 4 },
        moderate: { cases: 4, right: 3 },
        low: { cases: 4, right: 2 },
        "toss-up": { cases: 0, right: 0 },
      },
    },
    missingFactFlipProbability: 0.1,
    hingeProbability: 0.1,
  },
  lifecycle: { warnWithinDays: 10, staleCatalogDays: 10, youngPriceDays: 1, daysPerMonth: 30 },
  migration: {
    servedDaysAfterEnd: 365,
    plan: [{ daysBefore: 7, step: "switch", because: "a week is left" }],
  },
  caching: { worthwhileInputTokens: 1000 },
};

function task(given: Partial<Task> & Pick<Task, "id" | "complexity" | "workload">): Task {
  return {
    name: given.id,
    describes: given.id,
    complexityBecause: because,
    benchmarks: {},
    ...given,
  };
}

const tasks: Task[] = [
  task({
    id: "general",
    complexity: "moderate",
    benchmarks: { quiz: { relevance: 1, because } },
    workload: { requestsPerMonth: 1000, inputTokens: 500, outputTokens: 100, because },
  }),
  task({
    id: "coding",
    complexity: "complex",
    benchmarks: { programs: { relevance: 3, because }, quiz: { relevance: 1, because } },
    workload: { requestsPerMonth: 200, inputTokens: 2000, outputTokens: 600, because },
  }),
  task({
    id: "math",
    complexity: "routine",
    benchmarks: { sums: { relevance: 10, because } },
    workload: { requestsPerMonth: 600, inputTokens: 1000, outputTokens: 200, because },
  }),
  task({
    id: "vision",
    complexity: "moderate",
    benchmarks: { quiz: { relevance: 2, because } },
    workload: {
      requestsPerMonth: 400,
      inputTokens: 300,
      outputTokens: 50,
      images: [{ width: 640, height: 480, detail: "high", count: 2 }],
      because,
    },
  }),
  task({
    id: "voice",
    complexity: "routine",
    workload: { requestsPerMonth: 800, inputTokens: 100, outputTokens: 40, because },
  }),
];

function useCase(id: string, requirements: Requirements): UseCase {
  return { id, name: id, describes: id, because, requirements };
}

const useCases: UseCase[] = [
  useCase("helpdesk", {
    task: "general",
    budget: "low",
    latency: "interactive",
    quality: "standard",
    workload: { requestsPerMonth: 9000, inputTokens: 700 },
    needs: ["streaming"],
  }),
  useCase("nightly-labels", {
    task: "math",
    latency: "batch",
    workload: { serviceTier: "batch" },
    weights: { cost: 5, latency: 0, quality: 1 },
  }),
];

function model(id: string, snapshots: string[]): Model {
  return {
    id,
    name: id,
    provider: "fixture",
    role: "candidate",
    family: "standard",
    snapshots: snapshots.map((each) => ({ id: each, released: "2024-01-01" })),
  };
}

function benchmark(id: string, scale: "percent" | "elo") {
  return {
    id,
    name: id,
    measures: id,
    scale,
    chance: 0,
    difficulty: 0,
    linkedThrough: because,
    source: "fixture",
  };
}

export const catalog: RequirementCatalog = {
  models: [
    model("big", ["big-2024-01-01", "big-2024-06-01"]),
    model("small", ["small-2024-01-01"]),
  ],
  tasks,
  useCases,
  benchmarks: [
    benchmark("quiz", "percent"),
    benchmark("programs", "percent"),
    benchmark("sums", "percent"),
    benchmark("duel", "elo"),
  ],
  levels,
};

export const TODAY = "2026-01-15";

export const tools = {
  daysPerMonth: levels.lifecycle.daysPerMonth,
  readImageSize: async () => ({ width: 800, height: 600 }),
};

/** What the option parser makes of these words. */
export function flagsOf(options: readonly string[]): RequirementFlags {
  const flags: Record<string, string | string[] | true> = {};
  const words = [...options];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [name, option] = REQUIREMENT_ENTRIES.find(([, { flag }]) => flag === word) ?? [];
    if (name === undefined || option === undefined) throw new Error(`no option is called ${word}`);
    const earlier = flags[name];
    if (option.placeholder === undefined) flags[name] = true;
    else if (option.repeatable !== true) flags[name] = words.shift() ?? "";
    else flags[name] = [...(Array.isArray(earlier) ? earlier : []), words.shift() ?? ""];
  }
  return flags;
}

/** A document as a file called `my.yaml`. */
export async function fileLayer(text: string): Promise<Layer> {
  return documentLayer(await parseDocument(text, "my.yaml", "usage"), "file", "my.yaml");
}

/** The need of options alone. */
export async function needOfFlags(flags: RequirementFlags): Promise<Need> {
  return resolveNeed([await flagLayer(flags, tools)], catalog, { asOf: TODAY });
}

/** The need of a file alone, or of a file with options over it. */
export async function needOf(text: string, flags: RequirementFlags = {}): Promise<Need> {
  const layers = [await fileLayer(text), await flagLayer(flags, tools)];
  return resolveNeed(layers, catalog, { asOf: TODAY });
}

/** The one-line text of the failure a call ends in. */
export async function failureOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error && "line" in error) return String(error.line);
    throw error;
  }
  throw new Error("expected a failure, and there was none");
}

/** Shares that were divided again may differ in the last digit. */
export function closeTo(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
  }
  if (Array.isArray(value)) return value.map(closeTo);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closeTo(each)]));
}
