/** The fact sheets of a whole catalog on one day, each made once. */
import type { Catalog } from "../schema/catalog.ts";
import type { Benchmark, Source } from "../schema/descriptions.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { type Candidate, findCandidate } from "./candidate.ts";
import { createFactSheet, emptyShelf, type FactSheet } from "./fact-sheet.ts";
import type { SheetContext } from "./statements.ts";
import { judgedEffort } from "./named-facts.ts";

export interface FactSheets {
  catalog: Catalog;
  asOf: IsoDate;
  benchmarks: ReadonlyMap<string, Benchmark>;
  sources: ReadonlyMap<string, Source>;
  /**
   * @param effort the reasoning effort asked for; where the model does not offer it, or none is asked for, the one it
   * is judged at
   */
  of(candidate: Candidate, effort?: string | null): FactSheet;
  /** By model or snapshot id, at the effort it is judged at; null for an id the catalog does not have. */
  find(id: string): FactSheet | null;
}

export function openFactSheets(catalog: Catalog, asOf: IsoDate): FactSheets {
  const benchmarks = new Map(catalog.benchmarks.map((each) => [each.id, each]));
  const sources = new Map(
    [...catalog.sources, ...catalog.models.flatMap((model) => model.sources ?? [])].map((each) => [
      each.id,
      each,
    ]),
  );
  const context: Omit<SheetContext, "effort"> = {
    asOf,
    levels: catalog.levels,
    // Catalogs are checked on loading: an unknown source never gets here.
    classOf: (id) => sources.get(id)?.class ?? "secondary",
    measurerOf: (id) => sources.get(id)?.measurer ?? id,
  };
  const unheard = emptyShelf();
  const sheets = new Map<string, FactSheet>();
  const made = (candidate: Candidate, effort: string | null): FactSheet => {
    const key = effort === null ? candidate.id : `${candidate.id} ${effort}`;
    const seen = sheets.get(key);
    if (seen !== undefined) return seen;
    const sheet = createFactSheet(candidate, { ...context, effort }, unheard);
    sheets.set(key, sheet);
    return sheet;
  };
  const of = (candidate: Candidate, asked: string | null = null): FactSheet => {
    const sheet = made(candidate, null);
    const effort = judgedEffort(sheet, asked);
    return effort === null ? sheet : made(candidate, effort);
  };
  return {
    catalog,
    asOf,
    benchmarks,
    sources,
    of,
    find: (id) => {
      const candidate = findCandidate(catalog, id, asOf);
      return candidate === null ? null : of(candidate);
    },
  };
}
