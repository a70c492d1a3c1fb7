/** Checks every lock a command line means; one that cannot be checked does not keep the others from it. */
import { checkLock } from "../../answers/check/check-lock.ts";
import { lockChanges } from "../../answers/check/lock-presentation.ts";
import { makeLock } from "../../answers/check/make-lock.ts";
import type { CheckPolicy } from "../../answers/check/policy.ts";
import type { Lock, CheckedLock } from "../../answers/check/schema.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { ask } from "../../ask.ts";
import { digestOf } from "../../catalog/digest.ts";
import { evidenceUntil } from "../../facts/claims.ts";
import { lazy } from "../../facts/memoize.ts";
import { type Layer, mergeLayers } from "../../question/index.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { Failure } from "../../schema/failure.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { EXIT, exitCodeOf, type ExitCode } from "../exit-codes.ts";
import { internalError } from "../messages.ts";
import { readLock, withDigest, writeLock } from "./lock-file.ts";
import { overruled } from "./own-decision.ts";
import { editedFields, layersOf, layersThen } from "./stated.ts";

export interface CheckInput {
  catalog: Catalog;
  asOf: IsoDate;
  policy: CheckPolicy;
  /** In place of what the lock was drawn with. */
  sampling: { draws?: number; seed?: number };
  /** Whether to rewrite the locks. */
  update: boolean;
  directory: string;
}

export interface CheckedFile {
  checked: CheckedLock;
  exitCode: ExitCode;
}

export async function checkLocks(
  names: readonly string[],
  input: CheckInput,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  // One after the other: a thousand locks at once would ask for a thousand answers' memory.
  for (const name of names) checked.push(await checkFile(name, input));
  return checked;
}

async function checkFile(name: string, input: CheckInput): Promise<CheckedFile> {
  try {
    const checked = await checkOne(name, input);
    return { checked, exitCode: checked.verdict === "pass" ? EXIT.answered : EXIT.no };
  } catch (error) {
    // One of ours keeps the other locks from nothing either.
    const problem = error instanceof Failure ? error.line : `${name}: ${internalError(error)}`;
    return { checked: unreadable(name, problem), exitCode: exitCodeOf(error) };
  }
}

async function checkOne(name: string, input: CheckInput): Promise<CheckedLock> {
  const { catalog, asOf, directory, policy } = input;
  const { lock, text } = await readLock(name, directory);
  const sampling = { ...lock.sampling, ...input.sampling };
  const layers = await layersOf(lock, name, directory);
  const then = layersThen(lock, name);
  const answerTo = (from: readonly Layer[], day: IsoDate, known: Catalog): Answer =>
    ask(from, { catalog: known, asOf: day, ...sampling });
  const counterfactuals = {
    asStatedThen: lazy(() => answerTo(then, asOf, catalog)),
    onThatDay: lazy(() => answerTo(then, lock.asOf, catalog)),
    asKnownThen: lazy(() => answerTo(then, asOf, evidenceUntil(catalog, lock.asOf))),
  };
  const answer = answerTo(layers, asOf, catalog);
  const edited = editedFields(lock, layers);
  const checked = checkLock({ name, lock, edited }, answer, counterfactuals, policy);
  if (!input.update) return checked;
  const fresh = renewed(lock, answer, layers, sampling);
  if (fresh === null) return checked;
  await writeLock(fresh, name, directory, text);
  const again = checkLock({ name, lock: fresh, edited: [] }, answer, counterfactuals, policy);
  return { ...again, updated: lockChanges(lock, fresh) };
}

/** The lock as it would be written today, with what the team overruled and accepted. */
function renewed(
  lock: Lock,
  answer: Answer,
  layers: readonly Layer[],
  sampling: Lock["sampling"],
): Lock | null {
  const stated = mergeLayers(layers).document;
  const requirements = { ...lock.requirements, stated, digest: digestOf(stated) };
  const fresh = makeLock(answer, requirements, sampling, lock.decision?.model);
  return fresh === null ? null : withDigest(overruled(fresh, lock, {}));
}

function unreadable(name: string, problem: string): CheckedLock {
  return {
    lock: name,
    verdict: "error",
    guarded: null,
    pick: null,
    usdPerMonth: null,
    shutdown: null,
    lockedOn: null,
    findings: [],
    problem,
  };
}
