/** Trait groups, rows and cells: their types, and the context that rows are made from. */
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
  /** Every claim that speaks of the model, the chosen one first. */
  claims: ComparedClaim[];
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

export interface TraitRow {
  trait: string;
  label: string;
  unit: Unit | null;
  cells: ReadonlyMap<string, Cell>;
  difference: Difference | null;
  notes: string[];
}

export interface TraitGroup {
  id: string;
  title: string;
  /** Other words for the group where traits are named. */
  alsoCalled: readonly string[];
  rows: (context: TraitContext) => TraitRow[];
}

export interface RowPlan {
  trait: string;
  label: string;
  unit?: Unit;
  cell: (compared: Compared) => Cell;
  differ?: Differ;
  notes?: string[];
}

export function row({ compared }: TraitContext, plan: RowPlan): TraitRow {
  const cells = new Map(compared.map((each) => [each.id, plan.cell(each)]));
  const known = compared.flatMap(({ id, name }) => {
    const value = cells.get(id)?.value ?? null;
    return value === null ? [] : [{ id, name, value }];
  });
  return {
    trait: plan.trait,
    label: plan.label,
    unit: plan.unit ?? null,
    cells,
    difference: known.length < 2 ? null : differenceOf(plan, known, known.length < compared.length),
    notes: plan.notes ?? [],
  };
}

/** With a value missing nobody is favoured: the unknown one might be better still. */
function differenceOf(
  { differ }: RowPlan,
  known: readonly KnownCell[],
  isIncomplete: boolean,
): Difference | null {
  const difference = differ?.(known) ?? null;
  return difference === null || !isIncomplete ? difference : { ...difference, favours: null };
}

/** The row, or nothing when no model has anything to say in it. */
export function rowIfKnown(context: TraitContext, plan: RowPlan): TraitRow[] {
  const made = row(context, plan);
  return [...made.cells.values()].some((cell) => cell.status !== "missing") ? [made] : [];
}
