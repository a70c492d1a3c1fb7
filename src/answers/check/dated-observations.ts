/**
 * Observations that come with time: a guarded model's shutdown, its migration target, facts disputed or old, a stale
 * catalog.
 */
import { screen } from "../../decision/screening.ts";
import { ownEntry, daysBetween } from "../../schema/texts.ts";
import { endsOn, shutdown } from "../../words/endings.ts";
import { list } from "../../words/figures.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import { staleCatalog as staleCatalogSentence } from "../../words/sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { anyAssessment, type Observe, type Observation } from "./guarded.ts";
import { factsBehind } from "./make-lock.ts";

// Observations about the facts behind an answer: newly disputed, or old; and about a stale catalog.

export const facts: Observe = (answer, { lock }, { maxAgeDays }) =>
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

export const staleCatalog: Observe = ({ result }, _guarded, { maxCatalogAgeDays }) => {
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

/** Near, or nearer than the lock says: fails. Known to the lock and further away: is said. */
export const ending: Observe = ({ result, decision }, { lock, model }, { failWithinDays }) => {
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
export const successor: Observe = ({ result, decision }, { lock, model }) => {
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
        message: `${own.candidate.name} ${endsOn(date)} and the lock names nothing to move to (pick-model migrate ${model}, then pick-model lock --migrate-to <model>)`,
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
