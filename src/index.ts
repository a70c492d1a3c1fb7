/**
 * The library: what the program does, for programs.
 *
 *     const catalog = await openCatalog();
 *     const { result } = decideFor({ budget: "low" }, { catalog, asOf: "2026-11-22" });
 */
export { openCatalog } from "./catalog/index.ts";
export { decideFor, type DecideOptions } from "./ask.ts";
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
