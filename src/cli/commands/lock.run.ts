/** The work of `pick-model lock`: a new lock, or the one that is there renewed, overruled or completed. */
import { stat } from "node:fs/promises";
import path from "node:path";
import {
  type Locked,
  presentLock,
  presentLocks,
  wasBefore,
} from "../../answers/check/lock-presentation.ts";
import { makeLock } from "../../answers/check/make-lock.ts";
import { unexpectedPick } from "../../answers/check/observations.ts";
import type { Lock } from "../../answers/check/schema.ts";
import { answerTo, questionOf } from "../../ask.ts";
import { type Layer, statesRequirement } from "../../question/index.ts";
import type { OptionValues } from "../../question/option.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { Failure, usageFailure } from "../../schema/failure.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { type LockBeside, locksBeside } from "../locks/find-locks.ts";
import {
  LOCK_FILE,
  LockChanged,
  type ReadLock,
  readLock,
  withDigest,
  writeLock,
} from "../locks/lock-file.ts";
import { overruled, readOverruling } from "../locks/own-decision.ts";
import { layersOf, lockedRequirements } from "../locks/stated.ts";
import { note } from "../messages.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { LOCK_OPTIONS } from "../options/locks.ts";
import { deliver, type Output, readDestination, readOutput } from "../output.ts";
import { knownModel, checkCandidates, readStated } from "../question.ts";

type Specs = typeof QUESTION_OPTIONS & typeof LOCK_OPTIONS & typeof OUTPUT_OPTIONS;
type Options = OptionValues<Specs>;

export async function run({ operands, options, io }: Invocation<Specs>): Promise<number> {
  // The file of --output is the lock's own; what is said of it goes to stdout.
  const { output: _lockfile, ...others } = options;
  const files = [
    ...(options.requirements === undefined ? [] : [options.requirements]),
    ...operands,
  ];
  const output = readOutput(others, io);
  if (options.output === "-") {
    throw usageFailure("a lock is a file", "--output -", "name it, or print it with --json");
  }
  const named = await locksBeside(files, io.cwd);
  if (named !== null) return lockMany(named, options, output, io);
  const [file] = files;
  const asked = { ...options, ...(file === undefined ? {} : { requirements: file }) };
  const written = await writeLockFor(asked, readDestination(options), io);
  await deliver(presentLock(written), output, io);
  const was = wasBefore(written);
  if (was !== null && !SAYING.includes(output.format)) note(io, `${written.file}: ${was}`);
  return written.lock === null ? EXIT.no : EXIT.answered;
}

/** Forms that say what a lock was before, or that are asked to say nothing else. */
const SAYING: readonly Output["format"][] = ["table", "markdown", "quiet"];

/** One that cannot be written does not keep the others from it. */
async function lockMany(
  named: readonly LockBeside[],
  options: Options,
  output: Output,
  io: Io,
): Promise<number> {
  if (options.output !== undefined) {
    const advice = "leave it out: each lock is written beside its requirements";
    throw usageFailure("names one lock, and there are several files", "--output", advice);
  }
  const written: Locked[] = [];
  const codes: ExitCode[] = [];
  for (const { requirements, lock: file } of named) {
    try {
      const each = await writeLockFor({ ...options, requirements }, file, io);
      written.push(each);
      codes.push(each.lock === null ? EXIT.no : EXIT.answered);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      written.push({ file, lock: null, answer: null, before: null, problem: error.line });
      codes.push(exitCodeOf(error));
    }
  }
  await deliver(presentLocks(written), output, io);
  return Math.max(...codes);
}

/** @throws Failure (usage, catalog) */
async function writeLockFor(options: Options, file: string | null, io: Io): Promise<Locked> {
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

async function writeOnce(options: Options, file: string | null, io: Io): Promise<Locked> {
  const name = file ?? LOCK_FILE;
  const catalog = await openCatalogFor(options, io);
  const asOf = readAsOf(options, io);
  const overruling = readOverruling(options, catalog, asOf, io);
  const expected = readExpected(options, catalog);
  const read = await existing(name, io.cwd);
  const before = read?.lock ?? null;
  const text = read?.text ?? null;
  const choice = overruling.decision?.model;
  // A model the lock knows nothing of takes an answer of its own.
  const isKnown = choice === undefined || Object.hasOwn(before?.models ?? {}, choice);
  if (before !== null && isOverruling(options) && isKnown) {
    const lock = overruled(before, before, overruling);
    await writeLock(lock, name, io.cwd, text);
    return { file: name, lock, answer: null, before };
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
  const problem = unexpectedPick(answer, expected);
  if (made === null || problem !== null) {
    return { file: name, lock: null, answer, before, ...(problem === null ? {} : { problem }) };
  }
  const lock = withDigest(overruled(made, before ?? {}, overruling));
  await writeLock(lock, name, io.cwd, text);
  return { file: name, lock, answer, before };
}

/** @throws Failure (usage) for a model nobody knows, and beside a choice of one's own */
function readExpected({ expect, decide }: Options, catalog: Catalog): string | undefined {
  if (expect === undefined) return undefined;
  if (decide !== undefined) {
    const where = `--expect ${expect} and --decide ${decide}`;
    throw usageFailure("an own choice needs no pick to agree", where, "drop one of the two");
  }
  return knownModel(expect, catalog, "--expect");
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
