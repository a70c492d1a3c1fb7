/** A command line that asks for a decision → what it states, and the question that comes of it. */
import path from "node:path";
import { type Question, questionOf } from "../ask.ts";
import { candidatesOf } from "../decision/decision.ts";
import { flagLayer, type Layer, readImageSize, statesRequirement } from "../question/index.ts";
import type { OptionValues } from "../question/option.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import { openCatalogFor, readSampling } from "./evidence.ts";
import type { Io } from "./io.ts";
import type { OUTPUT_OPTIONS } from "./options/output.ts";
import type { QUESTION_OPTIONS } from "./options/requirements.ts";
import { readRequirementsDocument } from "./requirements-document.ts";

export type QuestionOptions = OptionValues<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>;

/** What a command line states. */
export interface Stated {
  /** In rising order of authority. */
  layers: readonly Layer[];
  /** Whether anything was required, and not everything assumed. */
  isStated: boolean;
}

export interface StatedQuestion extends Question, Stated {
  catalog: Catalog;
}

/** @throws Failure (usage) for requirements that do not hold, (catalog) for a catalog that does not */
export async function readQuestion(options: QuestionOptions, io: Io): Promise<StatedQuestion> {
  const sampling = readSampling(options);
  const catalog = await openCatalogFor(options, io);
  const stated = await readStated(options, catalog, io);
  const question = questionOf(stated.layers, { catalog, asOf: io.today, ...sampling });
  checkCandidates(question);
  return { ...question, ...stated, catalog };
}

/** @throws Failure (usage) for texts that cannot be read */
export async function readStated(
  options: QuestionOptions,
  catalog: Catalog,
  io: Io,
): Promise<Stated> {
  const flags = await flagLayer(options, {
    daysPerMonth: catalog.levels.lifecycle.daysPerMonth,
    readImageSize: (file, flag) => readImageSize(path.resolve(io.cwd, file), flag),
  });
  const document = await readRequirementsDocument(options, io);
  return {
    layers: document === null ? [flags] : [document, flags],
    isStated: document !== null || statesRequirement(options),
  };
}

/** @throws Failure (usage) where every model was excluded */
export function checkCandidates({ need, sheets }: Question): void {
  if (candidatesOf(need, sheets).length > 0) return;
  const advice = "exclude fewer models, or add --include-successors";
  throw usageFailure("no model is left to choose from", need.origins["exclude"]?.text, advice);
}
