/** Trait groups, the plans of their rows and the cells: their types, and the context that rows are made from. */
import type { CellStatus, ComparedClaim, ComparisonRow, KnownValue } from "./schema.ts";
import type { Candidate } from "../../facts/candidate.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { ArticleDimension } from "../../schema/descriptions.ts";
import type { Unit } from "../../words/units.ts";
import type { Need } from "../../decision/need.ts";

export interface Compared {
  id: string;
  /** Short enough for a column: the model's name, or a snapshot's id. */
  name: string;
  candidate: Candidate;
  sheet: FactSheet;
}

/** Which model the program picks for a use case; null when none qualifies. */
export type PickFor = (useCaseId: string) => { model: string; tie: boolean } | null;

export interface TraitContext {
  sheets: FactSheets;
  compared: readonly Compared[];
  /** The user's own workload, where one was given. */
  need: Need | null;
  pickFor: PickFor | null;
}

/** The article's claims, which are about all its models together: without one of them it says nothing. */
export function articleOf({ sheets, compared }: TraitContext): readonly ArticleDimension[] {
  const { models, dimensions } = sheets.catalog.article;
  const isCompared = (id: string) => compared.some(({ candidate }) => candidate.model.id === id);
  return models.every(isCompared) ? dimensions : [];
}

export interface Cell {
  value: KnownValue | null;
  text: string;
  status: CellStatus;
  fromSibling: boolean;
  /** Every claim that speaks of the model, the chosen one first; no screen lists them unless asked. */
  claims: () => ComparedClaim[];
}

export interface KnownCell {
  id: string;
  name: string;
  value: KnownValue;
}

export interface Difference {
  text: string;
  /** The model it speaks for; null when it speaks for none, or only by chance. */
  favours: string | null;
  /** The model with the better figure, be it by chance. */
  lead?: NonNullable<ComparisonRow["lead"]>;
}

/** Compares the known values of a row; given at least two. */
export type Differ = (known: readonly KnownCell[]) => Difference | null;

export interface TraitGroup {
  id: string;
  title: string;
  /** Other words for the group where traits are named. */
  alsoCalled: readonly string[];
  /**
   * The rows there may be, in their order.
   * @param rowOf makes one of them, once
   */
  plans: (context: TraitContext, rowOf: RowOf) => RowPlan[];
}

/** The rows that are meant, by what can be told of a row before it is made. */
export type RowsWhere = (
  isMeant: (row: Pick<ComparisonRow, "trait" | "group">) => boolean,
) => ComparisonRow[];

/** The row of a trait, where there is one. */
export type RowNamed = (trait: string) => ComparisonRow | undefined;

/** Null for a row that too few models have anything to say in. */
export type RowOf = (plan: RowPlan) => ComparisonRow | null;

/** A row as it will be made where somebody asks for it. */
export interface RowPlan {
  trait: string;
  label: string;
  unit?: Unit;
  /** Models that have to know; without so many there is no row. None has to unless told. */
  knownTo?: number;
  /** What else decides whether there is such a row. */
  isThere?: () => boolean;
  cell: (compared: Compared) => Cell;
  differ?: Differ;
  /** Instead of what tells the values apart. */
  says?: () => string | null;
  notes?: () => string[];
}

/** The models that have to know what is shown only where it compares; one alone need not share it. */
export function sharedBy({ compared }: TraitContext): number {
  return Math.min(2, compared.length);
}

/** What tells the known values of a plan's cells apart. */
export function differenceOf(
  { differ, says }: RowPlan,
  cells: ReadonlyMap<string, Cell>,
  compared: readonly Compared[],
): Difference | null {
  if (says !== undefined) {
    const text = says();
    return text === null ? null : { text, favours: null };
  }
  const known = compared.flatMap(({ id, name }) => {
    const value = cells.get(id)?.value ?? null;
    return value === null ? [] : [{ id, name, value }];
  });
  const difference = known.length < 2 ? null : (differ?.(known) ?? null);
  // With a value missing nobody is favoured: the unknown one might be better still.
  const isIncomplete = known.length < compared.length;
  return difference !== null && isIncomplete ? { ...difference, favours: null } : difference;
}
