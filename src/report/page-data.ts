/** What an interactive page carries with it, to decide again: the catalog, and what was asked. */
import type { OriginKind } from "../decision/need.ts";
import type { SamplingChoice } from "../decision/confidence.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { Requirements } from "../schema/requirements.ts";
import type { IsoDate } from "../schema/scalars.ts";

/** One source of requirements, with the place of each value by its dotted path. */
export interface StatedLayer {
  from: Exclude<OriginKind, "task" | "default">;
  document: Requirements;
  origins: Readonly<Record<string, string>>;
}

export interface PageData {
  catalog: Catalog;
  asOf: IsoDate;
  /** In rising order of authority. */
  layers: readonly StatedLayer[];
  sampling: SamplingChoice;
}

/** The catalog without what only a move asks about: the page shows none. */
export function pageCatalog(catalog: Catalog): Catalog {
  return {
    ...catalog,
    models: catalog.models.map(
      ({ requestParameters: _parameters, measuredSwitches: _switches, ...model }) => model,
    ),
  };
}

/** Where the page's script finds it. */
export const PAGE_DATA_ID = "page-data";

/**
 * JSON that can stand inside a script element: no `<` is left that could end it or open a comment, and no line
 * separator that older scripts take for the end of a line.
 */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
