/** From a need to the whole answer: decision, confidence, what would change it, and every source used. */
import { perCriterion } from "../../decision/alternative.ts";
import {
  type Confidence,
  confidenceOf,
  type SamplingChoice,
  factsOf,
  sourcesOf,
} from "../../decision/confidence.ts";
import { type Decision, decide, assessmentsOf } from "../../decision/decision.ts";
import { dominatedBy, paretoFront, scoreRange, winners } from "../../decision/dominance.ts";
import type { Need } from "../../decision/need.ts";
import { newestEvidence, evidenceOf, type NumericFact } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { lazy, memoizeByObject } from "../../facts/memoize.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { CRITERIA } from "../../schema/vocabulary.ts";
import { hintsOf } from "./hints.ts";
import {
  sourceNotes,
  flipEntries,
  hingeEntries,
  excludedEntry,
  rankedEntry,
} from "./record-entries.ts";
import type { RecommendationResult } from "./schema.ts";
import { splittingOf } from "./splitting.ts";
import { successorOf, successorOptions } from "./successor.ts";
import { pickOf } from "./summary.ts";
import { type ResultField, RESULT_FIELDS } from "./vocabulary.ts";
import { warningsOf } from "./warnings/index.ts";

export interface RecommendOptions extends RecordContext {
  sampling: SamplingChoice;
}

export interface Answer {
  decision: Decision;
  confidence: Confidence | null;
  /** Each field is worked out when it is first read: a screen shows half of them. */
  result: RecommendationResult;
}

/** Decides and explains. The same need, catalog and options give the same value to the last bit. */
export function recommend(need: Need, sheets: FactSheets, options: RecommendOptions): Answer {
  const decision = decide(need, sheets);
  const confidence = confidenceOf(decision, options.sampling);
  const result = lazyRecordOf(resultFields(decision, () => confidence, options));
  return { decision, confidence, result };
}

/** The same decision with no more of its record than these fields: what they do not need is not worked out. */
export function recommendInBrief(
  need: Need,
  sheets: FactSheets,
  options: RecommendOptions,
  fields: readonly ResultField[],
): Partial<RecommendationResult> {
  const decision = decide(need, sheets);
  const confidence = () => confidenceOf(decision, options.sampling);
  return recordOf(resultFields(decision, confidence, options), fields);
}

// The fields of a recommendation's record, each worked out only when it is asked for.

/** What a record repeats besides the decision. */
interface RecordContext {
  /** The normalised requirements, written down when they are asked for. */
  requirements: () => Requirements;
  /** Version of the program. */
  version: string;
}

type ResultFields = {
  readonly [Field in ResultField]: () => RecommendationResult[Field];
};

/** @param confidence called once at most, and only for the fields that state it */
function resultFields(
  decision: Decision,
  confidence: () => Confidence | null,
  { requirements, version }: RecordContext,
): ResultFields {
  const { need, sheets, eligible, ranking, excluded } = decision;
  const { catalog } = sheets;
  const { weights } = need.weighting;
  const sureness = lazy(confidence);
  const robust = lazy(() => winners(eligible, decision.valueFunctions, weights));
  const front = lazy(() => paretoFront(ranking));
  const dominators = lazy(() =>
    dominatedBy(ranking, front(), catalog.levels.sampling.modelsAtMost),
  );
  const successor = lazy(() => successorOf(decision));
  const hingesOn = lazy(() => hingeEntries(decision));
  const excludedModels = lazy(() => excluded.map((each) => excludedEntry(each, need)));
  return {
    asOf: () => need.asOf,
    program: () => ({ name: "pick-model", version }),
    catalog: () => ({
      digest: catalog.digest,
      models: idsOf(catalog),
      newestEvidence: newestEvidence(sheets),
      newestByKind: newestByCriterion(decision),
      constants: catalog.levels.version,
      overlaid: catalog.overlaid,
    }),
    requirements,
    assumptions: () => need.assumptions,
    recommendation: () => {
      const sure = sureness();
      return sure === null ? null : pickOf(decision, sure);
    },
    ranking: () =>
      ranking.map((model) =>
        rankedEntry(
          model,
          decision,
          sureness(),
          scoreRange(model, decision.valueFunctions, weights),
          dominators().get(model.id) ?? [],
        ),
      ),
    excluded: excludedModels,
    flips: () => flipEntries(decision),
    hingesOn,
    hints: () => hintsOf(decision, successor()),
    paretoFront: () => front().map((model) => model.id),
    necessarilyBest: () => robust().necessarilyBest,
    possiblyBest: () => robust().possiblyBest,
    splitting: () => splittingOf(decision),
    successor,
    successors: () => successorOptions(decision),
    warnings: () => warningsOf(decision),
    sources: () => sourceNotes(sourcesUsed(decision, excludedModels(), hingesOn()), sheets),
  };
}

const idsOf = memoizeByObject(({ models }: Catalog) => models.map(({ id }) => id).toSorted());

/** The record with all its fields, each worked out when it is first read. */
function lazyRecordOf(fields: ResultFields): RecommendationResult {
  const record = { schemaVersion: 1 } as RecommendationResult;
  for (const field of RESULT_FIELDS) {
    Object.defineProperty(record, field, { enumerable: true, get: lazy<unknown>(fields[field]) });
  }
  return record;
}

/** The record with the fields wanted, in the record's own order. */
function recordOf(
  fields: ResultFields,
  wanted: readonly ResultField[],
): Partial<RecommendationResult> {
  const record: Record<string, unknown> = { schemaVersion: 1 };
  for (const field of RESULT_FIELDS) if (wanted.includes(field)) record[field] = fields[field]();
  return record;
}

/** Ids of the sources behind a decision and behind what is said of it. */
function sourcesUsed(
  decision: Decision,
  excluded: RecommendationResult["excluded"],
  hingesOn: RecommendationResult["hingesOn"],
): Set<string> {
  const used = new Set<string>();
  const add = (id: string) => used.add(id);
  for (const model of decision.ranking) {
    for (const criterion of CRITERIA) sourcesOf(model, criterion).forEach(add);
  }
  for (const { reasons } of excluded) reasons.forEach(({ evidence }) => evidence.forEach(add));
  for (const { claims } of hingesOn) claims.forEach(({ source }) => add(source));
  for (const { lifecycle } of assessmentsOf(decision)) {
    evidenceOf([lifecycle.shutdown, lifecycle.replacement]).forEach(add);
  }
  return used;
}

/** The newest day among the facts each criterion rests on. */
function newestByCriterion({ ranking }: Decision): Record<string, string | null> {
  return perCriterion((criterion) => {
    let newest = "";
    for (const model of ranking) {
      const facts = factsOf(model, criterion);
      const day = criterion === "quality" ? newestOfResults(facts) : newestOf(facts);
      if (day > newest) newest = day;
    }
    return newest === "" ? null : newest;
  });
}

function newestOf(facts: readonly NumericFact[]): string {
  let newest = "";
  for (const { chosen } of facts) {
    if (chosen !== null && chosen.claim.observed > newest) newest = chosen.claim.observed;
  }
  return newest;
}

/** Results are kept for every question about the same work. */
const newestOfResults = memoizeByObject(newestOf);
