/** A command line that asks for a decision → everything the engine decides from. */
import path from "node:path";
import { candidatesOf } from "../decision/decision.ts";
import { type FactSheets, openFactSheets } from "../facts/fact-sheets.ts";
import type { Need } from "../decision/need.ts";
import type { RecommendOptions } from "../answers/recommendation/recommend.ts";
import {
  flagLayer,
  type Layer,
  normalisedRequirements,
  readImageSize,
  resolveNeed,
  statesRequirement,
} from "../question/index.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";
import { openAskedCatalog } from "./open-catalog.ts";
import type { OptionValues } from "../question/option.ts";
import type { OUTPUT_OPTIONS } from "./options/output.ts";
import type { QUESTION_OPTIONS } from "./options/requirements.ts";
import { readRequirementsDocument } from "./requirements-document.ts";
import { readSampling } from "./sampling.ts";
import { version } from "../version.ts";

export interface Question {
  need: Need;
  sheets: FactSheets;
  catalog: Catalog;
  /** What was stated, in rising order of authority. */
  layers: readonly Layer[];
  /** Whether anything was required, and not everything assumed. */
  isStated: boolean;
  recommendOptions: RecommendOptions;
}

/** @throws Failure (usage) for requirements that do not hold, (catalog) for a catalog that does not */
export async function readQuestion(
  options: OptionValues<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>,
  io: Io,
): Promise<Question> {
  const asked = readSampling(options);
  const catalog = await openAskedCatalog(options, io);
  const { daysPerMonth } = catalog.levels.lifecycle;
  const flags = await flagLayer(options, {
    daysPerMonth,
    readImageSize: (file, flag) => readImageSize(path.resolve(io.cwd, file), flag),
  });
  const document = await readRequirementsDocument(options, io);
  const layers = document === null ? [flags] : [document, flags];
  const { draws, seed } = { ...catalog.levels.sampling, ...asked };
  const need = resolveNeed(layers, catalog, { asOf: io.today });
  const sheets = openFactSheets(catalog, need.asOf);
  if (candidatesOf(need, sheets).length === 0) {
    const advice = "exclude fewer models, or add --include-successors";
    throw usageFailure("no model is left to choose from", need.origins["exclude"]?.text, advice);
  }
  return {
    need,
    sheets,
    catalog,
    layers,
    isStated: document !== null || statesRequirement(options),
    recommendOptions: {
      sampling: { draws, seed },
      requirements: normalisedRequirements(need),
      version,
    },
  };
}
