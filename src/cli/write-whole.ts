/** Writes a file so that nobody ever finds half of it: beside it first, then in its place. */
import { randomUUID } from "node:crypto";
import { rmSync, type Stats } from "node:fs";
import {
  type FileHandle,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { quoted, usageFailure } from "../schema/failure.ts";

const REASONS: Record<string, string> = {
  ENOENT: "its folder is not there",
  ENOTDIR: "its folder is not there",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EIO: "the disk does not answer",
  ELOOP: "it is a link that leads back to itself",
  ENAMETOOLONG: "the name is too long",
  ERR_INVALID_ARG_VALUE: "the name holds a zero byte",
};

/** What became of the file; `passed-on`: it is a device or a pipe, which keeps nothing. */
export type Written = "new" | "replaced" | "unchanged" | "passed-on";

/**
 * @param typed the path as the user gave it
 * @param text as a whole, or in parts as they come; an error of theirs is passed on as it is
 * @param directory where relative paths start
 * @param commit called once all is written, to put it in place; what it throws before keeps the old file
 * @throws Failure (usage) naming the path
 */
export async function writeWhole(
  typed: string,
  text: string | AsyncIterable<string>,
  directory: string,
  commit: Commit = (_target, putInPlace) => putInPlace(),
): Promise<Written> {
  const source = watched(text);
  try {
    const named = path.resolve(directory, typed);
    const found = await stat(named).catch(() => null);
    // A device or a pipe is written to, not replaced, and by its own name: behind /dev/stdout there is no path.
    if (found !== null && !found.isFile()) {
      await writeFile(named, source.text);
      return "passed-on";
    }
    const isSame = typeof text === "string" && found !== null && (await holds(named, text));
    await replace(await destination(named), source.text, found, commit);
    return found === null ? "new" : isSame ? "unchanged" : "replaced";
  } catch (error) {
    if (source.hasFailed()) throw error;
    if (!(error instanceof Error && "code" in error)) throw error;
    // Whoever read a pipe has had enough: no error, as on stdout.
    if (error.code === "EPIPE") return "passed-on";
    const advice = "name a file in a folder of your own, or leave it out to print";
    throw usageFailure(`cannot write ${quoted(typed)}: ${whyNot(error)}`, "--output", advice);
  }
}

/** What the system says of a file it does not write, in words. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

async function holds(file: string, text: string): Promise<boolean> {
  return (await readFile(file).catch(() => null))?.equals(Buffer.from(text)) === true;
}

export type Commit = (target: string, putInPlace: () => Promise<void>) => Promise<void>;

/** The same text, and whether it was the text that failed and not its writing. */
function watched(text: string | AsyncIterable<string>) {
  let failed = false;
  async function* parts(source: AsyncIterable<string>) {
    try {
      yield* source;
    } catch (error) {
      failed = true;
      throw error;
    }
  }
  return { text: typeof text === "string" ? text : parts(text), hasFailed: () => failed };
}

async function replace(
  target: string,
  text: string | AsyncIterable<string>,
  found: Stats | null,
  commit: Commit,
): Promise<void> {
  const { dir, base } = path.parse(target);
  // Named so that whoever finds it after a crash knows what it was.
  const beside = path.join(dir, `${leftoverName(base)}${randomUUID()}${LEFTOVER_END}`);
  const interrupted = (signal: NodeJS.Signals) => {
    rmSync(beside, { force: true });
    process.kill(process.pid, signal); // heard once here: now it does what it always does
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    const file = await open(beside, "wx");
    try {
      await removeLeftovers(dir, base, (await file.stat()).mtimeMs);
      await writeFile(file, text);
      if (found !== null) await takeAfter(file, found);
      await file.sync(); // or a crash of the machine could leave the name without its text
    } finally {
      await file.close();
    }
    await commit(target, () => rename(beside, target));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}

/** The rights and, where this process may give files away, the owner of the file that was there. */
async function takeAfter(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode);
}

/** What was being written when a process was killed for good: no other process ends its work in such a file. */
async function removeLeftovers(folder: string, base: string, now: number): Promise<void> {
  const begin = leftoverName(base);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(begin) || !name.endsWith(LEFTOVER_END)) continue;
    const leftover = path.join(folder, name);
    const found = await stat(leftover).catch(() => null);
    if (found === null || now - found.mtimeMs < LONGEST_WRITING_MILLISECONDS) continue;
    await rm(leftover, { force: true }).catch(() => undefined);
  }
}

/** A batch may take hours, but writes all the while. */
const LONGEST_WRITING_MILLISECONDS = 24 * 3600 * 1000;

function leftoverName(base: string): string {
  return `.${base.slice(0, LONGEST_NAME)}.`;
}

const LEFTOVER_END = ".tmp";
/** Characters of the target's name in that of the file beside it: file systems take some 250 bytes. */
const LONGEST_NAME = 40;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const MOST_LINKS = 40;

/** What a link points to, so that writing through a link leaves the link; also where nothing is there yet. */
async function destination(target: string, links = 0): Promise<string> {
  const found = await realpath(target).catch(() => null);
  if (found !== null || links === MOST_LINKS) return found ?? target;
  const pointed = await readlink(target).catch(() => null);
  return pointed === null
    ? target
    : destination(path.resolve(path.dirname(target), pointed), links + 1);
}
