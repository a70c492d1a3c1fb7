/** The columns of a run: what each configuration of a model did with the tests. */
import { type SuccessRate, successRate, type TestTally } from "../success-rate.ts";
import type { Row } from "./row.ts";

export interface Column {
  promptIdx: number;
  providerId: string;
  label: string;
  rows: number;
  notRun: number;
  ungraded: number;
  locallyCached: number;
  /** By test. */
  tallies: ReadonlyMap<string, TestTally>;
  /** Null where nothing was graded. */
  rate: SuccessRate | null;
  /** Means a request; null where every answer came out of a cache. */
  tokens: { input: number; output: number; cachedInput: number; n: number } | null;
  /** Null without an answer that took time of its own. */
  answerSeconds: { p50: number; n: number; outputTokensP50: number } | null;
}

/** In the order of their numbers. @param countErrors requests that were not served count as failures */
export function columnsOf(rows: readonly Row[], countErrors: boolean): Column[] {
  const byColumn = new Map<number, Row[]>();
  for (const row of rows) {
    const group = byColumn.get(row.column);
    if (group === undefined) byColumn.set(row.column, [row]);
    else group.push(row);
  }
  return [...byColumn]
    .toSorted(([a], [b]) => a - b)
    .map(([promptIdx, group]) => columnOf(promptIdx, group, countErrors));
}

function columnOf(promptIdx: number, rows: readonly Row[], countErrors: boolean): Column {
  const tallies = new Map<string, TestTally>();
  for (const { test, outcome } of rows) {
    const isFailure = outcome === "fail" || (countErrors && outcome === "not-run");
    if (outcome !== "pass" && !isFailure) continue;
    const before = tallies.get(test) ?? { passed: 0, tried: 0 };
    const passed = before.passed + (outcome === "pass" ? 1 : 0);
    tallies.set(test, { passed, tried: before.tried + 1 });
  }
  const [first] = rows;
  const numberOf = (is: (row: Row) => boolean) => rows.filter(is).length;
  return {
    promptIdx,
    providerId: first?.providerId ?? "",
    label: first?.label ?? "",
    rows: rows.length,
    notRun: numberOf(({ outcome }) => outcome === "not-run"),
    ungraded: numberOf(({ outcome }) => outcome === "ungraded"),
    locallyCached: numberOf(({ locallyCached }) => locallyCached),
    tallies,
    rate: successRate([...tallies.values()]),
    tokens: tokensOf(rows),
    answerSeconds: secondsOf(rows),
  };
}

function tokensOf(rows: readonly Row[]): Column["tokens"] {
  const known = rows.flatMap(({ tokens }) => tokens ?? []);
  const n = known.length;
  if (n === 0) return null;
  const mean = (of: (each: (typeof known)[number]) => number) =>
    known.reduce((sum, each) => sum + of(each), 0) / n;
  return {
    input: mean(({ input }) => input),
    output: mean(({ output }) => output),
    cachedInput: mean(({ cachedInput }) => cachedInput),
    n,
  };
}

function secondsOf(rows: readonly Row[]): Column["answerSeconds"] {
  const timed = rows.flatMap(({ seconds, tokens }) =>
    seconds === null || tokens === null ? [] : [{ seconds, output: tokens.output }],
  );
  return timed.length === 0
    ? null
    : {
        p50: nearestRankMedian(timed.map(({ seconds }) => seconds)),
        n: timed.length,
        outputTokensP50: nearestRankMedian(timed.map(({ output }) => output)),
      };
}

function nearestRankMedian(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
}

export interface PairTable {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/** The tests that both took: a test that was repeated is passed where at least half of its tries are. */
export function pairOf(first: Column, second: Column): PairTable {
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [test, tally] of first.tallies) {
    const other = second.tallies.get(test);
    if (other === undefined) continue;
    const [here, there] = [tally, other].map(({ passed, tried }) => passed * 2 >= tried);
    table[
      here === true
        ? there === true
          ? "both"
          : "onlyFirst"
        : there === true
          ? "onlySecond"
          : "neither"
    ] += 1;
  }
  return table;
}
