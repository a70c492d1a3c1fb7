/** The account as rows: one a fact, with where it comes from and what else was claimed. */
import type { Explanation, FactClaim, FactRecord } from "../schema.ts";
import type { Grid } from "../../../format/presentation.ts";

const COLUMNS = [
  "model",
  "fact",
  "label",
  "used_for",
  "value",
  "unit",
  "low",
  "high",
  "status",
  "disputed",
  "from_sibling",
  "source",
  "source_title",
  "source_class",
  "observed",
  "undated",
  "about",
  "via",
  "other_claims",
] as const;

export function explanationGrid({ model, facts, sources }: Explanation): Grid {
  return {
    columns: COLUMNS,
    rows: facts.map((fact) => {
      const taken = fact.claims.find((claim) => claim.role === "taken");
      return [
        model,
        fact.path,
        fact.label,
        fact.usedFor.join("; "),
        cell(fact.value),
        fact.unit,
        fact.low,
        fact.high,
        fact.status,
        fact.disputed,
        fact.sibling,
        ...(taken === undefined
          ? Array.from({ length: 7 }, () => null)
          : provenance(taken, sources)),
        others(fact),
      ];
    }),
  };
}

function provenance(
  { source, class: sourceClass, observed, undated, about, via }: FactClaim,
  sources: Explanation["sources"],
) {
  return [source, sources[source]?.title ?? null, sourceClass, observed, undated, about, via];
}

function others({ claims }: FactRecord): string {
  return claims
    .filter((claim) => claim.role !== "taken")
    .map(({ value, source, observed, because }) =>
      [`${String(cell(value))} ${source} ${observed}`, ...(because === null ? [] : [because])].join(
        ": ",
      ),
    )
    .join("; ");
}

function cell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") {
    return value;
  }
  return JSON.stringify(value);
}
