/** Observations about the facts behind an answer: newly disputed, or old; and about a stale catalog. */
import { daysBetween } from "../../facts/calendar.ts";
import { staleCatalog as staleCatalogSentence } from "../../words/confidence.ts";
import type { Observation, Observe } from "./guarded.ts";
import { factsBehind } from "./make-lock.ts";

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
