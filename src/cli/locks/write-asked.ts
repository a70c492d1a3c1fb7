/** The lock a command line asks for: a new one, or the one that is there renewed, overruled or completed. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { makeLock } from "../../answers/check/make-lock.ts";
import { openFactSheets } from "../../facts/fact-sheets.ts";
import { type Answer, recommend } from "../../answers/recommendation/recommend.ts";
import {
  type Layer,
  normalisedRequirements,
  resolveNeed,
  statesRequirement,
} from "../../question/index.ts";
import type { Lock } from "../../answers/check/lock-schema.ts";
import { readAsOf } from "../as-of.ts";
import type { Io } from "../io.ts";
import type { LOCK_OPTIONS } from "../options/locks.ts";
import type { OptionValues } from "../../question/option.ts";
import type { OUTPUT_OPTIONS } from "../options/output.ts";
import type { QUESTION_OPTIONS } from "../options/requirements.ts";
import { openAskedCatalog } from "../open-catalog.ts";
import { readQuestion } from "../question.ts";
import { readSampling } from "../sampling.ts";
import { version } from "../../version.ts";
import { LOCK_FILE, readLock, sealed, writeLock } from "./lock-file.ts";
import { overruled, readOverruling } from "./overrule.ts";
import { layersOf, lockedRequirements } from "./stated.ts";

type Options = OptionValues<typeof QUESTION_OPTIONS & typeof LOCK_OPTIONS & typeof OUTPUT_OPTIONS>;

export interface WrittenLock {
  /** As typed. */
  file: string;
  /** Null when nothing qualifies: then no file was touched. */
  lock: Lock | null;
  /** Null when an existing lock was only overruled or completed. */
  answer: Answer | null;
}

/** @throws Failure (usage, catalog) */
export async function writeAskedLock(
  options: Options,
  file: string | null,
  io: Io,
): Promise<WrittenLock> {
  const name = file ?? LOCK_FILE;
  const catalog = await openAskedCatalog(options, io);
  const asOf = await readAsOf(options, catalog, io);
  const overruling = readOverruling(options, catalog, asOf, io);
  const before = await existing(name, io.cwd);
  const isStated = options.requirements !== undefined || statesRequirement(options);
  const choice = overruling.decision?.model;
  const isOnlyOverruled = Object.keys(overruling).length > 0 && !isStated;
  // A model the lock knows nothing of takes an answer of its own.
  const isKnown = choice === undefined || Object.hasOwn(before?.models ?? {}, choice);
  if (before !== null && isOnlyOverruled && isKnown) {
    const lock = overruled(before, before, overruling);
    await writeLock(lock, name, io.cwd);
    return { file: name, lock, answer: null };
  }
  const question = await readQuestion(options, io);
  const renew = before !== null && !question.isStated;
  const layers = renew ? await layersOf(before, name, io.cwd) : question.layers;
  const requirements = renew
    ? { ...before.requirements, ...digested(layers, before, name, io) }
    : lockedRequirements(layers, requirementsFile(options, io), folderOf(name, io));
  const sampling = renew
    ? { ...before.sampling, ...readSampling(options) }
    : question.recommendOptions.sampling;
  const need = resolveNeed(layers, catalog, { asOf: question.need.asOf });
  const answer = recommend(need, openFactSheets(catalog, need.asOf), {
    sampling,
    requirements: normalisedRequirements(need),
    version,
  });
  const made = makeLock(answer, requirements, sampling, choice ?? before?.decision?.model);
  if (made === null) return { file: name, lock: null, answer };
  const lock = sealed(overruled(made, before ?? {}, overruling));
  await writeLock(lock, name, io.cwd);
  return { file: name, lock, answer };
}

/** The requirements of a lock read again: its file may have been edited. */
function digested(layers: readonly Layer[], { requirements }: Lock, name: string, io: Io) {
  const file = requirements.file === null ? null : path.join(folderOf(name, io), requirements.file);
  const { stated, digest } = lockedRequirements(layers, file, folderOf(name, io));
  return { stated, digest };
}

async function existing(name: string, directory: string): Promise<Lock | null> {
  const found = await stat(path.resolve(directory, name)).catch(() => null);
  // A device or a pipe holds no lock to read, and a folder is refused when it is written to.
  return found?.isFile() === true ? readLock(name, directory) : null;
}

function requirementsFile({ requirements: file }: Options, io: Io): string | null {
  return file === undefined || file === "-" ? null : path.resolve(io.cwd, file);
}

function folderOf(name: string, io: Io): string {
  return path.dirname(path.resolve(io.cwd, name));
}
