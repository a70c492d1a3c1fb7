/** A lockfile on disk: with a digest of itself, read strictly, written whole. */
import { open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  type Lock,
  lock as lockSchema,
  LOCK_VERSION,
  type UnsealedLock,
} from "../../answers/check/schema.ts";
import { digestOf } from "../../catalog/digest.ts";
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  readWholeFile,
  Unreadable,
} from "../../files/whole-file.ts";
import { harmlessJson } from "../../format/json.ts";
import { parseJson } from "../../schema/document.ts";
import { catalogFailure, Failure } from "../../schema/failure.ts";
import { validate } from "../../schema/problems.ts";
import { writeWhole } from "../write-whole.ts";

export const LOCK_FILE = "pick-model.lock.json";

/** The lock with the digest of all that is not meant to be edited. */
export function withDigest(lock: UnsealedLock): Lock {
  return { ...lock, digest: sealOf(lock) };
}

function sealOf(lock: UnsealedLock & { digest?: string }): string {
  const {
    $schema: _schema,
    decision: _decision,
    accepted: _accepted,
    migrateTo: _target,
    digest: _seal,
    ...rest
  } = lock;
  return digestOf(rest);
}

/** A lock, and the text it was read from: who writes it anew has to find the same text. */
export interface ReadLock {
  lock: Lock;
  text: string;
}

/**
 * @param typed the path as typed or found, from `directory`
 * @throws Failure (catalog) for a lock that is missing, cut short, of a newer program or edited by hand
 */
export async function readLock(typed: string, directory: string): Promise<ReadLock> {
  const bytes = await readWholeFile(path.resolve(directory, typed)).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    const isMissing = error.code === "ENOENT" || error.code === "ENOTDIR";
    throw isMissing
      ? catalogFailure("there is no such lock", typed, `pick-model lock -o ${typed} writes one`)
      : catalogFailure(`the lock cannot be read: ${error.message}`, typed, "name a lockfile");
  });
  const text = decodedText(bytes);
  if (text === null) throw catalogFailure(NOT_TEXT, typed, AS_TEXT);
  const document = parseJson(text, typed, "catalog");
  refuseNewer(document.value, typed);
  const lock = validate(lockSchema, document, "catalog");
  if (sealOf(lock) !== lock.digest) {
    throw catalogFailure(
      "the lock was edited by hand",
      typed,
      "restore it, or delete it and lock again; only decision, accepted and migrateTo may be edited",
    );
  }
  return { lock, text };
}

/**
 * @param before the text that the lock was made from; null when there was none
 * @throws LockChanged when another text is there by now
 */
export async function writeLock(
  lock: Lock,
  typed: string,
  directory: string,
  before: string | null,
): Promise<void> {
  await writeWhole(typed, lockText(lock), directory, (target, putInPlace) =>
    alone(target, async () => {
      const now = await readFile(target).then(decodedText, () => null);
      if (now !== before) throw new LockChanged(typed);
      await putInPlace();
    }),
  );
}

/** Nobody else who writes this lock does so meanwhile. What a killed process leaves behind counts for a few seconds. */
async function alone(target: string, work: () => Promise<void>): Promise<void> {
  const { dir, base } = path.parse(target);
  const sign = path.join(dir, `.${base.slice(0, 40)}.writing`);
  for (let tries = 0; ; tries += 1) {
    try {
      await (await open(sign, "wx")).close();
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (tries === MOST_TRIES) await rm(sign, { force: true });
      await setTimeout(TRY_AFTER_MILLISECONDS);
    }
  }
  try {
    await work();
  } finally {
    await rm(sign, { force: true }).catch(() => undefined);
  }
}

/** Two seconds together: comparing and renaming takes a few milliseconds. */
const MOST_TRIES = 100;
const TRY_AFTER_MILLISECONDS = 20;

/** Two at once: the one that writes last would undo what the other one wrote. */
export class LockChanged extends Failure {
  constructor(typed: string) {
    const message = "somebody else has changed the lock meanwhile";
    super({ kind: "usage", message, where: typed, advice: "run it again" });
  }
}

export function lockText(lock: Lock): string {
  return `${harmlessJson(JSON.stringify(lock, null, 2))}\n`;
}

/** Said before the schema speaks: it would only object to fields it does not know. */
function refuseNewer(value: unknown, typed: string): void {
  if (typeof value !== "object" || value === null || !("lockVersion" in value)) return;
  const { lockVersion } = value;
  if (typeof lockVersion !== "number" || lockVersion <= LOCK_VERSION) return;
  throw catalogFailure(
    `the lock is of version ${lockVersion}; this program reads version ${LOCK_VERSION}`,
    typed,
    "update pick-model",
  );
}
