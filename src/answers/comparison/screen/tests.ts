/** Tests by what they ask for, the largest lead first: the order a table of many benchmarks is read in. */
import { BENCHMARK_FIELDS } from "../../../schema/descriptions.ts";
import type { ComparisonRow } from "../schema.ts";

export interface TestFields {
  /** By the trait of its row. */
  of: ReadonlyMap<string, string>;
  /** Tests shown; the others are counted. */
  most: number;
}

export const UNGROUPED: TestFields = { of: new Map(), most: Infinity };

export interface ShownTests {
  rows: ComparisonRow[];
  leftOut: number;
}

/**
 * What is no test stands first, a test without a field last. Where not all are shown each field shows its largest
 * lead before any shows its second: no field drops out because its leads are small.
 */
export function orderedTests(rows: readonly ComparisonRow[], { of, most }: TestFields): ShownTests {
  const fieldOf = ({ trait }: ComparisonRow) => of.get(trait) ?? "";
  const tests = rows.filter((row) => fieldOf(row) !== "");
  if (tests.length === 0) return { rows: [...rows], leftOut: 0 };
  const first = rows.findIndex((row) => fieldOf(row) !== "");
  const others = rows.slice(first).filter((row) => fieldOf(row) === "");
  const fields = [...BENCHMARK_FIELDS].map((field) =>
    tests.filter((row) => fieldOf(row) === field).toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  );
  const longest = Math.max(...fields.map((own) => own.length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    fields.flatMap((own) => own[turn] ?? []),
  );
  const chosen = new Set(turns.flat().slice(0, most));
  const kept = most < tests.length ? [] : others;
  return {
    rows: [...rows.slice(0, first), ...fields.flat().filter((row) => chosen.has(row)), ...kept],
    leftOut: rows.length - first - chosen.size - kept.length,
  };
}

/** Near even odds, where `1 / (1 + 10^(-d / 400))` rises by 0.00144 a point. */
const ELO_POINTS_A_PERCENT = 7;

/** The size of a lead, whoever has it; unknown leads come last. */
function sizeOf({ lead, unit }: ComparisonRow): number {
  if (lead === null) return -1;
  return unit === "Elo points" ? lead.by / ELO_POINTS_A_PERCENT : lead.by;
}
