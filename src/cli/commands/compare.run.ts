/** The work of `pick-model compare`: models side by side. */
import {
  openComparison,
  type OpenComparison,
  type PickFor,
} from "../../answers/comparison/compare.ts";
import { presentComparison, presentOverview } from "../../answers/comparison/presentation.ts";
import type { TellingTest } from "../../answers/comparison/screen/overview-lines.ts";
import type { TestFields } from "../../answers/comparison/screen/tests.ts";
import { isTraitGroup } from "../../answers/comparison/traits/index.ts";
import { questionOf } from "../../ask.ts";
import { candidatesOf, hasEnded } from "../../decision/assessment.ts";
import { decide, leadOfPick } from "../../decision/decision.ts";
import { type Candidate, candidateIds, findCandidate } from "../../facts/candidate.ts";
import type { Layer } from "../../question/index.ts";
import type { OptionValues } from "../../question/option.ts";
import { readList } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { COMPARISON_OPTIONS } from "../options/single-command.ts";
import type { Presented } from "../presented.ts";
import { namedModels, readQuestion, type StatedQuestion } from "../question.ts";

export async function present({
  operands,
  options,
  io,
}: Invocation<
  typeof QUESTION_OPTIONS & typeof COMPARISON_OPTIONS & typeof OUTPUT_OPTIONS
>): Promise<Presented> {
  const question = await readQuestion(options, io);
  const { models, traits } = asked(operands, options, question);
  const isAll = traits?.some((trait) => trait.toLowerCase() === ALL) === true;
  const comparison = comparisonOf(question, models, {
    ...options,
    ...(isAll || traits === undefined ? { traits: undefined } : { traits }),
  });
  const isOverview = traits === undefined && options.evidence !== true;
  return {
    presentation: isOverview
      ? presentOverview(comparison, tellingTests(question))
      : presentComparison(
          comparison.record,
          testFields(question, isAll || options.evidence === true),
        ),
    isLong: isAll || (traits === undefined && !isOverview),
  };
}

/** Instead of a trait: every table. */
const ALL = "all";

/** `compare speed` is read as `--traits speed` where no model goes by that name. */
function asked(
  operands: readonly string[],
  { traits }: OptionValues<typeof COMPARISON_OPTIONS>,
  { catalog }: StatedQuestion,
): { models: readonly string[]; traits: string[] | undefined } {
  const stated = traits === undefined ? undefined : readList(traits, "--traits");
  const ids = candidateIds(catalog);
  const isTrait = (word: string) => isTraitGroup(word) && !ids.includes(word.toLowerCase());
  const named = operands.filter(isTrait);
  return {
    models: operands.filter((word) => !isTrait(word)),
    traits: named.length === 0 ? stated : [...(stated ?? []), ...named],
  };
}

function tellingTests({ catalog }: StatedQuestion): TellingTest[] {
  return catalog.benchmarks.flatMap(({ id, telling }) =>
    telling === undefined ? [] : [{ trait: `accuracy.${id}`, ...telling }],
  );
}

/** What each test asks for, and how many tests are shown: those of one trait asked for by name fit a screen. */
function testFields({ catalog }: StatedQuestion, isWhole: boolean): TestFields {
  const fields = catalog.benchmarks.flatMap(({ id, field }) =>
    field === undefined ? [] : [[`accuracy.${id}`, field] as const],
  );
  const timed = catalog.benchmarks.flatMap(({ timedRuns }) =>
    timedRuns === undefined ? [] : [[timedRuns.called, timedRuns.timed] as const],
  );
  return { of: new Map(fields), timed: new Map(timed), most: isWhole ? Infinity : MOST_TESTS };
}

const MOST_TESTS = 15;

/** @throws Failure (usage) for unknown models and traits, and for models named in two ways */
export function comparisonOf(
  question: StatedQuestion,
  models: readonly string[],
  { traits, evidence }: { traits?: readonly string[] | undefined; evidence?: boolean },
): OpenComparison {
  const { sheets, need, isStated } = question;
  const { catalog, asOf } = sheets;
  const named = namedModels(models, question, "compare", "compare");
  const candidates =
    named?.flatMap((id) => findCandidate(catalog, id, asOf) ?? []) ?? comparedUnnamed(question);
  return openComparison(sheets, candidates, {
    ...(traits === undefined ? {} : { traits }),
    evidence: evidence === true,
    ...(isStated ? { need } : {}),
    pickFor: pickFor(question),
  });
}

/** Models side by side that a terminal holds. */
const MOST_SIDE_BY_SIDE = 3;

/** Those the question is about; once they are gone, the first of those that are served. */
function comparedUnnamed({ need, sheets }: StatedQuestion): Candidate[] {
  const candidates = candidatesOf(need, sheets);
  const areNamed = need.models !== null || !candidates.some((each) => hasEnded(each, sheets));
  const ranking = areNamed ? [] : decide(need, sheets).ranking;
  if (ranking.length === 0) return candidates;
  return ranking.slice(0, MOST_SIDE_BY_SIDE).map(({ assessment }) => assessment.candidate);
}

/** What the program recommends for a use case as it stands, judged by its points alone: nothing shown needs more. */
function pickFor({ catalog, sheets: { asOf } }: StatedQuestion): PickFor {
  return (useCase) => {
    const layer: Layer = { from: "flag", document: { useCase }, originOf: () => useCase };
    const { need, sheets } = questionOf([layer], { catalog, asOf });
    const decision = decide(need, sheets);
    const [pick] = decision.ranking;
    return pick === undefined ? null : { model: pick.id, tie: leadOfPick(decision)?.tie ?? false };
  };
}
