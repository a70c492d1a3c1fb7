/** Everything the catalog says about one model, claim by claim, with what each comes to on a day. */
import { candidateIds } from "../../facts/candidate.ts";
import { traitsOf } from "../../facts/claims.ts";
import { factRow } from "../../facts/fact-rows.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { type FactSheets, openFactSheets } from "../../facts/fact-sheets.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { usageFailure } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { counted } from "../../words/figures.ts";
import { unitBesideValue } from "../../words/units.ts";
import { modelDocument, modelGrid, type StatedTrait } from "./model-document.ts";
import { resolveTrait } from "./standing.ts";

/**
 * @param id a model, or one snapshot of it
 * @param asOf claims observed later are left out
 * @throws Failure of kind `usage` for an id the catalog does not have
 */
export function presentModel(catalog: Catalog, id: string, asOf: IsoDate): Presentation {
  const sheets = openFactSheets(catalog, asOf);
  const sheet = sheets.find(id);
  if (sheet === null) {
    throw usageFailure(`unknown model '${id}'`, undefined, suggestion(id, candidateIds(catalog)));
  }
  const traits = statedTraits(sheet, sheets);
  return {
    data: () => dataOf(sheet, sheets, traits),
    document: () => modelDocument(traits, sheet.candidate, sheets),
    grid: () => modelGrid(traits, sheet.candidate, sheets),
    summary: () => summaryOf(sheet, traits),
    quiet: () => [id],
  };
}

function statedTraits(sheet: FactSheet, { benchmarks }: FactSheets): StatedTrait[] {
  return traitsOf(sheet.candidate.model)
    .flatMap((trait) => resolveTrait(trait, sheet, benchmarks))
    .map((trait) => ({
      ...trait,
      unit: unitBesideValue(factRow(trait.path.join("."), benchmarks).unit),
    }));
}

function dataOf(sheet: FactSheet, { sources, asOf }: FactSheets, traits: StatedTrait[]): unknown {
  const { model, snapshot } = sheet.candidate;
  const used = new Set(traits.flatMap(({ claims }) => claims.map(({ claim }) => claim.source)));
  return {
    schemaVersion: 1,
    asOf,
    model: {
      id: model.id,
      name: model.name,
      provider: model.provider,
      role: model.role,
      family: model.family,
      snapshot: snapshot?.id ?? null,
      snapshots: model.snapshots,
    },
    facts: traits.map(({ path, kind, tier, unit, fact, claims }) => ({
      path: path.join("."),
      kind,
      serviceTier: tier,
      unit,
      value: fact.value,
      status: fact.status,
      disputed: fact.disputedBy.length > 0,
      sibling: fact.sibling,
      claims: claims.map(({ claim, standing }) => ({ standing, ...claim })),
    })),
    sources: Object.fromEntries([...used].toSorted().map((id) => [id, sources.get(id) ?? null])),
  };
}

function summaryOf({ candidate }: FactSheet, traits: readonly StatedTrait[]): string {
  const claims = traits.flatMap((trait) => trait.claims.map(({ claim }) => claim));
  const sources = new Set(claims.map(({ source }) => source)).size;
  const disputed = traits.filter(({ fact }) => fact.disputedBy.length > 0).length;
  const newest = claims
    .map(({ observed }) => observed)
    .toSorted()
    .at(-1);
  return (
    `${candidate.id}: ${counted(traits.length, "fact")} from ${counted(claims.length, "claim")} of ` +
    `${counted(sources, "source")}, ${disputed} disputed` +
    `${newest === undefined ? "" : `, newest ${newest}`}.`
  );
}
