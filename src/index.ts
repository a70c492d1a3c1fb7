/**
 * The library: what the program does, for programs.
 *
 *     const catalog = await openCatalog();
 *     const { result } = decideFor({ budget: "low" }, { catalog, asOf: "2026-11-22" });
 */
import type { Answer } from "./answers/recommendation/recommend.ts";
import { ask, type AskOptions } from "./ask.ts";
import { documentLayer } from "./question/document-layer.ts";
import { pathText } from "./schema/problems.ts";
import type { Requirements } from "./schema/requirements.ts";

export { openCatalog } from "./catalog/index.ts";
export { ask, type AskOptions } from "./ask.ts";
export { type FactSheets, openFactSheets } from "./facts/fact-sheets.ts";
export type { Need } from "./decision/need.ts";
export {
  type Answer,
  recommend,
  type RecommendOptions,
} from "./answers/recommendation/recommend.ts";
export {
  flagLayer,
  type FlagTools,
  type Layer,
  normalisedRequirements,
  readImageSize,
  type RequirementFlags,
  resolveNeed,
} from "./question/index.ts";
export { documentLayer } from "./question/document-layer.ts";
export type { Catalog } from "./schema/catalog.ts";
export { parseDocument, type ParsedDocument } from "./schema/document.ts";
export { Failure, type FailureKind } from "./schema/failure.ts";
export type { Requirements } from "./schema/requirements.ts";
export type { RecommendationResult } from "./answers/recommendation/schema.ts";

export type DecideOptions = AskOptions;

/**
 * Recommends a model for a project. The same arguments give the same answer to the last bit.
 *
 * @param requirements what a requirements file may hold; an empty object assumes everything
 * @returns the answer: `result` is what `pick-model --json` prints, and its `recommendation` is null when no model
 * qualifies
 * @throws Failure of kind `usage` for requirements that do not hold: unknown fields, values or ids, contradictions
 */
export function decideFor(requirements: Requirements, options: DecideOptions): Answer {
  const where = (path: readonly PropertyKey[]) =>
    path.length === 0 ? "requirements" : `requirements.${pathText(path)}`;
  return ask([documentLayer({ value: requirements, where }, "file")], options);
}
