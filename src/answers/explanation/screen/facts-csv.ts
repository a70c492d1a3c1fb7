/** The account as rows of a CSV: one a fact, with where it comes from and what else was claimed. */
import type { Explanation, FactClaim, FactRecord } from "../schema.ts";
import { gridOf, type GridColumns } from "../../../format/columns.ts";
import type { Grid } from "../../../format/presentation.ts";

interface FactRow {
  model: string;
  fact: FactRecord;
  /** The claim that is believed, where there is one. */
  taken: FactClaim | undefined;
  sources: Explanation["sources"];
}

const COLUMNS: GridColumns<FactRow> = {
  model: { value: ({ model }) => model },
  fact: { value: ({ fact }) => fact.path },
  label: { value: ({ fact }) => fact.label },
  used_for: { value: ({ fact }) => fact.usedFor.join("; ") },
  value: { value: ({ fact }) => cell(fact.value) },
  unit: { value: ({ fact }) => fact.unit },
  low: { value: ({ fact }) => fact.low },
  high: { value: ({ fact }) => fact.high },
  status: { value: ({ fact }) => fact.status },
  disputed: { value: ({ fact }) => fact.disputed },
  from_sibling: { value: ({ fact }) => fact.sibling },
  source: { value: ({ taken }) => taken?.source ?? null },
  source_title: { value: ({ taken, sources }) => sources[taken?.source ?? ""]?.title ?? null },
  source_class: { value: ({ taken }) => taken?.class ?? null },
  observed: { value: ({ taken }) => taken?.observed ?? null },
  undated: { value: ({ taken }) => taken?.undated ?? null },
  about: { value: ({ taken }) => taken?.about ?? null },
  via: { value: ({ taken }) => taken?.via ?? null },
  other_claims: { value: ({ fact }) => others(fact) },
};

export function explanationGrid({ model, facts, sources }: Explanation): Grid {
  const rows = facts.map((fact): FactRow => {
    return { model, fact, taken: fact.claims.find(({ role }) => role === "taken"), sources };
  });
  return gridOf(COLUMNS, rows);
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
