/**
 * One model to move to: its bill at the ends of what its output may be billed, its wait, its quality, the features
 * that change.
 */
import { assess } from "../../decision/assessment.ts";
import type { Confidence } from "../../decision/confidence.ts";
import {
  type CostEstimate,
  monthAtOutputMultiple,
  multipleAtEffort,
  type ReasoningChoice,
} from "../../decision/cost.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import type { Need, NeedWorkload } from "../../decision/need.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Model } from "../../schema/model.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { FEATURES } from "../../schema/vocabulary.ts";
import { count } from "../../words/figures.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import { changesNeeded, requestChanges, type SentRequest } from "./request-changes.ts";
import type { Target } from "./schema.ts";
import { turnsOf } from "./turns.ts";

// What a project has on the old model and not on the new one, and the other way round.

/** A snapshot that keeps its behaviour, where the plain id may move. */
const PINNED_SNAPSHOT = "a dated snapshot to pin";

const LIMITS = [
  { label: "a window of", of: (sheet: FactSheet) => sheet.numeric("limits.contextTokens").value },
  { label: "answers of", of: (sheet: FactSheet) => sheet.numeric("limits.maxOutputTokens").value },
] as const;

export interface FeatureChanges {
  lost: string[];
  /** The old model has it, and nobody says whether the new one does. */
  unconfirmed: string[];
  gained: string[];
}

export function featureChanges(from: FactSheet, to: FactSheet): FeatureChanges {
  const changes: FeatureChanges = { lost: [], unconfirmed: [], gained: [] };
  for (const feature of FEATURES) {
    const before = from.plain(`features.${feature}`).value;
    const after = to.plain(`features.${feature}`).value;
    if (before === true && after === false) changes.lost.push(feature);
    if (before === true && after === null) changes.unconfirmed.push(feature);
    if (before !== true && after === true) changes.gained.push(feature);
  }
  for (const { label, of } of LIMITS) {
    const [before, after] = [of(from), of(to)];
    if (before === null || after === null || before === after) continue;
    const text = `${label} ${count(after)} tokens (today ${count(before)})`;
    (after > before ? changes.gained : changes.lost).push(text);
  }
  const [pinned, pinnable] = [from, to].map(({ candidate }) => hasDatedSnapshot(candidate.model));
  if (pinned === true && pinnable === false) changes.lost.push(PINNED_SNAPSHOT);
  if (pinned === false && pinnable === true) changes.gained.push(PINNED_SNAPSHOT);
  return changes;
}

function hasDatedSnapshot({ id, snapshots }: Model): boolean {
  return snapshots.some((snapshot) => snapshot.id !== id);
}

/** The old model with its end, its bill and the need its successors are judged by. */
export interface Predecessor {
  sheet: FactSheet;
  need: Need;
  shutdown: IsoDate | null;
  replacement: string | null;
}

export interface TargetContext {
  decision: Decision;
  confidence: Confidence | null;
  old: Predecessor;
  request: SentRequest;
}

export function targetEntry(
  model: RankedModel,
  { decision, confidence, old, request }: TargetContext,
): Target {
  const { need, sheets } = decision;
  const { assessment, cost, screened } = model;
  const { candidate, sheet, wait, quality, reasoning, lifecycle } = assessment;
  const changes = requestChanges(old.sheet, sheet, request);
  const open = [
    ...screened.open.map((check) => ({
      constraint: check.constraint,
      message: requirementMessage(check, need),
    })),
    ...(quality.estimate === null ? [unmeasuredQuality(reasoning)] : []),
  ];
  const unasked = reasoning?.defaultEffort ?? null;
  const from = assess(old.sheet.candidate, old.need, sheets);
  return {
    model: model.id,
    name: candidate.name,
    rank: model.rank,
    status: open.length === 0 ? "qualifies" : "may-qualify",
    open,
    named: old.replacement === candidate.id || old.replacement === candidate.model.id,
    score: model.score,
    probabilityBest: confidence?.probabilityBest[model.id] ?? null,
    effort: sheet.effort,
    defaultEffort: unasked,
    cost: billedRange(cost, need.workload, reasoning),
    costAtDefaultEffort:
      unasked === null || unasked === sheet.effort
        ? null
        : billedRange(cost, need.workload, multipleAtEffort(sheet, unasked, sheets.catalog.levels)),
    wait: {
      seconds: wait.interval.point,
      low: wait.interval.low,
      high: wait.interval.high,
      measure: wait.measure,
      known: wait.missing.length === 0,
    },
    quality:
      quality.estimate === null
        ? null
        : {
            index: qualityIndex(quality.ability.point),
            low: qualityIndex(quality.ability.low),
            high: qualityIndex(quality.ability.high),
            meetsBar: quality.ability.point >= need.quality.barLogits,
          },
    announcedEnd: lifecycle.shutdown.value,
    turns: turnsOf({ from, to: assessment, workload: need.workload }),
    changes,
    changesNeeded: changesNeeded(changes).length,
    ...featureChanges(old.sheet, sheet),
  };
}

/** A month at the best guess and at both ends of how many tokens may be billed for a visible one. */
function billedRange(
  cost: CostEstimate,
  workload: NeedWorkload,
  reasoning: ReasoningChoice | null,
): Target["cost"] {
  const { point, low, high } = reasoning?.multiple ?? { point: 1, low: 1, high: 1 };
  const at = (multiple: number) => monthAtOutputMultiple(cost, workload, multiple);
  return {
    effort: reasoning?.effort ?? null,
    usdPerMonth: at(point),
    low: at(low),
    high: at(high),
    outputMultiple: { point, low, high },
    known: reasoning?.known ?? true,
  };
}

/** What stands among the requirements where nobody measured the quality. */
export const QUALITY = "quality";

/** What is not known of a target, by its field. */
export function openFields({ screened, assessment }: RankedModel): string[] {
  const unmeasured = assessment.quality.estimate === null ? [QUALITY] : [];
  return [...screened.open.map(({ field }) => field), ...unmeasured];
}

function unmeasuredQuality(reasoning: ReasoningChoice | null): Target["open"][number] {
  const effort = reasoning?.effort ?? null;
  return {
    constraint: QUALITY,
    message:
      effort === null
        ? "has no result on a test of this work"
        : `has no result on a test of this work at effort ${effort}`,
  };
}
