/** Observations about a lock in view of one answer, before causes, acceptances and the verdict. */
import { isPriced } from "../../decision/cost.ts";
import { screen } from "../../decision/screening.ts";
import { candidateIds } from "../../facts/candidate.ts";
import { ownEntry } from "../../schema/texts.ts";
import { list, money, outOfHundred, percent } from "../../words/figures.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { ending, successor, facts, staleCatalog } from "./dated-observations.ts";
import { anyAssessment, type Guarded, type Observation, type Observe } from "./guarded.ts";
import type { CheckPolicy } from "./policy.ts";

export function observationsOf(
  answer: Answer,
  guarded: Guarded,
  policy: CheckPolicy,
): Observation[] {
  return OBSERVERS.flatMap((observe) => observe(answer, guarded, policy));
}

const noneQualifies: Observe = ({ result, decision }) =>
  result.recommendation === null
    ? [
        {
          code: "none-qualifies",
          level: "failure",
          message: `no model qualifies any more: ${list(
            decision.excluded.map(
              ({ assessment, failed: [first] }) =>
                `${assessment.candidate.name} ${first === undefined ? "is excluded" : requirementMessage(first, decision.need)}`,
            ),
          )}`,
        },
      ]
    : [];

/** A snapshot's id means the pick as well as the model's, where the pick is that snapshot. */
function isModel(pick: { model: string; snapshot: string }, id: string | null): boolean {
  return pick.model === id || pick.snapshot === id;
}

/** What is said of a pick that is not the one expected; null where it is, or nothing was. */
export function unexpectedPick(
  { result: { recommendation: pick } }: Answer,
  expected: string | undefined,
): string | null {
  if (expected === undefined || pick === null || isModel(pick, expected)) return null;
  return `expected ${expected}, the pick is ${pick.model}`;
}

const notExpected: Observe = (answer, _guarded, { expected }) => {
  const message = unexpectedPick(answer, expected);
  const pick = answer.result.recommendation;
  if (message === null || pick === null) return [];
  return [
    {
      code: "not-expected",
      level: "failure",
      model: pick.model,
      message: `${message}: ${pick.summary}`,
    },
  ];
};

/** The pick of a lock whose choice is the team's own is only said: they have decided. */
const pickChanged: Observe = ({ result }, { lock, model, isOwnChoice }) => {
  const pick = result.recommendation;
  if (lock === null || pick === null || isModel(pick, model)) return [];
  const message = isOwnChoice
    ? `the pick would be ${pick.model}, not your own choice ${model ?? ""}: ${pick.summary}`
    : `the pick is ${pick.model} now, no longer ${model ?? ""}: ${pick.summary}`;
  return [
    isOwnChoice
      ? { code: "pick-differs", level: "notice", model: pick.model, message }
      : { code: "pick-changed", level: "failure", model: pick.model, message },
  ];
};

const choiceExcluded: Observe = ({ decision }, { model, isOwnChoice }) => {
  const own = isOwnChoice ? anyAssessment(decision, model) : null;
  if (own === null || model === null) return [];
  const { screen: verdict, failed } = screen(own, decision.need);
  if (verdict !== "infeasible") return [];
  const reasons = list(failed.map((check) => requirementMessage(check, decision.need)));
  return [
    {
      code: "choice-excluded",
      level: "failure",
      model,
      message: `${model}, your own choice, no longer qualifies: it ${reasons}`,
    },
  ];
};

const unknownModel: Observe = ({ decision }, { model }) =>
  model === null || candidateIds(decision.sheets.catalog).includes(model)
    ? []
    : [
        {
          code: "unknown-model",
          level: "failure",
          model,
          message: `${model} is no longer in the catalog (lock again, or add it with --catalog)`,
        },
      ];

const dearer: Observe = ({ decision }, { lock, model }, { maxCostRisePercent }) => {
  const locked = model === null ? undefined : ownEntry(lock?.models, model)?.usdPerMonth;
  const own = anyAssessment(decision, model);
  if (own === null || !isPriced(own.cost) || model === null) return [];
  if (locked === undefined) {
    if (maxCostRisePercent === undefined || lock === null) return [];
    const message = `the lock holds no bill of ${own.candidate.name}: whether it rose cannot be told`;
    return [{ code: "cost-unknown", level: "failure", model, message }];
  }
  const now = own.cost.usdPerMonth;
  if (now <= locked) return [];
  const rise = locked === 0 ? "from nothing" : `by ${percent(now / locked - 1)}`;
  const isTooMuch =
    maxCostRisePercent !== undefined && now > locked * (1 + maxCostRisePercent / 100);
  return [
    {
      code: "cost-rose",
      level: isTooMuch ? "failure" : "warning",
      model,
      message: `${own.candidate.name} costs ${money(now)} a month, up ${rise} from ${money(locked)}`,
    },
  ];
};

const unsure: Observe = ({ result }, _guarded, { minConfidence }) => {
  const pick = result.recommendation;
  if (minConfidence === undefined || pick === null) return [];
  const { probability } = pick.confidence;
  if (probability >= minConfidence) return [];
  return [
    {
      code: "confidence-low",
      level: "failure",
      model: pick.model,
      message: `${pick.name} comes first in ${outOfHundred(probability)} what-if runs; ${outOfHundred(minConfidence)} are asked for`,
    },
  ];
};

const OBSERVERS = [
  noneQualifies,
  notExpected,
  pickChanged,
  choiceExcluded,
  unknownModel,
  ending,
  successor,
  dearer,
  unsure,
  facts,
  staleCatalog,
] as const satisfies readonly Observe[];
