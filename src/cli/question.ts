/** A command line, the models it names and the document piped in → what is stated, and the question that comes of it. */
import path from "node:path";
import { type Question, questionOf } from "../ask.ts";
import { candidatesOf } from "../decision/assessment.ts";
import { candidateIds } from "../facts/candidate.ts";
import {
  flagLayer,
  type Layer,
  readImageSize,
  statesRequirement,
  readFileText,
  readStreamText,
  containedIn,
} from "../question/index.ts";
import type { OptionValues } from "../question/option.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure, quoted } from "../schema/failure.ts";
import { listed, nearest } from "../schema/nearest.ts";
import { readModelId, readList } from "../typed/word.ts";
import { openCatalogFor, readSampling } from "./evidence.ts";
import type { Io } from "./io.ts";
import { note } from "./messages.ts";
import { type OUTPUT_OPTIONS, QUESTION_OPTIONS } from "./options/common.ts";

type Options = OptionValues<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>;

const STDIN = "stdin";
const SILENT = "stdin is open but silent, and is not waited for any longer ('-r -' waits for it)";

/**
 * The document as a layer; null when there is none.
 *
 * Without `-r` stdin is read only when something may be piped in and no option states a requirement, and waited for
 * only so long: programs, agents and remote shells leave an open pipe there that nobody ever writes to or closes.
 *
 * @throws Failure (usage)
 */
export async function readRequirementsDocument(options: Options, io: Io): Promise<Layer | null> {
  const { requirements: file } = options;
  if (file === "") {
    throw usageFailure("no value", "--requirements", "name a file, or - for stdin");
  }
  if (file !== undefined && file !== "-") {
    return layerFrom(await readFileText(path.resolve(io.cwd, file), file), file, "file");
  }
  const { kind } = io.stdin;
  const isPiped = kind === "pipe" || kind === "file";
  if (file === undefined && !isPiped) return null;
  if (file === undefined && statesRequirement(options)) {
    if (isTextOfOption(options)) return null;
    if (options.quiet !== true) note(io, unread(options));
    return null;
  }
  if (file === undefined && !((await io.stdin.speaks?.()) ?? true)) {
    if (options.quiet !== true) note(io, SILENT);
    return null;
  }
  const text = kind === "none" ? "" : await readStreamText(io.stdin.chunks(), STDIN);
  if (text.trim() === "") {
    const advice = "pipe in requirements as YAML or JSON, or state one as an option";
    throw usageFailure("stdin is empty", undefined, advice);
  }
  return layerFrom(text, STDIN, STDIN);
}

async function layerFrom(text: string, name: string, from: "file" | "stdin"): Promise<Layer> {
  // Documents bring the parser and the schemas along; a question asked in options does without.
  const [{ documentLayer }, { parseDocument }] = await Promise.all([
    import("../question/document-layer.ts"),
    import("../schema/document.ts"),
  ]);
  return documentLayer(await parseDocument(text, name, "usage"), from, name);
}

/** An option reads stdin as the text of a prompt or an answer. */
function isTextOfOption({ systemFile, promptFile = [], answerFile = [] }: Options): boolean {
  return [systemFile, ...promptFile, ...answerFile].includes("-");
}

function unread(options: Options): string {
  const stated = Object.entries(QUESTION_OPTIONS).find(([name]) =>
    statesRequirement({ [name]: options[name as keyof Options] }),
  );
  return `stdin is not read, because ${stated?.[1].flag} states a requirement ('-r -' reads it too)`;
}

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
  const { systemFile, promptFile, answerFile } = options;
  const isCounted = [systemFile, promptFile, answerFile].some((file) => file !== undefined);
  const prompts = isCounted ? await import("./prompt-tokens.ts") : null;
  prompts?.refuseSharedStdin(options);
  const flags = await flagLayer(options, {
    daysPerMonth: catalog.levels.lifecycle.daysPerMonth,
    readImageSize: (file, flag) => readImageSize(path.resolve(io.cwd, file), flag),
    countTokens: async (file, flag) => {
      const { countFileTokens } = await import("./prompt-tokens.ts");
      return countFileTokens(file, flag, io);
    },
  });
  prompts?.sayCounted(flags.document, options, io);
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

// Models named as words of their own, not as an option's value.

/** @param where the command or option. @throws Failure (usage) naming the model that was probably meant */
export function knownModel(typed: string, catalog: Catalog, where: string): string {
  const ids = candidateIds(catalog);
  const word = typed.trim();
  const id = readModelId(typed, where);
  if (ids.includes(id)) return id;
  const meant = nearest(id, ids) ?? containedIn(id, ids);
  if (meant !== null) {
    throw usageFailure(`unknown model ${quoted(word)}`, where, { typed: word, meant });
  }
  const models = catalog.models.map((model) => model.id);
  const message = `${quoted(word)} is not in the catalog, which has ${listed(models)}; add it with --catalog`;
  throw usageFailure(message, where, "pick-model catalog validate --help");
}

/**
 * The ids of the models that words name; null when none does, so that the requirements tell which.
 * @param verb what is done with them: `compare`
 * @throws Failure (usage) for unknown models, and for models named in two ways
 */
export function namedModels(
  words: readonly string[],
  { need, catalog }: StatedQuestion,
  command: string,
  verb: string,
): string[] | null {
  if (words.length === 0) return null;
  if (need.models !== null || need.exclude.length > 0) {
    const advice = "name them once, as words or by --only and --exclude";
    throw usageFailure(`says twice which models to ${verb}`, command, advice);
  }
  return readList(words, command).map((typed) => knownModel(typed, catalog, command));
}
