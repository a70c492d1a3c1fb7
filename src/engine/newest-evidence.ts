/** The newest day any claim of the catalog was observed, as seen from the day of the decision. */
import type { IsoDate } from "../schema/scalars.ts";
import type { FactSheets } from "./fact-sheets.ts";

const known = new WeakMap<object, string[]>();

export function newestEvidence({ catalog, asOf }: FactSheets): IsoDate | null {
  const visible = observedDays(catalog.models).filter((day) => day <= asOf);
  return visible.at(-1) ?? null;
}

/** Every `observed` day of the models, sorted; found once for a catalog. */
function observedDays(models: object): string[] {
  const seen = known.get(models);
  if (seen !== undefined) return seen;
  const days = new Set<string>();
  collect(models, days);
  const sorted = [...days].toSorted();
  known.set(models, sorted);
  return sorted;
}

function collect(value: unknown, days: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "observed" && typeof inner === "string") days.add(inner);
    else collect(inner, days);
  }
}
