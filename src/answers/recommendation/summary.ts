/** The pick in the record: how sure it is and why it is ahead, and all of it in one plain sentence. */
import { marginOf } from "../../decision/alternative.ts";
import type { Confidence } from "../../decision/confidence.ts";
import { type Decision, type RankedModel, leadOfPick } from "../../decision/decision.ts";
import { isKnown } from "../../decision/own-results.ts";
import { unconfirmed } from "../../decision/screening.ts";
import { qualityIndex } from "../../facts/logits.ts";
import { memoizeByObject } from "../../facts/memoize.ts";
import type { Levels } from "../../schema/levels.ts";
import { ownEntry } from "../../schema/texts.ts";
import { CRITERIA, type Criterion, CONFIDENCE_LABELS } from "../../schema/vocabulary.ts";
import { shutsDownOn } from "../../words/endings.ts";
import { counted, duration, index, list, money } from "../../words/figures.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import { whatIfRuns, capReason, isShort, shortened } from "../../words/sentences.ts";
import { namesOf } from "./record-entries.ts";
import type { RecommendationResult } from "./schema.ts";

/** At most 200 characters: the pick, what decided, what it misses, when it ends and how sure that is. */
export function summaryOf(decision: Decision, confidence: Confidence): string {
  const [pick] = decision.ranking;
  if (pick === undefined) return noneQualifies(decision);
  const { candidate, lifecycle } = pick.assessment;
  const chance = ownEntry(confidence.probabilityBest, pick.id);
  const needs = unconfirmed(pick.screened).length;
  const isTold = chance !== undefined && needs === 0 && decision.ranking.length > 1;
  const sure = isTold ? `, first in ${whatIfRuns(chance, confidence.draws)}` : "";
  const missed = shortfalls(decision, pick)
    .map((each) => `, ${each}`)
    .join("");
  const end =
    lifecycle.shutdown.value === null ? "" : ` It ${shutsDownOn(lifecycle.shutdown.value)}.`;
  const cost = `${money(pick.cost.usdPerMonth)} a month`;
  // What a sentence has no room for goes last to first: how sure, the comparison, then all but the cost.
  const sentences = [
    `Use ${candidate.name}: ${reason(decision, pick)}${missed}${sure}.${end}`,
    `Use ${candidate.name}: ${reason(decision, pick)}${missed}.${end}`,
    `Use ${candidate.name}: ${cost}${missed}.${end}`,
  ];
  const fitting = sentences.find(isShort);
  return fitting ?? shortened(`Use ${candidate.name}: ${cost}.${end}`);
}

/** Where the pick falls short of what somebody asked for. */
function shortfalls({ need }: Decision, pick: RankedModel): string[] {
  const { budget, quality, latency } = need;
  const asked = (field: string) => (need.origins[field]?.from ?? "default") !== "default";
  const { latency: wait, quality: ability } = pick.attributes;
  const isOpen = pick.screened.open.some((each) => each.constraint === "limits.usdPerMonth");
  return [
    ...(isOpen ? [`over ${money(need.limits.usdPerMonth ?? 0)} at the volume assumed`] : []),
    ...(budget.word !== null && pick.cost.usdPerMonth > budget.usdPerMonth
      ? [`over the ${budget.word} budget of ${money(budget.usdPerMonth)}`]
      : []),
    ...(isKnown(pick.assessment.quality) ? [] : ["its quality on this work unmeasured"]),
    ...(asked("quality") && isKnown(pick.assessment.quality) && ability.point < quality.barLogits
      ? ["short of the quality asked for"]
      : []),
    ...(asked("latency") &&
    pick.assessment.wait.missing.length === 0 &&
    wait.point > latency.targetSeconds
      ? [`slower than the ${duration(latency.targetSeconds)} asked for`]
      : []),
  ];
}

export function noneQualifies({ excluded, need }: Decision): string {
  const models = excluded.map(({ assessment, failed }) => ({
    name: assessment.candidate.name,
    messages: failed.map((check) => requirementMessage(check, need)),
  }));
  const names = models.map(({ name }) => name);
  const first = models[0]?.messages[0];
  const shared = first !== undefined && models.every(({ messages }) => messages.includes(first));
  const reasons = shared
    ? `: each ${first}`
    : `: ${models.map(({ name, messages: [message = ""] }) => `${name} ${message}`).join("; ")}`;
  const whole = `No model qualifies${reasons}.`;
  return isShort(whole) ? whole : shortened(`No model qualifies of ${list(names)}.`);
}

/** Why no other is compared: the rest is ruled out, or nobody else was asked about. */
export function alone({ excluded, ranking: [pick] }: Decision): string {
  if (excluded.length === 0) return "the only one considered";
  return pick?.screened.screen === "feasible"
    ? "the only one that qualifies"
    : "the only one not ruled out";
}

/** What decided: the criterion that puts most into the lead. */
function reason(decision: Decision, pick: RankedModel): string {
  const rival = decision.ranking[1];
  const cost = `${money(pick.cost.usdPerMonth)} a month`;
  const needs = unconfirmed(pick.screened).length;
  if (needs > 0) return `${cost}; it may qualify, with ${counted(needs, "need")} unconfirmed`;
  if (rival === undefined) return `${cost}, ${alone(decision)}`;
  const { contributions } = marginOf(pick.values, rival.values, decision.need.weighting.weights);
  const decisive = CRITERIA.toSorted((a, b) => contributions[b] - contributions[a])[0];
  const instead = `${cost} instead of ${money(rival.cost.usdPerMonth)}`;
  const against = (criterion: Criterion, show: (value: number) => string) =>
    `${show(pick.attributes[criterion].point)} against ${show(rival.attributes[criterion].point)}`;
  if (decisive === undefined || contributions[decisive] <= 0) return instead;
  switch (decisive) {
    case "cost":
      return instead;
    case "quality":
      return `better (quality ${against("quality", (logits) => index(qualityIndex(logits)))}), ${instead}`;
    case "latency":
      return `faster (${against("latency", duration)}), ${instead}`;
  }
}

/** Each word with the least share that earns it, and how often a pick so sure was the published choice. */
const calibrationOf = memoizeByObject((constants: Levels["confidence"]) => {
  const { calibration, high, moderate, low } = constants;
  const from = { high, moderate, low, "toss-up": 0 };
  return {
    set: calibration.set,
    bands: CONFIDENCE_LABELS.map((label) => ({
      label,
      from: from[label],
      ...calibration.bands[label],
    })),
  };
});

export function pickOf(
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
      calibration: calibrationOf(decision.sheets.catalog.levels.confidence),
    },
    summary: summaryOf(decision, confidence),
  };
}
