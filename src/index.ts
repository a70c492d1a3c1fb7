/**
 * The library: what the program does, for programs.
 *
 *     const catalog = await openCatalog();
 *     const { result } = decideFor({ budget: "low" }, { catalog, asOf: "2026-11-22" });
 */
import { migrate } from "./answers/migration/migrate.ts";
import { type AskedMigration, migrationQuestion } from "./answers/migration/question.ts";
import type { Migration } from "./answers/migration/schema.ts";
import type { Answer } from "./answers/recommendation/recommend.ts";
import { ask, type AskOptions, questionOf } from "./ask.ts";
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
  return ask([layerOf(requirements)], options);
}

export type { AskedMigration, Migration };

/**
 * What to move to when a model ends: at what cost, what breaks, by when.
 *
 * @param asked the model used today, and what is known of its requests
 * @param requirements what whatever takes over has to meet, as for {@link decideFor}; costs are in USD a month
 * @returns what `pick-model migrate --json` prints; its `recommendation` is null when nothing takes over
 * @throws Failure of kind `usage` as `decideFor`, and for models that are unknown, not served, the same, or lack the
 * reasoning effort asked for
 */
export function migrateFor(
  asked: AskedMigration,
  requirements: Requirements,
  options: DecideOptions,
): Migration {
  const { need, sheets, recommendOptions } = questionOf([layerOf(requirements)], options);
  const { question, need: own } = migrationQuestion(asked, need, sheets, "asked");
  return migrate(own, sheets, question, recommendOptions);
}

function layerOf(requirements: Requirements) {
  const where = (path: readonly PropertyKey[]) =>
    path.length === 0 ? "requirements" : `requirements.${pathText(path)}`;
  return documentLayer({ value: requirements, where }, "file");
}
