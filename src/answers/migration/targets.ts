/** One model to move to: its bill at the ends of what its output may be billed, its wait, its quality, what changes. */
import type { Confidence } from "../../decision/confidence.ts";
import { type CostEstimate, monthAtOutputMultiple } from "../../decision/cost.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { multipleAtEffort, type ReasoningChoice } from "../../decision/reasoning.ts";
import { assess } from "../../decision/assessment.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Need, NeedWorkload } from "../../decision/need.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import { featureChanges } from "./features.ts";
import { changesNeeded, requestChanges, type SentRequest } from "./request-changes.ts";
import type { Target } from "./schema.ts";
import { turnsOf } from "./turns.ts";

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

function unmeasuredQuality(reasoning: ReasoningChoice | null): Target["open"][number] {
  const effort = reasoning?.effort ?? null;
  return {
    constraint: "quality",
    message:
      effort === null
        ? "has no result on a test of this work"
        : `has no result on a test of this work at effort ${effort}`,
  };
}
