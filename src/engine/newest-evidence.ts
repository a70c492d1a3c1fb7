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

function collect(value: unknown, days: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "observed" && typeof inner === "string") days.add(inner);
    else collect(inner, days);
  }
}
