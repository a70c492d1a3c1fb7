/** The comparison a command line asks for. */
import { type Candidate, findCandidate } from "../facts/candidate.ts";
import { compareModels, type PickFor } from "../answers/comparison/compare.ts";
import { candidatesOf, decide, leadOfPick } from "../decision/decision.ts";
import { type Layer, resolveNeed } from "../question/index.ts";
import { readList } from "../typed/word.ts";
import type { Comparison } from "../answers/comparison/schema.ts";
import { usageFailure } from "../schema/failure.ts";
import { knownModel } from "./known-model.ts";
import type { COMPARISON_OPTIONS } from "./options/comparison.ts";
import type { OptionValues } from "../question/option.ts";
import type { Question } from "./question.ts";

/** @throws Failure (usage) for unknown models and traits, and for models named in two ways */
export function compareAsked(
  question: Question,
  models: readonly string[],
  { traits, evidence }: OptionValues<typeof COMPARISON_OPTIONS>,
): Comparison {
  const { sheets, need, isStated } = question;
  const candidates = candidatesAsked(question, models);
  const chosen = traits === undefined ? undefined : readList(traits, "--traits");
  try {
    return compareModels(sheets, candidates, {
      ...(chosen === undefined ? {} : { traits: chosen }),
      evidence: evidence === true,
      ...(isStated ? { need } : {}),
      pickFor: pickFor(question),
    });
  } catch (error) {
    if (error instanceof RangeError) throw usageFailure(error.message, "--traits");
    throw error;
  }
}

function candidatesAsked({ need, sheets }: Question, models: readonly string[]): Candidate[] {
  const { catalog, asOf } = sheets;
  if (models.length > 0) {
    if (need.models !== null || need.exclude.length > 0) {
      const advice = "name them once, as words or by --only and --exclude";
      throw usageFailure("says twice which models to compare", "compare", advice);
    }
    return readList(models, "compare").flatMap((typed) => {
      const id = knownModel(typed, catalog, "compare");
      return findCandidate(catalog, id, asOf) ?? [];
    });
  }
  return candidatesOf(need, sheets);
}

/** What the program recommends for a use case as it stands, judged by its points alone: nothing shown needs more. */
function pickFor({ catalog, sheets }: Question): PickFor {
  return (useCase) => {
    const layer: Layer = { from: "flag", document: { useCase }, originOf: () => useCase };
    const need = resolveNeed([layer], catalog, { asOf: sheets.asOf });
    const decision = decide(need, sheets);
    const [pick] = decision.ranking;
    return pick === undefined ? null : { model: pick.id, tie: leadOfPick(decision)?.tie ?? false };
  };
}
