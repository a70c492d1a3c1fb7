/** The newest day any claim of the catalog was observed, as seen from the day of the decision. */
import type { IsoDate } from "../schema/scalars.ts";
import type { FactSheets } from "./fact-sheets.ts";
import { remembered } from "./remembered.ts";

export function newestEvidence({ catalog, asOf }: FactSheets): IsoDate | null {
  return observedDays(catalog.models).findLast((day) => day <= asOf) ?? null;
}

/** Every `observed` day of the models, sorted. */
const observedDays = remembered((models: object): string[] => {
  const days = new Set<string>();
  collect(models, days);
  return [...days].toSorted();
});

/** A claim holds no other claims: the search goes no deeper. */
function collect(value: unknown, days: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if ("observed" in value && typeof value.observed === "string") days.add(value.observed);
  else for (const inner of Object.values(value)) collect(inner, days);
}
