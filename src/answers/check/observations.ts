/** What there is to say of a lock in view of one answer, before causes, acceptances and the verdict. */
import { isPriced } from "../../decision/cost.ts";
import { screen } from "../../decision/screening.ts";
import { daysBetween } from "../../facts/calendar.ts";
import { candidateIds } from "../../facts/candidate.ts";
import { ownEntry } from "../../schema/records.ts";
import { shutdown } from "../../words/endings.ts";
import { list, money, outOfHundred, percent } from "../../words/figures.ts";
import { staleCatalog as staleCatalogSentence } from "../../words/findings.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { anyAssessment } from "./any-assessment.ts";
import { factsBehind } from "./make-lock.ts";
import type { CheckPolicy } from "./policy.ts";
import type { CheckFinding, Lock } from "./schema.ts";

export type Observation = Omit<CheckFinding, "cause" | "passes"> &
  /** Where it can be told without deciding again. */
  Partial<Pick<CheckFinding, "cause">>;

/** A lock, or null for requirements that were never locked; and the model it guards. */
export interface Guarded {
  lock: Lock | null;
  /** The team's own choice or the pick of the lock; null without a lock. */
  model: string | null;
  isOwnChoice: boolean;
}

type Observe = (answer: Answer, guarded: Guarded, policy: CheckPolicy) => Observation[];

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

const notExpected: Observe = ({ result }, _guarded, { expected }) => {
  const pick = result.recommendation;
  if (expected === undefined || pick === null || isModel(pick, expected)) return [];
  return [
    {
      code: "not-expected",
      level: "failure",
      model: pick.model,
      message: `${pick.model} is the pick, not ${expected}: ${pick.summary}`,
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

/** Near, or nearer than the lock says: fails. Known to the lock and further away: is said. */
const ending: Observe = ({ result, decision }, { lock, model }, { failWithinDays }) => {
  const guarded = model ?? result.recommendation?.model;
  const own = anyAssessment(decision, guarded);
  const date = own?.lifecycle.shutdown.value;
  if (own === null || date === null || date === undefined || guarded === undefined) return [];
  const days = daysBetween(result.asOf, date);
  const end = shutdown({ names: [own.candidate.name], date, days, vendor: null });
  if (days < 0) {
    return [{ code: "shut-down", level: "failure", model: guarded, message: end }];
  }
  const known = lock === null ? date : (ownEntry(lock.models, guarded)?.shutdown ?? null);
  const isSooner = known === null || date < known;
  const sooner = known === null ? ", which the lock does not know" : `, not on ${known}`;
  return [
    {
      code: "shutdown-announced",
      level: days <= failWithinDays || isSooner ? "failure" : "warning",
      ...(isSooner ? {} : { cause: "time" as const }),
      model: guarded,
      message: `${end}${isSooner ? sooner : ""}`,
    },
  ];
};

/** A model that ends, and nobody wrote down what comes after it; or what was written down will not do. */
const successor: Observe = ({ result, decision }, { lock, model }) => {
  const own = anyAssessment(decision, model);
  const date = own?.lifecycle.shutdown.value ?? null;
  if (lock === null || own === null || model === null || date === null) return [];
  const target = lock.migrateTo?.model;
  if (target === undefined) {
    return [
      {
        code: "no-migration-target",
        level: "warning",
        cause: "time",
        model,
        message: `${own.candidate.name} ends on ${date} and the lock names nothing to move to (pick-model migrate ${model}, then pick-model lock --migrate-to <model>)`,
      },
    ];
  }
  const unfit = unfitness(target, date, decision);
  if (unfit === null) return [];
  return [
    {
      code: "migration-target-unfit",
      level: "failure",
      cause: "time",
      model: target,
      message: `${target}, to which ${own.candidate.name} is to move after ${result.asOf > date ? "its end on " : ""}${date}, ${unfit}`,
    },
  ];
};

/** Why nobody can move to a model; null where one can. */
function unfitness(target: string, end: string, decision: Answer["decision"]): string | null {
  const assessment = anyAssessment(decision, target);
  if (assessment === null) return "is not in the catalog";
  const ownEnd = assessment.lifecycle.shutdown.value;
  if (ownEnd !== null && ownEnd <= end) return `ends no later itself, on ${ownEnd}`;
  const { failed } = screen(assessment, decision.need);
  return failed.length === 0
    ? null
    : list(failed.map((check) => requirementMessage(check, decision.need)));
}

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

const facts: Observe = (answer, { lock }, { maxAgeDays }) =>
  factsBehind(answer).flatMap((fact): Observation[] => {
    const { model, source, observed } = fact;
    const before = lock?.facts.find((each) => each.model === model && each.fact === fact.fact);
    const age = daysBetween(observed, answer.result.asOf);
    const where = `${fact.fact} of ${model} (${fact.value}, ${source}, ${observed})`;
    return [
      ...(fact.disputed && before !== undefined && !before.disputed
        ? [
            {
              code: "fact-disputed" as const,
              level: "failure" as const,
              model,
              message: `${where} has become disputed`,
            },
          ]
        : []),
      ...(maxAgeDays !== undefined && age > maxAgeDays
        ? [
            {
              code: "fact-stale" as const,
              level: "failure" as const,
              model,
              message: `${where} is ${age} days old, more than ${maxAgeDays}`,
            },
          ]
        : []),
    ];
  });

const staleCatalog: Observe = ({ result }, _guarded, { maxCatalogAgeDays }) => {
  const { newestEvidence } = result.catalog;
  if (newestEvidence === null) return [];
  const age = daysBetween(newestEvidence, result.asOf);
  if (age <= maxCatalogAgeDays) return [];
  return [
    {
      code: "catalog-stale",
      level: "failure",
      message: staleCatalogSentence(age, newestEvidence, maxCatalogAgeDays),
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
