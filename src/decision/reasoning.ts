/** Reasoning models: how many billed tokens stand behind a visible one at the effort a model is judged at. */
import type { Levels } from "../schema/levels.ts";
import type { Interval } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { defaultEffort } from "../facts/reasoning.ts";

export interface ReasoningChoice {
  /** Null where nobody says which efforts the model has. */
  effort: string | null;
  defaultEffort: string | null;
  multiple: Interval;
  /** Whether somebody states the multiple of this effort, or a prior stands in. */
  known: boolean;
}

/** The effort and multiple a model is judged at; null for a model that does not reason. */
export function outputMultipleOf(sheet: FactSheet, levels: Levels): ReasoningChoice | null {
  return sheet.group("reasoning", () =>
    sheet.effort === null && sheet.candidate.model.family !== "reasoning"
      ? null
      : multipleAtEffort(sheet, sheet.effort, levels),
  );
}

/** The multiple of one effort, or the prior for it where nobody states it. */
export function multipleAtEffort(
  sheet: FactSheet,
  effort: string | null,
  levels: Levels,
): ReasoningChoice {
  const fact = effort === null ? null : sheet.numeric(`reasoning.outputMultiple.${effort}`);
  const stated = fact === null || fact.value === null ? null : { ...fact, point: fact.value };
  const { byEffort, otherwise } = levels.evidence.priors.reasoningOutputMultiple;
  return {
    effort,
    defaultEffort: defaultEffort(sheet).value,
    multiple:
      stated === null
        ? (byEffort[effort ?? ""] ?? otherwise)
        : { point: stated.point, low: stated.low, high: stated.high },
    known: stated !== null,
  };
}
