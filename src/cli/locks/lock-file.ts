/** A lockfile on disk: with a digest of itself, read strictly, written whole. */
import path from "node:path";
import { digestOf } from "../../catalog/digest.ts";
import { AS_TEXT, decodedText, NOT_TEXT } from "../../files/text.ts";
import { readWholeFile, Unreadable } from "../../files/whole-file.ts";
import { parseDocument } from "../../schema/document.ts";
import { catalogFailure } from "../../schema/failure.ts";
import {
  type Lock,
  lock as lockSchema,
  LOCK_VERSION,
  type UnsealedLock,
} from "../../answers/check/lock-schema.ts";
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
    digest: _seal,
    ...rest
  } = lock;
  return digestOf(rest);
}

/**
 * @param typed the path as typed or found, from `directory`
 * @throws Failure (catalog) for a lock that is missing, cut short, of a newer program or edited by hand
 */
export async function readLock(typed: string, directory: string): Promise<Lock> {
  const bytes = await readWholeFile(path.resolve(directory, typed)).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    const isMissing = error.code === "ENOENT" || error.code === "ENOTDIR";
    throw isMissing
      ? catalogFailure("there is no such lock", typed, `pick-model lock -o ${typed} writes one`)
      : catalogFailure(`the lock cannot be read: ${error.message}`, typed, "name a lockfile");
  });
  const text = decodedText(bytes);
  if (text === null) throw catalogFailure(NOT_TEXT, typed, AS_TEXT);
  const document = await parseDocument(text, typed, "catalog", { json: true });
  refuseNewer(document.value, typed);
  const lock = validate(lockSchema, document, "catalog");
  if (sealOf(lock) !== lock.digest) {
    throw catalogFailure(
      "the lock was edited by hand",
      typed,
      "restore it, or delete it and lock again; only decision and accepted may be edited",
    );
  }
  return lock;
}

export async function writeLock(lock: Lock, typed: string, directory: string): Promise<void> {
  await writeWhole(typed, lockText(lock), directory);
}

export function lockText(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
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
