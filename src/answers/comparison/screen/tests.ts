/** Rows that are many of a kind, as a table shows them: tests by what they ask for, and all runs of one suite in one. */
import { BENCHMARK_FIELDS } from "../../../schema/descriptions.ts";
import { measured } from "../../../words/figures.ts";
import type { ComparisonCell, ComparisonRow } from "../schema.ts";

export interface TestFields {
  /** By the trait of its row. */
  of: ReadonlyMap<string, string>;
  /** What the runs of a suite time, by what they are called before the day; in the records each run is a row. */
  timed: ReadonlyMap<string, string>;
  /** Tests shown; the others are counted. */
  most: number;
}

export const UNGROUPED: TestFields = { of: new Map(), timed: new Map(), most: Infinity };

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

/** `speed.request.bfcl-2024-08-14`: a suite, and the day of its run. */
const RUN = /\.([a-z]+)-(\d{4})-\d\d-\d\d$/;

/** Several runs of a suite in the place of the first. */
export function withRunsTogether(
  rows: readonly ComparisonRow[],
  { timed }: TestFields,
): ComparisonRow[] {
  const suiteOf = ({ trait }: ComparisonRow) => RUN.exec(trait)?.[1] ?? null;
  return rows.flatMap((row, place) => {
    const suite = suiteOf(row);
    const name = suite === null ? undefined : timed.get(suite);
    if (name === undefined) return [row];
    const runs = rows.filter((each) => suiteOf(each) === suite);
    if (runs.length < 2) return [row];
    return rows.findIndex((each) => suiteOf(each) === suite) === place
      ? [together(name, runs)]
      : [];
  });
}

/** Level where each is ahead at times: seconds of a whole request vary far more than the means of two models differ. */
function together(name: string, runs: readonly ComparisonRow[]): ComparisonRow {
  const [first] = runs as [ComparisonRow];
  const years = runs.map(({ trait }) => RUN.exec(trait)?.[2] ?? "").toSorted();
  const leaders = new Set(runs.flatMap(({ favours }) => favours ?? []));
  const [leader = null] = leaders.size === 1 ? leaders : [];
  const cells = Object.keys(first.cells).map((id) => {
    const all = runs.flatMap(({ cells: { [id]: cell } }) => cell ?? []);
    const known = all.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
    const [some] = all as [ComparisonCell];
    const evidence = all.flatMap((cell) => cell.evidence);
    const text =
      known.length === 0
        ? some.text
        : `${measured(Math.min(...known))}-${measured(Math.max(...known))} s`;
    return [id, { ...some, value: null, text, evidence }];
  });
  return {
    ...first,
    label: `${name}, ${runs.length} runs`,
    unit: null,
    cells: Object.fromEntries(cells) as ComparisonRow["cells"],
    difference: leader === null ? "level" : "faster in each",
    favours: leader,
    notes: [
      ...first.notes,
      `${name}: seconds of a whole request, from ${years[0] ?? ""} to ${years.at(-1) ?? ""}.`,
    ],
  };
}
