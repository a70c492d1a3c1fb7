/** From what each model did with the tests to the evidence file: rates, pairs, and the frozen link to the common scale. */
import type { EvaluatedModel, EvaluationFile } from "../schema/evaluation.ts";
import { usageFailure } from "../schema/failure.ts";
import { type Assigned } from "./promptfoo/assigned.ts";
import { type Column, pairOf } from "./promptfoo/columns.ts";

export interface EvaluationContext {
  id: string;
  title: string;
  checked: string;
  sha256: string;
  task: string;
  criterion: string;
  /** The success rate that the work needs; null without one. */
  target: number | null;
  /** Whether an id is a snapshot's own. */
  isSnapshot: (id: string) => boolean;
  /** Ability at the task from public results, logits; null where there is none. */
  publicAbility: (model: string, effort: string | null) => number | null;
  constantsVersion: string;
}

/** With fewer than two models nothing says how difficult the tests are. */
const LINKED_AT_LEAST = 2;

/** @throws Failure (usage) where the tests cannot be put on the common scale and no target is stated */
export function evaluationOf(
  assigned: readonly Assigned[],
  context: EvaluationContext,
): EvaluationFile {
  const ordered = assigned.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const tests = new Set(ordered.flatMap(({ column }) => [...column.tallies.keys()]));
  const total = (of: (column: Column) => number) =>
    ordered.reduce((sum, { column }) => sum + of(column), 0);
  const { id, title, checked, sha256, task, criterion, target } = context;
  return {
    schemaVersion: 1,
    kind: "evaluation",
    id,
    source: { class: "own", title, checked, sha256 },
    task,
    criterion,
    tests: {
      distinct: tests.size,
      repeats: Math.max(1, ...ordered.map(({ column }) => column.rate?.repeats ?? 1)),
      ungraded: total(({ ungraded }) => ungraded),
      notRun: total(({ notRun }) => notRun),
    },
    ...(target === null ? {} : { target }),
    linking: target === null ? linked(ordered, context) : null,
    models: Object.fromEntries(
      ordered.flatMap((each) => {
        const model = modelOf(each, context);
        return model === null ? [] : [[each.name, model]];
      }),
    ),
    paired: ordered.flatMap((first, place) =>
      ordered.slice(place + 1).flatMap((second) => {
        const table = pairOf(first.column, second.column);
        const shared = table.both + table.onlyFirst + table.onlySecond + table.neither;
        return shared === 0 ? [] : [{ first: first.name, second: second.name, ...table }];
      }),
    ),
  };
}

function modelOf(
  { column, model, platform }: Assigned,
  { isSnapshot }: EvaluationContext,
): EvaluatedModel | null {
  const { rate, tokens, answerSeconds, notRun } = column;
  if (rate === null) return null;
  const { passRate, effectiveTests, logit, se } = rate;
  return {
    scope: isSnapshot(model) ? "exact" : "alias",
    ...(platform === null ? {} : { platform }),
    passRate: rounded(passRate),
    tests: rate.tests,
    effectiveTests: rounded(effectiveTests),
    logit: rounded(logit),
    se: rounded(se),
    notRun,
    ...(answerSeconds === null ? {} : { answerSeconds }),
    tokens:
      tokens === null
        ? null
        : {
            input: rounded(tokens.input),
            output: rounded(tokens.output),
            cachedInput: rounded(tokens.cachedInput),
            n: tokens.n,
          },
  };
}

/**
 * The difficulty at which the models' passes agree best with their public abilities: the mean difference. It stays in
 * the file, so that a model added later moves nobody.
 */
function linked(
  assigned: readonly Assigned[],
  { publicAbility, constantsVersion }: EvaluationContext,
): NonNullable<EvaluationFile["linking"]> {
  const through = assigned.flatMap(({ name, model, effort, column, platform }) => {
    const ability = publicAbility(model, effort);
    return ability === null || column.rate === null || platform !== null
      ? []
      : [{ name, ability, logit: column.rate.logit }];
  });
  if (through.length < LINKED_AT_LEAST) {
    const which = through.length === 0 ? "none of the models has" : "only one of the models has";
    throw usageFailure(
      `${which} public results for this work, so the difficulty of your tests is not known`,
      "results",
      "say which success rate the work needs, --target 0.9, or test gpt-4o and gpt-4o-mini in the same run (both end on 2027-01-14)",
    );
  }
  const difficulty =
    through.reduce((sum, { ability, logit }) => sum + ability - logit, 0) / through.length;
  return {
    difficulty: rounded(difficulty),
    through: Object.fromEntries(through.map(({ name, ability }) => [name, rounded(ability)])),
    constants: constantsVersion,
  };
}

const DECIMALS = 1e6;

/** Six decimals: far finer than any of these figures is known, and the same text on every machine. */
function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}
