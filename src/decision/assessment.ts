/** Candidates of a day, and everything known of one for one need before anything is decided. */
import { type Candidate, candidateOf, findCandidate } from "../facts/candidate.ts";
import type { Fact, NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { type FactSheets, type LifecycleFacts, lifecycleFacts } from "../facts/fact-sheets.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Benchmark } from "../schema/descriptions.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { AskedTier, Feature, UsageTier } from "../schema/vocabulary.ts";
import { imageTokenFacts } from "./billed-input.ts";
import {
  type CostEstimate,
  estimateCost,
  type Unpriced,
  outputMultipleOf,
  type ReasoningChoice,
} from "./cost.ts";
import type { Need } from "./need.ts";
import { ownResultOf, type TaskQuality, withOwnResult } from "./own-results.ts";
import { type BenchmarkFact, benchmarkFact, estimateQuality } from "./quality.ts";
import { estimateWait, type WaitEstimate } from "./wait.ts";

export interface LimitFacts {
  context: NumericFact;
  input: NumericFact;
  output: NumericFact;
}

export interface RateLimitFacts {
  requestsPerMinute: NumericFact;
  requestsPerDay: NumericFact;
  tokensPerMinute: NumericFact;
  batchQueueTokens: NumericFact;
}

export interface Assessment {
  candidate: Candidate;
  sheet: FactSheet;
  reasoning: ReasoningChoice | null;
  cost: CostEstimate | Unpriced;
  wait: WaitEstimate;
  quality: TaskQuality;
  lifecycle: LifecycleFacts;
  limits: LimitFacts;
  /** Image tokens of a request that are known to fill the context window. */
  imageTokensInContext: number;
  /** Image tokens of a request as billed. */
  imageTokensBilled: number;
  /** Days a month counts where days matter. */
  daysPerMonth: number;
  features: (feature: Feature) => Fact<boolean>;
  benchmark: (id: string) => BenchmarkFact;
  rateLimit: (usageTier: AskedTier) => RateLimitFacts;
}

export function assess(candidate: Candidate, need: Need, sheets: FactSheets): Assessment {
  const sheet = sheets.of(candidate, need.effort);
  const { levels } = sheets.catalog;
  const reasoning = outputMultipleOf(sheet, levels);
  const outputMultiple = reasoning?.multiple.point ?? 1;
  const cost = estimateCost(sheet, need.workload, {
    outputMultiple,
    ruleOf: (id) => {
      const other = sheets.find(id);
      return other === null ? null : imageTokenFacts(other);
    },
  });
  const billed =
    "images" in cost
      ? cost.images.reduce((sum, image) => sum + (image.tokensEach ?? 0) * image.count, 0)
      : 0;
  const { imagesFillContext, facts } = sheet.group("assessed", () => lastingFacts(sheet, sheets));
  return {
    candidate,
    sheet,
    reasoning,
    cost,
    wait: estimateWait(sheet, need.workload, need.latency.measure, outputMultiple, levels),
    quality: withOwnResult(
      estimateQuality(sheet, need.benchmarks, sheets.benchmarks, levels),
      ownResultOf(sheet, need, reasoning?.effort ?? null),
      need.quality.barLogits,
      levels,
    ),
    imageTokensInContext: imagesFillContext ? billed : 0,
    imageTokensBilled: billed,
    // One by one: a model is assessed often, and spread objects are made slowly.
    lifecycle: facts.lifecycle,
    limits: facts.limits,
    daysPerMonth: facts.daysPerMonth,
    features: facts.features,
    benchmark: facts.benchmark,
    rateLimit: facts.rateLimit,
  };
}

/** What is the same whatever is asked for. */
function lastingFacts(sheet: FactSheet, sheets: FactSheets) {
  const counted = sheet.plain("imageTokens.countTowardsContext");
  return {
    imagesFillContext: counted.value === true,
    facts: {
      lifecycle: lifecycleFacts(sheet),
      limits: {
        context: sheet.numeric("limits.contextTokens"),
        input: sheet.numeric("limits.maxInputTokens"),
        output: sheet.numeric("limits.maxOutputTokens"),
      },
      daysPerMonth: sheets.catalog.levels.lifecycle.daysPerMonth,
      features: (feature: Feature) => sheet.plain(`features.${feature}`),
      benchmark: (id: string) =>
        benchmarkFact(sheet, knownBenchmark(sheets, id), sheets.catalog.levels),
      rateLimit: (usageTier: AskedTier) => rateLimitFacts(sheet, usageTier),
    },
  };
}

function knownBenchmark(sheets: FactSheets, id: string): Benchmark {
  const benchmark = sheets.benchmarks.get(id);
  if (benchmark === undefined) throw new RangeError(`unknown benchmark ${id}`);
  return benchmark;
}

function rateLimitFacts(sheet: FactSheet, usageTier: AskedTier): RateLimitFacts {
  const key = String(usageTier) as UsageTier;
  const path = `rateLimits.${key}` as const;
  return {
    requestsPerMinute: sheet.numeric(`${path}.requestsPerMinute`),
    requestsPerDay: sheet.numeric(`${path}.requestsPerDay`),
    tokensPerMinute: sheet.numeric(`${path}.tokensPerMinute`),
    batchQueueTokens: sheet.numeric(`${path}.batchQueueTokens`),
  };
}

// The candidates of a day: the models asked for, or those the catalog has and that are served.

/** The models asked for or, failing that, those a day's question is about. Sorted by id. */
export function candidatesOf(need: Need, sheets: FactSheets): Candidate[] {
  const candidates =
    need.models === null
      ? candidatesOnTheDay(need, sheets)
      : need.models.flatMap((id) => findCandidate(sheets.catalog, id, need.asOf) ?? []);
  return candidates
    .filter(({ id }) => !need.exclude.includes(id))
    .toSorted((one, two) => (one.id < two.id ? -1 : one.id > two.id ? 1 : 0));
}

/** Every model of the catalog, as its plain id means it on the day. */
const modelsOfDay = memoizeByObject(({ catalog, asOf }: FactSheets) =>
  catalog.models.map((model) => candidateOf(model, asOf)),
);

/** Those of them that are released, and not shut down, on the day. */
export const servedModels = memoizeByObject((sheets: FactSheets) =>
  modelsOfDay(sheets).filter((each) => each.snapshot !== null && !hasEnded(each, sheets)),
);

/**
 * The candidates of the catalog. Once the last of them is shut down, or where successors are asked for, every other
 * model that is served on the day too: a role says what a model was meant as, not whether it can be used.
 */
function candidatesOnTheDay({ includeSuccessors }: Need, sheets: FactSheets): readonly Candidate[] {
  const candidates = meantAsCandidates(sheets);
  return includeSuccessors || candidates.every((each) => hasEnded(each, sheets))
    ? candidatesAndServed(sheets)
    : candidates;
}

const meantAsCandidates = memoizeByObject((sheets: FactSheets) =>
  modelsOfDay(sheets).filter(({ model }) => model.role === "candidate"),
);

const candidatesAndServed = memoizeByObject((sheets: FactSheets) => {
  const served = new Set(servedModels(sheets));
  return modelsOfDay(sheets).filter((each) => each.model.role === "candidate" || served.has(each));
});

/** The announced end of service; null where none is. */
export function endOf(candidate: Candidate, sheets: FactSheets): IsoDate | null {
  return lifecycleFacts(sheets.of(candidate)).shutdown.value;
}

/** Shut down before the day of the decision. */
export function hasEnded(candidate: Candidate, sheets: FactSheets): boolean {
  const end = endOf(candidate, sheets);
  return end !== null && end < sheets.asOf;
}
