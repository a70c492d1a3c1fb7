/** What is often said about a trait, with today's verdict: only once the evidence for it had been seen. */
import type { Catalog } from "../../schema/catalog.ts";
import type { ComparisonRow } from "./schema.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";

export function articleOn({ catalog, asOf }: FactSheets, trait: string): ComparisonRow["article"] {
  const dimension = catalog.article.dimensions.find((each) => each.trait === trait);
  if (dimension === undefined) return undefined;
  const seen = lastSeen(catalog);
  if (dimension.sources.some((source) => (seen.get(source) ?? asOf) > asOf)) return undefined;
  const { claim, verdict, evidence, sources } = dimension;
  return { claim, verdict, evidence, sources };
}

const known = new WeakMap<object, ReadonlyMap<string, string>>();

/** The newest day any claim of each source was observed; found once for a catalog. */
function lastSeen({ models }: Catalog): ReadonlyMap<string, string> {
  const before = known.get(models);
  if (before !== undefined) return before;
  const days = new Map<string, string>();
  collect(models, days);
  known.set(models, days);
  return days;
}

function collect(part: unknown, days: Map<string, string>): void {
  if (Array.isArray(part)) {
    for (const item of part) collect(item, days);
  } else if (isRecord(part)) {
    const { source, observed } = part;
    if (typeof source === "string" && typeof observed === "string") {
      if (observed > (days.get(source) ?? "")) days.set(source, observed);
    } else {
      for (const inner of Object.values(part)) collect(inner, days);
    }
  }
}

function isRecord(part: unknown): part is Record<string, unknown> {
  return typeof part === "object" && part !== null;
}
