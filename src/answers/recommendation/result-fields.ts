/** The fields of a recommendation's record, each worked out only when it is asked for. */
import { perCriterion } from "../../decision/alternative.ts";
import { type Confidence, factsOf, sourcesOf } from "../../decision/confidence.ts";
import { assessmentsOf, type Decision, leadOfPick } from "../../decision/decision.ts";
import { dominatedBy, paretoFront } from "../../decision/pareto.ts";
import { scoreRange, winners } from "../../decision/robustness/possible.ts";
import { newestEvidence } from "../../facts/claims.ts";
import { evidenceOf } from "../../facts/fact.ts";
import { lazy } from "../../facts/memoize.ts";
import { ownEntry } from "../../schema/records.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { CONFIDENCE_LABELS, CRITERIA } from "../../schema/vocabulary.ts";
import { capReason } from "../../words/confidence.ts";
import { flipEntries, hingeEntries } from "./change-entries.ts";
import { hintsOf } from "./hints.ts";
import { namesOf, sourceNotes } from "./names.ts";
import { excludedEntry, rankedEntry } from "./ranking-entries.ts";
import type { RecommendationResult } from "./schema.ts";
import { splittingOf } from "./splitting.ts";
import { successorOf, successorOptions } from "./successor.ts";
import { summaryOf } from "./summary.ts";
import { RESULT_FIELDS, type ResultField } from "./vocabulary.ts";
import { warningsOf } from "./warnings/index.ts";

/** What a record repeats besides the decision. */
export interface RecordContext {
  /** The normalised requirements. */
  requirements: Requirements;
  /** Version of the program. */
  version: string;
}

export type ResultFields = {
  readonly [Field in ResultField]: () => RecommendationResult[Field];
};

/** @param confidence called once at most, and only for the fields that state it */
export function resultFields(
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
  const dominators = lazy(() => dominatedBy(ranking, front()));
  const successor = lazy(() => successorOf(decision));
  const hingesOn = lazy(() => hingeEntries(decision));
  const excludedModels = lazy(() => excluded.map((each) => excludedEntry(each, need)));
  return {
    asOf: () => need.asOf,
    program: () => ({ name: "pick-model", version }),
    catalog: () => ({
      digest: catalog.digest,
      models: catalog.models.map((model) => model.id).toSorted(),
      newestEvidence: newestEvidence(sheets),
      newestByKind: newestByCriterion(decision),
      constants: catalog.levels.version,
      overlaid: catalog.overlaid,
    }),
    requirements: () => requirements,
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
    sources: () => {
      const used = new Set([
        ...ranking.flatMap((model) => CRITERIA.flatMap((criterion) => sourcesOf(model, criterion))),
        ...excludedModels().flatMap((each) => each.reasons.flatMap((reason) => reason.evidence)),
        ...hingesOn().flatMap((hinge) => hinge.claims.map((claim) => claim.source)),
        ...assessmentsOf(decision).flatMap(({ lifecycle }) =>
          evidenceOf([lifecycle.shutdown, lifecycle.replacement]),
        ),
      ]);
      return sourceNotes(used, sheets);
    },
  };
}

/** The record with all its fields, each worked out when it is first read. */
export function lazyRecordOf(fields: ResultFields): RecommendationResult {
  const record = { schemaVersion: 1 } as RecommendationResult;
  for (const field of RESULT_FIELDS) {
    Object.defineProperty(record, field, { enumerable: true, get: lazy<unknown>(fields[field]) });
  }
  return record;
}

/** The record with the fields wanted, in the record's own order. */
export function recordOf(
  fields: ResultFields,
  wanted: readonly ResultField[],
): Partial<RecommendationResult> {
  const record: Record<string, unknown> = { schemaVersion: 1 };
  for (const field of RESULT_FIELDS) if (wanted.includes(field)) record[field] = fields[field]();
  return record;
}

/** Each word with the least share that earns it, and how often a pick so sure was the published choice. */
function calibrationOf({ sheets }: Decision) {
  const { calibration, high, moderate, low } = sheets.catalog.levels.confidence;
  const from = { high, moderate, low, "toss-up": 0 };
  return {
    set: calibration.set,
    bands: CONFIDENCE_LABELS.map((label) => ({
      label,
      from: from[label],
      ...calibration.bands[label],
    })),
  };
}

function pickOf(
  decision: Decision,
  confidence: Confidence,
): NonNullable<RecommendationResult["recommendation"]> | null {
  const [pick, runnerUp] = decision.ranking;
  if (pick === undefined) return null;
  const { candidate } = pick.assessment;
  const lead = leadOfPick(decision);
  return {
    model: pick.id,
    name: candidate.name,
    snapshot: candidate.snapshot?.id ?? pick.id,
    score: pick.score,
    margin: lead?.margin ?? null,
    runnerUp: runnerUp?.id ?? null,
    tie: lead?.tie ?? false,
    confidence: {
      probability: ownEntry(confidence.probabilityBest, pick.id) ?? 0,
      overWeights: confidence.overWeights,
      label: confidence.label,
      cap: confidence.cap === null ? null : capReason(confidence.cap, namesOf(decision)),
      draws: confidence.draws,
      seed: confidence.seed,
      calibration: calibrationOf(decision),
    },
    summary: summaryOf(decision, confidence),
  };
}

/** The newest day among the facts each criterion rests on. */
function newestByCriterion({ ranking }: Decision): Record<string, string | null> {
  const newest = perCriterion<string | null>(() => null);
  for (const model of ranking) {
    for (const criterion of CRITERIA) {
      for (const { chosen } of factsOf(model, criterion)) {
        const day = chosen?.claim.observed ?? "";
        if (day > (newest[criterion] ?? "")) newest[criterion] = day;
      }
    }
  }
  return newest;
}
