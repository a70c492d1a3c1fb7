/** Everything the catalog says about one model, claim by claim, with what each comes to on a day. */
import { candidateIds } from "../../facts/candidate.ts";
import { traitsOf } from "../../facts/claims.ts";
import { factRow } from "../../facts/fact-rows.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { type FactSheets, openFactSheets } from "../../facts/fact-sheets.ts";
import { gridOf, type GridColumns } from "../../format/columns.ts";
import type { Presentation, Grid } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Claim } from "../../schema/claim.ts";
import { usageFailure } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { counted } from "../../words/figures.ts";
import { unitBesideValue, stated } from "../../words/units.ts";
import { modelDocument, type StatedTrait } from "./model-document.ts";
import { resolveTrait, type Standing } from "./standing.ts";

interface ClaimRow {
  trait: StatedTrait;
  claim: Claim;
  standing: Standing;
}

const COLUMNS: GridColumns<ClaimRow> = {
  path: { value: ({ trait }) => trait.path.join(".") },
  serviceTier: { value: ({ trait }) => trait.tier },
  standing: { value: ({ standing }) => standing },
  value: {
    value: ({ claim: { value } }) =>
      typeof value === "number" || typeof value === "boolean" ? value : stated(value, null),
  },
  unit: { value: ({ trait }) => trait.unit },
  source: { value: ({ claim }) => claim.source },
  observed: { value: ({ claim }) => claim.observed },
  undated: { value: ({ claim }) => claim.undated === true },
  scope: {
    value: ({ claim: { scope } }) => (Array.isArray(scope) ? scope.join(" ") : (scope ?? null)),
  },
  platform: { value: ({ claim }) => claim.platform ?? null },
  from: { value: ({ claim }) => claim.from ?? null },
  until: { value: ({ claim }) => claim.until ?? null },
  via: { value: ({ claim }) => claim.via ?? null },
  unverified: { value: ({ claim }) => claim.unverified === true },
  note: { value: ({ claim }) => claim.note ?? null },
};

/** One model's claims for spreadsheets: a row a claim, figures as numbers. */
export function modelGrid(traits: readonly StatedTrait[]): Grid {
  const rows = traits.flatMap((trait) => trait.claims.map((each) => ({ trait, ...each })));
  return gridOf(COLUMNS, rows);
}

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
    document: () => modelDocument(sheet.candidate, traits, sheets),
    grid: () => modelGrid(traits),
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
