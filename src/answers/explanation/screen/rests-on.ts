/** The facts an account rests on, from one list of columns: a table of those people ask for, and a CSV of all. */
import { PRICE_LABELS } from "../../../facts/fact-rows.ts";
import { gridOf, type GridColumns, tableOf } from "../../../format/columns.ts";
import { type Block, linked, plainText, type Text } from "../../../format/document.ts";
import type { Grid } from "../../../format/presentation.ts";
import { TOKEN_PRICES } from "../../../schema/vocabulary.ts";
import { measured } from "../../../words/figures.ts";
import { stated } from "../../../words/units.ts";
import type { FactClaim, FactRecord, Explanation } from "../schema.ts";

/** Facts in the order people ask: what it costs, how fast it is, when it ends. */
const MOST_PRICES = 3;

export function factsBlock({ model, facts, quality, sources }: Explanation): Block[] {
  const known = facts.filter(({ status }) => status !== "missing");
  const of = (use: FactRecord["usedFor"][number]) =>
    known.filter(({ usedFor }) => usedFor.includes(use));
  const tableFor = (some: readonly FactRecord[]) =>
    tableOf(COLUMNS, rowsOf(some, { model, sources }), ["label", "value", "observed", "source"]);
  const asked = [...of("cost").slice(0, MOST_PRICES), ...of("latency")];
  const end = known.filter(({ path }) => path === "lifecycle.shutdown");
  const table = tableFor(asked);
  const rows = [
    ...table.rows,
    ...(quality.benchmarks.length === 0 ? [] : [testsRow(of("quality"), sources)]),
    ...tableFor(end).rows,
  ];
  return rows.length === 0 ? [] : [{ ...table, rows }];
}

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
  label: {
    value: ({ fact }) => fact.label,
    header: "Rests on",
    text: ({ fact }) => BRIEF_LABELS.get(fact.path) ?? fact.label,
  },
  used_for: { value: ({ fact }) => fact.usedFor.join("; ") },
  value: {
    value: ({ fact }) => cell(fact.value),
    header: "figure",
    text: ({ fact }) => `${figureOf(fact)}${doubt([fact])}`,
  },
  unit: { value: ({ fact }) => fact.unit },
  low: { value: ({ fact }) => fact.low },
  high: { value: ({ fact }) => fact.high },
  status: { value: ({ fact }) => fact.status },
  disputed: { value: ({ fact }) => fact.disputed },
  from_sibling: { value: ({ fact }) => fact.sibling },
  source: {
    value: ({ taken }) => taken?.source ?? null,
    header: "source",
    text: ({ taken, sources }) =>
      taken === undefined ? "" : [linked(taken.source, sources[taken.source]?.url)],
  },
  source_title: { value: ({ taken, sources }) => sources[taken?.source ?? ""]?.title ?? null },
  source_class: { value: ({ taken }) => taken?.class ?? null },
  observed: { value: ({ taken }) => taken?.observed ?? null, header: "dated" },
  undated: { value: ({ taken }) => taken?.undated ?? null },
  about: { value: ({ taken }) => taken?.about ?? null },
  via: { value: ({ taken }) => taken?.via ?? null },
  other_claims: { value: ({ fact }) => others(fact) },
};

/** The account as rows of a CSV: one a fact, with where it comes from and what else was claimed. */
export function explanationGrid(explanation: Explanation): Grid {
  return gridOf(COLUMNS, rowsOf(explanation.facts, explanation));
}

function rowsOf(
  facts: readonly FactRecord[],
  { model, sources }: Pick<Explanation, "model" | "sources">,
): FactRow[] {
  return facts.map((fact) => ({ model, fact, taken: takenOf(fact), sources }));
}

function takenOf({ claims }: FactRecord): FactClaim | undefined {
  return claims.find(({ role }) => role === "taken");
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

function testsRow(results: readonly FactRecord[], sources: Explanation["sources"]): Text[] {
  const days = results.flatMap((fact) => takenOf(fact)?.observed ?? []).toSorted();
  const named = [...new Set(results.flatMap((fact) => takenOf(fact)?.source ?? []))];
  const [first = ""] = named;
  const more = named.length > 1 ? ` and ${named.length - 1} more` : "";
  return [
    "quality",
    `${results.length} ${results.length === 1 ? "test" : "tests"}${doubt(results)}`,
    `${days[0]?.slice(0, "2024-07".length) ?? ""} on`,
    [linked(first, sources[first]?.url), more],
  ];
}

const MARK = "\u00A0*";

export function isMarked(figure: Text): boolean {
  return plainText(figure).endsWith(MARK);
}

function doubt(facts: readonly FactRecord[]): string {
  return facts.some(({ status, disputed }) => status === "stale" || disputed) ? MARK : "";
}

/** Where the standard tier, and that a wait is a time, go without saying. */
const BRIEF_LABELS: ReadonlyMap<string, string> = new Map([
  ...TOKEN_PRICES.map((name) => [`prices.standard.${name}`, PRICE_LABELS[name]] as const),
  ["speed.timeToFirstTokenSeconds", "first token"],
]);

const UNITS: Readonly<Record<string, string>> = {
  "USD per million tokens": " / 1M",
  "tokens per second": " tokens/s",
  seconds: " s",
  s: " s",
};

function figureOf({ value, unit }: FactRecord): string {
  const text =
    typeof value === "number" && unit === "tokens per second"
      ? measured(value)
      : stated(value, unit);
  return `${text}${unit === null ? "" : (UNITS[unit] ?? "")}`;
}
