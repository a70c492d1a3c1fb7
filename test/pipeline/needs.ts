/** Requirements documents as people write them, and the whole way from one to the answer. */
import fc from "fast-check";
import { type Decision, decide } from "../../src/decision/decision.ts";
import { type FactSheets, openFactSheets } from "../../src/facts/fact-sheets.ts";
import type { Need } from "../../src/decision/need.ts";
import { type Answer, recommend } from "../../src/answers/recommendation/recommend.ts";
import {
  flagLayer,
  type Layer,
  normalisedRequirements,
  type RequirementFlags,
  resolveNeed,
} from "../../src/question/index.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { Failure } from "../../src/schema/failure.ts";
import { requirements, type Requirements } from "../../src/schema/requirements.ts";
import {
  BUDGET_LEVELS,
  COMPLEXITIES,
  CRITERIA,
  FEATURES,
  LATENCY_LEVELS,
  QUALITY_LEVELS,
  SERVICE_TIERS,
  WAIT_MEASURES,
} from "../../src/schema/vocabulary.ts";
import { shipped } from "./catalogs.ts";

/** The day of the decision unless a document names one. */
export const DAY = "2026-11-22";

/** A document as one that was read from a file. */
export function layerOf(document: unknown): Layer {
  return {
    from: "file",
    document: requirements.parse(document),
    originOf: (path) => `requirements.json at ${path.join(".")}`,
  };
}

export function needOf(document: unknown, catalog: Catalog = shipped): Need {
  return resolveNeed([layerOf(document)], catalog, { asOf: DAY });
}

/** The need behind options as typed; files of images are not read here. */
export async function needOfFlags(flags: RequirementFlags, catalog = shipped): Promise<Need> {
  const tools = {
    daysPerMonth: catalog.levels.lifecycle.daysPerMonth,
    readImageSize: () => Promise.reject(new Error("no image file is read here")),
  };
  return resolveNeed([await flagLayer(flags, tools)], catalog, { asOf: DAY });
}

const opened = new WeakMap<Catalog, Map<string, FactSheets>>();

/** The facts of a catalog on a day, resolved once for all the questions asked of that very catalog. */
function sheetsOf(catalog: Catalog, asOf: string): FactSheets {
  const known = opened.get(catalog) ?? new Map<string, FactSheets>();
  opened.set(catalog, known);
  const sheets = known.get(asOf) ?? openFactSheets(catalog, asOf);
  known.set(asOf, sheets);
  return sheets;
}

export function decisionOf(need: Need, catalog: Catalog = shipped): Decision {
  return decide(need, sheetsOf(catalog, need.asOf));
}

/** Few draws: enough for the shape of the result, and quick. */
export const QUICK = { draws: 40, seed: 1 };

export function answerOf(
  need: Need,
  catalog: Catalog = shipped,
  sampling: { draws: number; seed: number } = QUICK,
): Answer {
  return recommend(need, sheetsOf(catalog, need.asOf), {
    sampling,
    requirements: () => normalisedRequirements(need),
    version: "0.0.0",
  });
}

/** The need, or null where the document contradicts itself: refused at the door, so no case for the engine. */
export function needOrNull(document: unknown, catalog: Catalog): Need | null {
  try {
    return needOf(document, catalog);
  } catch (error) {
    if (error instanceof Failure && error.kind === "usage") return null;
    throw error;
  }
}

const record = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [], noNullPrototype: true });

/** Figures over many orders of magnitude, small and large alike. */
const amount = (low: number, high: number) =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((power) => Number(Math.exp(power).toPrecision(3)));
const tokens = (low: number, high: number) => amount(low, high).map(Math.round);

const taskIds = shipped.tasks.map((task) => task.id);
const task = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...taskIds) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom(...taskIds), amount(0.1, 10), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
  },
);

const image = record({
  width: fc.integer({ min: 32, max: 4096 }),
  height: fc.integer({ min: 32, max: 4096 }),
  detail: fc.constantFrom("high", "low", "auto"),
  count: fc.integer({ min: 1, max: 4 }),
}).map((some) => ({ width: 1024, height: 1024, ...some }));

const workloadShape = {
  requestsPerMonth: amount(1, 1e8),
  inputTokens: tokens(1, 60_000),
  outputTokens: tokens(1, 8_000),
};

/** Wishes alone: words, weights and workload, without anything that could exclude a model. */
export const wishes: fc.Arbitrary<Requirements> = record({
  task,
  complexity: fc.constantFrom(...COMPLEXITIES),
  budget: fc.constantFrom(...BUDGET_LEVELS),
  latency: fc.constantFrom(...LATENCY_LEVELS),
  quality: fc.constantFrom(...QUALITY_LEVELS),
  stream: fc.boolean(),
  workload: record({ ...workloadShape, images: fc.array(image, { maxLength: 2 }) }),
  weights: record({
    cost: fc.integer({ min: 0, max: 9 }),
    latency: fc.integer({ min: 0, max: 9 }),
    quality: fc.integer({ min: 1, max: 9 }),
  }),
}).map(({ weights, ...document }) => {
  // Most people state no weights.
  const isWeighed = weights !== undefined && (weights.cost ?? 1) % 3 === 0;
  return requirements.parse(isWeighed ? { ...document, weights } : document);
});

/** What excludes models, each by itself. */
const limitShapes = {
  usdPerMonth: amount(0.1, 1e5),
  usdPerRequest: amount(1e-5, 1),
  waitSeconds: amount(0.3, 60),
  contextTokens: amount(1_000, 1e6),
  outputTokens: amount(100, 1e5),
};

/** Whole documents, hard limits and past or future days included. */
export const documents = record({
  useCase: fc.constantFrom(...shipped.useCases.map((useCase) => useCase.id)),
  task,
  complexity: fc.constantFrom(...COMPLEXITIES),
  budget: fc.oneof(fc.constantFrom(...BUDGET_LEVELS), amount(1, 1e5)),
  latency: fc.oneof(
    fc.constantFrom(...LATENCY_LEVELS),
    record({ measure: fc.constantFrom(...WAIT_MEASURES) }).chain((rest) =>
      amount(0.3, 60).map((maxSeconds) => ({ maxSeconds, ...rest })),
    ),
  ),
  quality: fc.constantFrom(...QUALITY_LEVELS),
  stream: fc.boolean(),
  workload: record({
    ...workloadShape,
    cachedInputTokens: fc.constantFrom(0, 500, 2_000),
    cacheWriteTokens: fc.constantFrom(0, 200),
    images: fc.array(image, { maxLength: 2 }),
    webSearches: fc.constantFrom(0, 1, 0.2),
    fileSearches: fc.constantFrom(0, 1),
    trainingTokens: fc.constantFrom(0, 1e6),
    serviceTier: fc.constantFrom(...SERVICE_TIERS),
    fineTuned: fc.boolean(),
  }),
  limits: record(limitShapes),
  needs: fc.subarray([...FEATURES], { maxLength: 2 }),
  rateLimits: record({ peakRequestsPerMinute: amount(1, 1e5) }).chain((rest) =>
    fc.integer({ min: 1, max: 5 }).map((usageTier) => ({ usageTier, ...rest })),
  ),
  minBenchmarks: record({
    mmlu: fc.integer({ min: 1, max: 99 }),
    gpqa: fc.integer({ min: 1, max: 99 }),
  }),
  availableUntil: fc.constantFrom("2026-12-31", "2027-06-30"),
  asOf: fc.constantFrom(
    "2024-06-01",
    "2024-08-20",
    "2025-06-01",
    "2026-10-01",
    DAY,
    "2027-01-14",
    "2028-01-01",
  ),
  weights: record({ cost: amount(0.1, 10), latency: amount(0.1, 10), quality: amount(0.1, 10) }),
  priority: fc.shuffledSubarray([...CRITERIA], { minLength: 1 }),
  models: fc.uniqueArray(
    fc.constantFrom(
      "gpt-4o",
      "gpt-4o-mini",
      "gpt-6-luna",
      "gpt-4o-2024-05-13",
      "gpt-4o-2024-11-20",
    ),
    { minLength: 1, maxLength: 3 },
  ),
  includeSuccessors: fc.boolean(),
})
  // Every part at once would exclude everything, every time: a few parts make a document.
  .chain((whole) => {
    const parts = Object.keys(whole);
    const maxLength = Math.min(parts.length, 6);
    return fc.subarray(parts, { maxLength }).map((kept) => pick(whole, kept));
  });

function pick(whole: object, kept: readonly string[]): Requirements {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => kept.includes(key)));
}

/** One hard requirement more, as a part of a document. */
export const constraint: fc.Arbitrary<Requirements> = fc.oneof(
  ...Object.entries(limitShapes).map(([limit, value]) =>
    value.map((least): Requirements => ({ limits: { [limit]: least } })),
  ),
  fc.constantFrom(...FEATURES).map((feature): Requirements => ({ needs: [feature] })),
  fc
    .integer({ min: 1, max: 99 })
    .map((score): Requirements => ({ minBenchmarks: { mmlu: score } })),
  fc.constantFrom("2026-12-31", "2027-06-30").map((day): Requirements => ({ availableUntil: day })),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), amount(1, 1e5))
    .map(([usageTier, peakRequestsPerMinute]): Requirements => ({
      rateLimits: { usageTier, peakRequestsPerMinute },
    })),
);

export function ids(ranking: readonly { id: string }[]): string[] {
  return ranking.map((model) => model.id);
}
