/** From a need to the whole answer: decision, confidence, what would change it, and every source used. */
import type { RecommendationResult } from "../schema/result.ts";
import type { Requirements } from "../schema/requirements.ts";
import { type Confidence, confidenceOf, factsOf, type SamplingChoice } from "./confidence.ts";
import { assessmentsOf, type Decision, decide, leadOfPick } from "./decision.ts";
import { evidenceOf } from "./fact.ts";
import type { FactSheets } from "./fact-sheets.ts";
import { flipPoints } from "./flip-points.ts";
import { hinges } from "./hinges.ts";
import { hintsOf } from "./hints.ts";
import type { Need } from "./need.ts";
import { newestEvidence } from "./newest-evidence.ts";
import { dominatedBy, paretoFront } from "./pareto.ts";
import { excludedEntry, rankedEntry } from "./ranking-entries.ts";
import { scoreRange, winners } from "./robustness/possible.ts";
import { sharingOf } from "./sharing.ts";
import { successorOf } from "./successor.ts";
import { summaryOf } from "./summary.ts";
import { CRITERIA } from "../schema/vocabulary.ts";
import { warningsOf } from "./warnings/index.ts";
import { sourceNotes } from "./source-notes.ts";

export interface RecommendOptions {
  sampling: SamplingChoice;
  /** The normalised requirements, as the result repeats them. */
  requirements: Requirements;
  /** Version of the program, for the record. */
  version: string;
}

export interface Answer {
  decision: Decision;
  confidence: Confidence | null;
  result: RecommendationResult;
}

/** Decides and explains. The same need, catalog and options give the same value to the last bit. */
export function recommend(need: Need, sheets: FactSheets, options: RecommendOptions): Answer {
  const decision = decide(need, sheets);
  const confidence = confidenceOf(decision, options.sampling);
  return { decision, confidence, result: resultOf(decision, confidence, options) };
}

function resultOf(
  decision: Decision,
  confidence: Confidence | null,
  options: RecommendOptions,
): RecommendationResult {
  const { need, sheets, eligible, ranking, excluded } = decision;
  const { catalog } = sheets;
  const { weights } = need.weighting;
  const robust = winners(eligible, decision.valueFunctions, weights);
  const dominators = dominatedBy(ranking);
  const rows = ranking.map((model) =>
    rankedEntry(
      model,
      decision,
      confidence,
      scoreRange(model, decision.valueFunctions, weights),
      dominators.get(model.id) ?? [],
    ),
  );
  const barred = excluded.map((each) => excludedEntry(each, need));
  const successor = successorOf(decision);
  const hingesOn = hinges(decision);
  const used = new Set([
    ...rows.flatMap((row) => CRITERIA.flatMap((criterion) => row.criteria[criterion].evidence)),
    ...barred.flatMap((each) => each.reasons.flatMap((reason) => reason.evidence)),
    ...hingesOn.flatMap((hinge) => hinge.claims.map((claim) => claim.source)),
    ...assessmentsOf(decision).flatMap(({ lifecycle }) =>
      evidenceOf([lifecycle.shutdown, lifecycle.replacement]),
    ),
  ]);
  return {
    schemaVersion: 1,
    asOf: need.asOf,
    program: { name: "pick-model", version: options.version },
    catalog: {
      digest: catalog.digest,
      models: catalog.models.map((model) => model.id).toSorted(),
      newestEvidence: newestEvidence(sheets),
      newestByKind: newestByCriterion(decision),
      constants: catalog.levels.version,
      overlaid: catalog.overlaid,
    },
    requirements: options.requirements,
    assumptions: need.assumptions,
    recommendation: confidence === null ? null : pickOf(decision, confidence),
    ranking: rows,
    excluded: barred,
    flips: flipPoints(decision),
    hingesOn,
    hints: hintsOf(decision, successor),
    paretoFront: paretoFront(ranking).map((model) => model.id),
    necessarilyBest: robust.necessarilyBest,
    possiblyBest: robust.possiblyBest,
    routing: sharingOf(decision),
    successor,
    warnings: warningsOf(decision),
    sources: sourceNotes(used, sheets),
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
      probability: confidence.probabilityBest[pick.id] ?? 0,
      overWeights: confidence.overWeights,
      label: confidence.label,
      cap: confidence.cap,
      draws: confidence.draws,
      seed: confidence.seed,
    },
    summary: summaryOf(decision, confidence),
  };
}

/** The newest day among the facts each criterion rests on. */
function newestByCriterion(decision: Decision): Record<string, string | null> {
  return Object.fromEntries(
    CRITERIA.map((criterion) => {
      const days = decision.ranking.flatMap((model) =>
        factsOf(model, criterion).flatMap((fact) => fact.chosen?.claim.observed ?? []),
      );
      return [criterion, days.toSorted().at(-1) ?? null];
    }),
  );
}
