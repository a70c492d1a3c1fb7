/** Models side by side: every trait a row, made when somebody asks for it, with every claim behind it. */
import type { Need } from "../../decision/need.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { lastObserved, newestObservation } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { lazy, memoizeByObject } from "../../facts/memoize.ts";
import { alike } from "../../words/sentences.ts";
import { sourceNotes } from "../recommendation/record-entries.ts";
import type { Comparison, ComparisonCell, ComparisonRow } from "./schema.ts";
import { alertsOf, summaryOf } from "./summary.ts";
import {
  articleOf,
  type Cell,
  differenceOf,
  type PickFor,
  type RowNamed,
  type RowPlan,
  type RowsWhere,
  type TraitContext,
} from "./trait.ts";
import { selection, TRAIT_GROUPS } from "./traits/index.ts";

export type { PickFor } from "./trait.ts";

export interface CompareOptions {
  /** Groups (`cost`, `latency`) or rows (`cost.image`) to show; absent means all. */
  traits?: readonly string[];
  /** Every claim that speaks of a model, and not the chosen ones alone. */
  evidence: boolean;
  /** Adds what the user's own workload costs, and how long it makes a user wait. */
  need?: Need;
  /** Who is picked for a use case: resolving its requirements is not the engine's work. */
  pickFor?: PickFor;
}

export interface OpenComparison {
  /** What was asked for. */
  record: Comparison;
  /** Any rows there are, by what can be told of them, and by name. */
  rowsWhere: RowsWhere;
  rowNamed: RowNamed;
}

/**
 * Every trait of the models, in the order given. What nobody states is null and `not known`; a trait only some models
 * have is a row, one that none has is left out unless it belongs to the article's list.
 *
 * @throws Failure (usage) for a trait that is neither a group nor a row, with what was probably meant
 */
export function compareModels(
  sheets: FactSheets,
  candidates: readonly Candidate[],
  options: CompareOptions,
): Comparison {
  return openComparison(sheets, candidates, options).record;
}

/** The same, each part worked out when it is first read. @throws at once, as `compareModels` */
export function openComparison(
  sheets: FactSheets,
  candidates: readonly Candidate[],
  { traits, evidence, need, pickFor }: CompareOptions,
): OpenComparison {
  const distinct = [...new Map(candidates.map((each) => [each.id, each])).values()];
  const context: TraitContext = {
    sheets,
    compared: distinct.map((candidate) => ({
      id: candidate.id,
      name: candidate.id === candidate.model.id ? candidate.name : candidate.id,
      candidate,
      sheet: sheets.of(candidate, need?.effort ?? null),
    })),
    need: need ?? null,
    pickFor: pickFor ?? null,
  };
  const planned = lazy(() =>
    TRAIT_GROUPS.flatMap(({ id: group, plans }) => {
      const rowOf = memoizeByObject((plan: RowPlan) => madeRow(plan, group, context, evidence));
      return plans(context, rowOf).map((plan) => ({
        trait: plan.trait,
        group,
        row: () => rowOf(plan) ?? [],
      }));
    }),
  );
  const rowsWhere: RowsWhere = (isMeant) =>
    planned()
      .filter(isMeant)
      .flatMap(({ row }) => row());
  const byTrait = lazy(
    () => new Map(alike(planned(), ({ trait }) => trait).map((same) => [same[0].trait, same])),
  );
  const rowNamed: RowNamed = (trait) =>
    byTrait()
      .get(trait)
      ?.flatMap(({ row }) => row())[0];
  const isAsked = selection(traits, () => rowsWhere(() => true));
  const rows = lazy(() => rowsWhere(isAsked));
  const models = context.compared.map(({ id, candidate }) => ({
    id,
    name: candidate.name,
    snapshot: candidate.snapshot?.id ?? null,
  }));
  const record = {
    schemaVersion: 1,
    asOf: sheets.asOf,
    models,
    get alerts() {
      return alertsOf(context);
    },
    get summary() {
      return summaryOf(context, rowNamed);
    },
    evidence: evidence ? "all" : "chosen",
    get groups() {
      const present = new Set(rows().map((row) => row.group));
      return TRAIT_GROUPS.filter(({ id }) => present.has(id)).map(({ id, title }) => ({
        id,
        title,
      }));
    },
    get rows() {
      return rows();
    },
    get sources() {
      return sourcesOf(rows(), sheets);
    },
  } as const satisfies Comparison;
  return { record, rowsWhere, rowNamed };
}

function madeRow(
  plan: RowPlan,
  group: string,
  context: TraitContext,
  everyClaim: boolean,
): ComparisonRow | null {
  const { trait, label, unit = null, knownTo = 0, isThere, notes } = plan;
  if (isThere?.() === false) return null;
  const { compared } = context;
  const cells = new Map(compared.map((each) => [each.id, plan.cell(each)]));
  const knowing = [...cells.values()].filter(({ status }) => status !== "missing");
  if (knowing.length < knownTo) return null;
  const difference = differenceOf(plan, cells, compared);
  const article = articleOn(context, trait);
  return {
    trait,
    group,
    label,
    unit,
    cells: Object.fromEntries([...cells].map(([id, cell]) => [id, shown(cell, everyClaim)])),
    difference: difference?.text ?? null,
    favours: difference?.favours ?? null,
    lead: difference?.lead ?? null,
    ...(article === undefined ? {} : { article }),
    notes: notes?.() ?? [],
  };
}

function shown(
  { value, text, status, fromSibling, claims }: Cell,
  everyClaim: boolean,
): ComparisonCell {
  const evidence = lazy(() => claims().filter((claim) => everyClaim || claim.chosen));
  return {
    value,
    text,
    status,
    fromSibling,
    get evidence() {
      return evidence();
    },
  };
}

/** The sources the rows rest on, for their reader to look up. */
function sourcesOf(rows: readonly ComparisonRow[], sheets: FactSheets): Comparison["sources"] {
  const used = new Set(
    rows.flatMap(({ cells, article }) => [
      ...Object.values(cells).flatMap((cell) => cell.evidence.map((claim) => claim.source)),
      ...(article?.sources ?? []),
    ]),
  );
  return sourceNotes(used, sheets);
}

/** What is often said about a trait, with today's verdict: only once the evidence for it had been seen. */
function articleOn(context: TraitContext, trait: string): ComparisonRow["article"] {
  const dimension = articleOf(context).find((each) => each.trait === trait);
  if (dimension === undefined) return undefined;
  const { catalog, asOf } = context.sheets;
  const isSeenLater = (source: string) => (lastObserved(catalog.models).get(source) ?? asOf) > asOf;
  const isAllSeen = (newestObservation(catalog.models) ?? asOf) <= asOf;
  if (!isAllSeen && dimension.sources.some(isSeenLater)) return undefined;
  const { claim, verdict, evidence, sources } = dimension;
  return { claim, verdict, evidence, sources };
}
