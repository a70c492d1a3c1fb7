/** From a need to the whole answer: decision, confidence, what would change it, and every source used. */
import type { ResultField } from "./vocabulary.ts";
import type { RecommendationResult } from "./schema.ts";
import { type Confidence, confidenceOf, type SamplingChoice } from "../../decision/confidence.ts";
import { type Decision, decide } from "../../decision/decision.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Need } from "../../decision/need.ts";
import { lazyRecordOf, type RecordContext, recordOf, resultFields } from "./result-fields.ts";

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
