/** Models side by side: every trait a row, every claim behind it kept. */
import type { Need } from "../../decision/need.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { lastObserved } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { sourceNotes } from "../recommendation/record-entries.ts";
import type { Comparison, ComparisonRow } from "./schema.ts";
import { alertsOf, summaryOf } from "./summary.ts";
import { articleOf, type PickFor, type TraitContext, type TraitRow } from "./trait.ts";
import { select, TRAIT_GROUPS } from "./traits/index.ts";

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

/**
 * Every trait of the models, in the order given. What nobody states is null and `not known`; a trait only some models
 * have is a row, one that none has is left out unless it belongs to the article's list.
 *
 * @throws RangeError for a trait that is neither a group nor a row, with what was probably meant
 */
export function compareModels(
  sheets: FactSheets,
  candidates: readonly Candidate[],
  options: CompareOptions,
): Comparison {
  const distinct = [...new Map(candidates.map((each) => [each.id, each])).values()];
  const context: TraitContext = {
    sheets,
    compared: distinct.map((candidate) => ({
      id: candidate.id,
      name: candidate.id === candidate.model.id ? candidate.name : candidate.id,
      candidate,
      sheet: sheets.of(candidate, options.need?.effort ?? null),
    })),
    need: options.need ?? null,
    pickFor: options.pickFor ?? null,
  };
  const made = TRAIT_GROUPS.flatMap((group) =>
    group.rows(context).map((row) => ({ ...row, group: group.id })),
  );
  const rows = select(made, options.traits).map((row) => shown(row, context, options.evidence));
  const present = new Set(rows.map((row) => row.group));
  return {
    schemaVersion: 1,
    asOf: sheets.asOf,
    models: context.compared.map(({ id, candidate }) => ({
      id,
      name: candidate.name,
      snapshot: candidate.snapshot?.id ?? null,
    })),
    alerts: alertsOf(context),
    summary: summaryOf(context, made),
    evidence: options.evidence ? "all" : "chosen",
    groups: TRAIT_GROUPS.filter((group) => present.has(group.id)).map(({ id, title }) => ({
      id,
      title,
    })),
    rows,
    sources: sourcesOf(rows, sheets),
  };
}

function shown(
  row: TraitRow & { group: string },
  context: TraitContext,
  everyClaim: boolean,
): ComparisonRow {
  const { trait, group, label, unit, difference, notes } = row;
  const article = articleOn(context, trait);
  return {
    trait,
    group,
    label,
    unit,
    cells: Object.fromEntries(
      [...row.cells].map(([id, { claims, ...cell }]) => [
        id,
        { ...cell, evidence: everyClaim ? claims : claims.filter((claim) => claim.chosen) },
      ]),
    ),
    difference: difference?.text ?? null,
    favours: difference?.favours ?? null,
    lead: difference?.lead ?? null,
    ...(article === undefined ? {} : { article }),
    notes,
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
  const seen = lastObserved(catalog.models);
  if (dimension.sources.some((source) => (seen.get(source) ?? asOf) > asOf)) return undefined;
  const { claim, verdict, evidence, sources } = dimension;
  return { claim, verdict, evidence, sources };
}
