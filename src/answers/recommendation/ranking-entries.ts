/** One model's line in the result: its account when it is ranked, its reasons when it is not. */
import type { ExcludedModel, RankedModel as RankedEntry } from "./ranking-schema.ts";
import type { Criterion } from "../../schema/vocabulary.ts";
import { type Confidence, sourcesOf } from "../../decision/confidence.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { evidenceOf } from "../../facts/fact.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Need, Origin } from "../../decision/need.ts";
import type { ScoreRange } from "../../decision/robustness/possible.ts";
import type { Screened } from "../../decision/screening.ts";
import { ownEntry } from "../../schema/records.ts";
import { closestChange, requirementMessage, sidesOf } from "../../words/requirement-sentences.ts";

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
    evidence: sourcesOf(model, criterion),
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
