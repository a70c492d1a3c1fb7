/** From facts to the cells of a comparison: value, words for it, status, and every claim behind it. */
import { compareText } from "../../facts/claim-order.ts";
import type { Fact, Statement } from "../../facts/claims.ts";
import { factRow, type NumericPath } from "../../facts/fact-rows.ts";
import { list } from "../../words/figures.ts";
import type { CellStatus, ComparedClaim, KnownValue } from "./schema.ts";
import type { Cell, RowPlan } from "./trait.ts";

type CellPlan = Pick<RowPlan, "unit" | "cell">;

export const NOT_KNOWN = "not known";

export function unknownCell(facts: readonly Fact<unknown>[] = []): Cell {
  return {
    value: null,
    text: NOT_KNOWN,
    status: "missing",
    fromSibling: false,
    claims: () => facts.flatMap((fact) => claimsOf(fact)),
  };
}

export interface Reading<Value> {
  text: (value: Value) => string;
  /** Where the claimed value is no plain figure, word or list. */
  value?: (value: Value) => KnownValue;
}

/** One fact, one cell. */
export function factCell<Value>(fact: Fact<Value>, reading: Reading<Value>): Cell {
  if (fact.value === null) return unknownCell([fact]);
  const valueOf = reading.value ?? plainValue;
  return {
    value: valueOf(fact.value),
    text: reading.text(fact.value),
    status: statusOf(fact),
    fromSibling: fact.sibling,
    claims: () => claimsOf(fact, valueOf),
  };
}

/** A numeric fact as the cells of a row, in the unit of the fact. */
export function figureAt(path: NumericPath, text: (value: number) => string): CellPlan {
  const { unit } = factRow(path);
  return {
    ...(unit === undefined ? {} : { unit }),
    cell: ({ sheet }) => factCell(sheet.numeric(path), { text }),
  };
}

/** Prose: other words for the same thing are no dispute. */
export function proseCell(fact: Fact<string>): Cell {
  const cell = factCell(fact, { text: (words) => words });
  return { ...cell, status: fact.status };
}

export function listCell(fact: Fact<string[]>): Cell {
  return factCell(fact, { text: (words) => list(words) });
}

export function yesOrNoCell(fact: Fact<boolean>): Cell {
  return factCell(fact, { text: (is) => (is ? "yes" : "no") });
}

export function wordCell(fact: Fact<string>): Cell {
  return factCell(fact, { text: (word) => word });
}

/** A value computed from several facts: unknown with any of them, and no better than the worst. */
export function derivedCell(
  facts: readonly Fact<unknown>[],
  value: KnownValue | null,
  text: (value: KnownValue) => string,
): Cell {
  if (value === null) return unknownCell(facts);
  const statuses = facts.map(statusOf);
  const worst = (["missing", "disputed", "stale"] as const).find((each) => statuses.includes(each));
  return {
    value,
    text: text(value),
    status: worst ?? "fresh",
    fromSibling: facts.some((fact) => fact.sibling),
    claims: () => facts.flatMap((fact) => claimsOf(fact)),
  };
}

function statusOf(fact: Fact<unknown>): CellStatus {
  return fact.disputedBy.length > 0 ? "disputed" : fact.status;
}

/** Claims that speak of the snapshot or, for a benchmark borrowed from a sibling, of that sibling. */
function claimsOf<Value>(
  fact: Fact<Value>,
  valueOf: (value: Value) => KnownValue = plainValue,
): ComparedClaim[] {
  const direct = fact.statements.filter((statement) => statement.scope !== "other");
  const borrowed = JSON.stringify(fact.chosen?.claim.scope);
  const about = fact.sibling
    ? fact.statements.filter((each) => JSON.stringify(each.claim.scope) === borrowed)
    : direct;
  return shownClaims(fact.path, about, fact.chosen, valueOf);
}

/** The chosen claim first, then the newest; the same whatever the order of the file. */
export function shownClaims<Value>(
  path: string,
  statements: readonly Statement<Value>[],
  chosen: Statement<Value> | null,
  valueOf: (value: Value) => KnownValue = plainValue,
): ComparedClaim[] {
  return statements
    .map(({ claim }) => ({
      fact: path,
      value: valueOf(claim.value),
      source: claim.source,
      observed: claim.observed,
      undated: claim.undated === true,
      chosen: claim === chosen?.claim,
      note: claim.note ?? null,
    }))
    .toSorted(
      (a, b) =>
        Number(b.chosen) - Number(a.chosen) ||
        compareText(b.observed, a.observed) ||
        compareText(a.source, b.source) ||
        compareText(JSON.stringify(a.value), JSON.stringify(b.value)),
    );
}

function plainValue(value: unknown): KnownValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return value;
  }
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value);
}
