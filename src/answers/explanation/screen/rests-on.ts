/** The table of the few facts an account rests on: each with its day, its source, and what is doubtful about it. */
import { PRICE_LABELS } from "../../../facts/fact-rows.ts";
import { type Block, linked, plainText, type Text } from "../../../format/document.ts";
import { TOKEN_PRICES } from "../../../schema/vocabulary.ts";
import { measured } from "../../../words/figures.ts";
import { stated } from "../../../words/units.ts";
import type { FactClaim, FactRecord, Explanation } from "../schema.ts";

const COLUMNS = ["Rests on", "figure", "dated", "source"];
/** Facts in the order people ask: what it costs, how fast it is, when it ends. */
const MOST_PRICES = 3;

export function factsBlock(explanation: Explanation): Block[] {
  const { facts, quality, sources } = explanation;
  const rowOf = (fact: FactRecord) => factRow(fact, sources);
  const known = facts.filter(({ status }) => status !== "missing");
  const of = (use: FactRecord["usedFor"][number]) =>
    known.filter(({ usedFor }) => usedFor.includes(use));
  const end = known.filter(({ path }) => path === "lifecycle.shutdown");
  const rows = [
    ...of("cost").slice(0, MOST_PRICES).map(rowOf),
    ...of("latency").map(rowOf),
    ...(quality.benchmarks.length === 0 ? [] : [testsRow(of("quality"), sources)]),
    ...end.map(rowOf),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      columns: COLUMNS.map((header) => ({ header, align: "left" })),
      rows,
    },
  ];
}

function takenOf({ claims }: FactRecord): FactClaim | undefined {
  return claims.find(({ role }) => role === "taken");
}

function factRow(fact: FactRecord, sources: Explanation["sources"]): Text[] {
  const taken = takenOf(fact);
  return [
    BRIEF_LABELS.get(fact.path) ?? fact.label,
    `${figureOf(fact)}${doubt([fact])}`,
    taken?.observed ?? "",
    taken === undefined ? "" : [linked(taken.source, sources[taken.source]?.url)],
  ];
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
