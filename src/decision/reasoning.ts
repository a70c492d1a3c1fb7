/** Reasoning models: which effort is priced, and how many billed tokens stand behind a visible one. */
import type { Levels } from "../schema/levels.ts";
import type { Interval } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";

/** The effort a reasoning model is compared at: the one without hidden tokens, where it has one. */
const WITHOUT_REASONING = "none";

export interface ReasoningChoice {
  effort: string;
  defaultEffort: string | null;
  multiple: Interval;
  /** Whether somebody states the multiple of this effort, or a prior stands in. */
  known: boolean;
}

/** The effort and multiple a model is judged at; null for a model that does not reason. */
export function outputMultipleOf(sheet: FactSheet, levels: Levels): ReasoningChoice | null {
  return sheet.group("reasoning", () => choiceOf(sheet, levels));
}

function choiceOf(sheet: FactSheet, levels: Levels): ReasoningChoice | null {
  const efforts = sheet.plain("reasoning.efforts");
  if (efforts.value === null) return null;
  const standard = defaultEffortOf(sheet);
  const effort = efforts.value.includes(WITHOUT_REASONING)
    ? WITHOUT_REASONING
    : (standard ?? efforts.value[0] ?? WITHOUT_REASONING);
  return multipleAtEffort(sheet, effort, levels);
}

/** The multiple of one effort, or the prior for reasoning models where nobody states it. */
export function multipleAtEffort(
  sheet: FactSheet,
  effort: string,
  levels: Levels,
): ReasoningChoice {
  const fact = sheet.numeric(`reasoning.outputMultiple.${effort}`);
  return {
    effort,
    defaultEffort: defaultEffortOf(sheet),
    multiple:
      fact.value === null
        ? levels.evidence.priors.reasoningOutputMultiple
        : { point: fact.value, low: fact.low, high: fact.high },
    known: fact.value !== null,
  };
}

function defaultEffortOf(sheet: FactSheet): string | null {
  return sheet.plain("reasoning.defaultEffort").value;
}
