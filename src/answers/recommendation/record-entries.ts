/**
 * Entries of the record, each with its sentence: models ranked and excluded, flips, hinges, sources; and names by ids.
 */
import { type Confidence, sourcesOf } from "../../decision/confidence.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import type { ScoreRange } from "../../decision/dominance.ts";
import { type FlipPoint, flipPoints } from "../../decision/flip-points.ts";
import { hinges } from "../../decision/hinges.ts";
import type { Need, Origin } from "../../decision/need.ts";
import type { Screened } from "../../decision/screening.ts";
import { evidenceOf } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { qualityIndex } from "../../facts/logits.ts";
import { memoizeByObject } from "../../facts/memoize.ts";
import type { Source } from "../../schema/descriptions.ts";
import { ownEntry } from "../../schema/texts.ts";
import type { Criterion } from "../../schema/vocabulary.ts";
import { flipSentence, hingeSentence } from "../../words/flips.ts";
import { closestChange, requirementMessage, sidesOf } from "../../words/requirement-sentences.ts";
import type { ExcludedModel, RankedModel as RankedEntry } from "./ranking-schema.ts";
import type { Flip, Hinge, RecommendationResult } from "./schema.ts";

// What would change the pick, as the record tells it: flips and hinges with their sentences.

export function flipEntries(decision: Decision): Flip[] {
  const ofModel = namesOf(decision);
  return flipPoints(decision).map((flip) => ({
    ...flip,
    message: `${flipSentence(flip, ofModel)}${isJudgedAsUsual(flip, decision) ? AS_USUAL : ""}`,
  }));
}

const AS_USUAL = ", an answer priced as in the task's usual month";

/** Whether a budget turns the answer only by what an answer costs in a month that is not the user's. */
function isJudgedAsUsual({ parameter, at }: FlipPoint, { need, sheets }: Decision): boolean {
  return (
    parameter === "budget" &&
    at > sheets.catalog.levels.budget.usualMonthAnchorUsd &&
    need.workload.requestsPerMonth < need.usualRequestsPerMonth
  );
}

export function hingeEntries(decision: Decision): Hinge[] {
  const { benchmarks } = decision.sheets;
  const ofBenchmark = (id: string) => benchmarks.get(id)?.name ?? id;
  const names = { ofModel: namesOf(decision), ofBenchmark };
  return hinges(decision).map((hinge) => ({
    ...hinge,
    claims: hinge.claims.map(({ inScope: _inScope, ...claim }) => claim),
    message: hingeSentence(hinge, names),
  }));
}

/**
 * @param range the model's score at its worst and at its best
 * @param dominators ids of the models that are at least as good in everything
 */
export function rankedEntry(
  model: RankedModel,
  decision: Decision,
  confidence: Confidence | null,
  range: ScoreRange,
  dominators: readonly string[],
): RankedEntry {
  const { need } = decision;
  const { candidate, wait } = model.assessment;
  const { cost, latency, quality } = model.attributes;
  const scored = (criterion: Criterion) => ({
    utility: model.values[criterion],
    weight: need.weighting.weights[criterion],
    contribution: model.contributions[criterion],
    evidence: [...sourcesOf(model, criterion)],
  });
  return {
    model: model.id,
    name: candidate.name,
    snapshot: candidate.snapshot?.id ?? model.id,
    rank: model.rank,
    score: model.score,
    probabilityBest: ownEntry(confidence?.probabilityBest, model.id) ?? null,
    screen: model.screened.screen === "feasible" ? "feasible" : "unknown",
    open: model.screened.open.map((check) => ({
      constraint: check.constraint,
      message: requirementMessage(check, need),
    })),
    criteria: {
      cost: {
        value: model.cost.usdPerMonth,
        valued: cost.point,
        unit: "USD/month",
        ...scored("cost"),
      },
      latency: {
        value: latency.point,
        low: latency.low,
        high: latency.high,
        unit: "s",
        metric: wait.measure,
        ...scored("latency"),
      },
      quality: {
        value: quality.point,
        low: quality.low,
        high: quality.high,
        unit: "logit",
        index: qualityIndex(quality.point),
        bar: need.quality.barLogits,
        ...scored("quality"),
      },
    },
    estimate: {
      usdPerRequest: model.cost.usdPerRequest,
      usdPerMonth: model.cost.usdPerMonth,
      firstTokenSeconds: wait.firstToken.point,
      answerSeconds: wait.answer.point,
    },
    range: [range.low, range.high],
    meetsBar: quality.point >= need.quality.barLogits,
    withinBudget: model.cost.usdPerMonth <= need.budget.usdPerMonth,
    meetsLatency: latency.point <= need.latency.targetSeconds,
    dominatedBy: [...dominators],
  };
}

export function excludedEntry(screened: Screened, need: Need): ExcludedModel {
  const { candidate } = screened.assessment;
  return {
    model: candidate.id,
    name: candidate.name,
    snapshot: candidate.snapshot?.id ?? null,
    reasons: screened.failed.map((check) => {
      const origin = originOf(need, check.constraint);
      return {
        constraint: check.constraint,
        ...sidesOf(check),
        origin: origin.text,
        originKind: origin.from,
        message: requirementMessage(check, need),
        evidence: evidenceOf(check.facts),
      };
    }),
    closestChange: closestChange(screened, need),
  };
}

/** Requirements nobody has to state (a model must exist, be served and have a price) come from the program. */
export function originOf(need: Need, constraint: string): Origin {
  return need.origins[constraint] ?? { from: "default", text: `as of ${need.asOf}` };
}

// Names of models by their ids, and the sources of an answer by theirs.

export function namesOf({ ranking, excluded }: Decision): (id: string) => string {
  return (id) =>
    [...ranking, ...excluded].find(({ assessment }) => assessment.candidate.id === id)?.assessment
      .candidate.name ?? id;
}

export function nameIn(
  { ranking, excluded }: Pick<RecommendationResult, "ranking" | "excluded">,
  id: string,
): string {
  return [...ranking, ...excluded].find(({ model }) => model === id)?.name ?? id;
}

/** Each id once, in order, with what there is to know of the source; ids the catalog lacks are left out. */
export function sourceNotes(
  ids: Iterable<string>,
  sheets: FactSheets,
): RecommendationResult["sources"] {
  const notes: RecommendationResult["sources"] = {};
  for (const id of [...new Set(ids)].toSorted()) {
    const source = sheets.sources.get(id);
    if (source !== undefined) notes[id] = noteOf(source);
  }
  return notes;
}

const noteOf = memoizeByObject((source: Source) => {
  const { title, url = null, published = null, checked, note = null } = source;
  return { title, url, class: source.class, published, checked, note };
});
