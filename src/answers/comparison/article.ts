/** What is often said about a trait, with today's verdict: only once the evidence for it had been seen. */
import type { ComparisonRow } from "./schema.ts";
import { lastObserved } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";

export function articleOn({ catalog, asOf }: FactSheets, trait: string): ComparisonRow["article"] {
  const dimension = catalog.article.dimensions.find((each) => each.trait === trait);
  if (dimension === undefined) return undefined;
  const seen = lastObserved(catalog.models);
  if (dimension.sources.some((source) => (seen.get(source) ?? asOf) > asOf)) return undefined;
  const { claim, verdict, evidence, sources } = dimension;
  return { claim, verdict, evidence, sources };
}
