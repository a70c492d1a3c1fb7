/** The work of `pick-model lock`: a new lock, or the one that is there renewed, overruled or completed. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { presentLock } from "../../answers/check/lock-presentation.ts";
import { makeLock } from "../../answers/check/make-lock.ts";
import type { Lock } from "../../answers/check/schema.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { answerTo, questionOf } from "../../ask.ts";
import { type Layer, statesRequirement } from "../../question/index.ts";
import type { OptionValues } from "../../question/option.ts";
import { usageFailure } from "../../schema/failure.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import {
  LOCK_FILE,
  LockChanged,
  type ReadLock,
  readLock,
  withDigest,
  writeLock,
} from "../locks/lock-file.ts";
import { overruled, readOverruling } from "../locks/overrule.ts";
import { layersOf, lockedRequirements } from "../locks/stated.ts";
import type { LOCK_OPTIONS } from "../options/locks.ts";
import type { OUTPUT_OPTIONS } from "../options/output.ts";
import type { QUESTION_OPTIONS } from "../options/requirements.ts";
import { deliver, readDestination, readOutput } from "../output.ts";
import { checkCandidates, readStated } from "../question.ts";

type Specs = typeof QUESTION_OPTIONS & typeof LOCK_OPTIONS & typeof OUTPUT_OPTIONS;
type Options = OptionValues<Specs>;

interface WrittenLock {
  /** As typed. */
  file: string;
  /** Null when nothing qualifies: then no file was touched. */
  lock: Lock | null;
  /** Null when an existing lock was only overruled or completed. */
  answer: Answer | null;
}

export async function run({ options, io }: Invocation<Specs>): Promise<number> {
  // The file of --output is the lock's own; what is said of it goes to stdout.
  const { output: _lockfile, ...others } = options;
  const output = readOutput(others, io);
  if (options.output === "-") {
    throw usageFailure("a lock is a file", "--output -", "name it, or print it with --json");
  }
  const written = await writeLockFor(options, readDestination(options), io);
  await deliver(presentLock(written), output, io);
  return written.lock === null ? EXIT.no : EXIT.answered;
}

/** @throws Failure (usage, catalog) */
async function writeLockFor(options: Options, file: string | null, io: Io): Promise<WrittenLock> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeOnce(options, file, io);
    } catch (error) {
      // What is piped in can be read only once.
      const canRepeat = io.stdin.kind !== "pipe" || isOverruling(options);
      if (!(error instanceof LockChanged) || tries === MOST_TRIES || !canRepeat) throw error;
    }
  }
}

/** Of several at once one is through each time. */
const MOST_TRIES = 50;

/** Whether all that is asked is to add to the lock that is there. */
function isOverruling(options: Options): boolean {
  const isStated = options.requirements !== undefined || statesRequirement(options);
  return (options.decide !== undefined || options.accept !== undefined) && !isStated;
}

async function writeOnce(options: Options, file: string | null, io: Io): Promise<WrittenLock> {
  const name = file ?? LOCK_FILE;
  const catalog = await openCatalogFor(options, io);
  const asOf = readAsOf(options, io);
  const overruling = readOverruling(options, catalog, asOf, io);
  const read = await existing(name, io.cwd);
  const before = read?.lock ?? null;
  const text = read?.text ?? null;
  const choice = overruling.decision?.model;
  // A model the lock knows nothing of takes an answer of its own.
  const isKnown = choice === undefined || Object.hasOwn(before?.models ?? {}, choice);
  if (before !== null && isOverruling(options) && isKnown) {
    const lock = overruled(before, before, overruling);
    await writeLock(lock, name, io.cwd, text);
    return { file: name, lock, answer: null };
  }
  const sampling = readSampling(options);
  const stated = await readStated(options, catalog, io);
  const renewed = stated.isStated ? null : before;
  const layers = renewed === null ? stated.layers : await layersOf(renewed, name, io.cwd);
  const question = questionOf(layers, { catalog, asOf, ...renewed?.sampling, ...sampling });
  if (renewed === null) checkCandidates(question);
  const answer = answerTo(question);
  const requirements =
    renewed === null
      ? lockedRequirements(layers, requirementsFile(options, io), folderOf(name, io))
      : { ...renewed.requirements, ...digested(layers, renewed, name, io) };
  const { sampling: drawn } = question.recommendOptions;
  const made = makeLock(answer, requirements, drawn, choice ?? before?.decision?.model);
  if (made === null) return { file: name, lock: null, answer };
  const lock = withDigest(overruled(made, before ?? {}, overruling));
  await writeLock(lock, name, io.cwd, text);
  return { file: name, lock, answer };
}

/** The requirements of a lock read again: its file may have been edited. */
function digested(layers: readonly Layer[], { requirements }: Lock, name: string, io: Io) {
  const file = requirements.file === null ? null : path.join(folderOf(name, io), requirements.file);
  const { stated, digest } = lockedRequirements(layers, file, folderOf(name, io));
  return { stated, digest };
}

async function existing(name: string, directory: string): Promise<ReadLock | null> {
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
