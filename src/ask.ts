/** From a requirements document to the whole answer, in one call. */
import { version } from "./version.ts";
import { openFactSheets } from "./facts/fact-sheets.ts";
import { type Answer, recommend } from "./answers/recommendation/recommend.ts";
import { documentLayer } from "./question/document-layer.ts";
import { normalisedRequirements, resolveNeed } from "./question/index.ts";
import type { Catalog } from "./schema/catalog.ts";
import { pathText } from "./schema/problems.ts";
import type { Requirements } from "./schema/requirements.ts";
import type { IsoDate } from "./schema/scalars.ts";

export interface DecideOptions {
  /** The catalog to decide from: see `openCatalog`. */
  catalog: Catalog;
  /** The day to decide on (`YYYY-MM-DD`, UTC) where the requirements name none. No clock is read here. */
  asOf: IsoDate;
  /** Readings of the evidence drawn to judge how sure the answer is; 0 varies the weights alone. */
  draws?: number;
  seed?: number;
}

/**
 * Recommends a model for a project. The same arguments give the same answer to the last bit.
 *
 * @param requirements what a requirements file may hold; an empty object assumes everything
 * @returns the answer: `result` is what `pick-model --json` prints, and its `recommendation` is null when no model
 * qualifies
 * @throws Failure of kind `usage` for requirements that do not hold: unknown fields, values or ids, contradictions
 */
export function decideFor(requirements: Requirements, options: DecideOptions): Answer {
  const { catalog, asOf } = options;
  const { draws = catalog.levels.sampling.draws, seed = catalog.levels.sampling.seed } = options;
  const where = (path: readonly PropertyKey[]) =>
    path.length === 0 ? "requirements" : `requirements.${pathText(path)}`;
  const layer = documentLayer({ value: requirements, where }, "file");
  const need = resolveNeed([layer], catalog, { asOf });
  return recommend(need, openFactSheets(catalog, need.asOf), {
    sampling: { draws, seed },
    requirements: normalisedRequirements(need),
    version,
  });
}
