/** Writes a file so that nobody ever finds half of it: beside it first, then in its place. */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { quoted } from "../typed/quoted.ts";
import { usageFailure } from "../schema/failure.ts";

const REASONS: Record<string, string> = {
  ENOENT: "its folder is not there",
  ENOTDIR: "its folder is not there",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
};

/**
 * @param typed the path as the user gave it
 * @param text as a whole, or in parts as they come; an error of theirs is passed on as it is
 * @param directory where relative paths start
 * @throws Failure (usage) naming the path
 */
export async function writeWhole(
  typed: string,
  text: string | AsyncIterable<string>,
  directory: string,
): Promise<void> {
  const source = watched(text);
  try {
    const target = await destination(path.resolve(directory, typed));
    const found = await stat(target).catch(() => null);
    if (found === null || found.isFile()) await replace(target, source.text, found?.mode);
    else await writeFile(target, source.text); // a device or a pipe is written to, not replaced
  } catch (error) {
    if (source.hasFailed()) throw error;
    if (!(error instanceof Error && "code" in error)) throw error;
    // Whoever read a pipe has had enough: no error, as on stdout.
    if (error.code === "EPIPE") return;
    const reason = REASONS[String(error.code)] ?? String(error.code);
    throw usageFailure(`cannot write ${quoted(typed)}: ${reason}`, "--output");
  }
}

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
  mode: number | undefined,
): Promise<void> {
  const { dir, base } = path.parse(target);
  // Named so that whoever finds it after a crash knows what it was.
  const beside = path.join(dir, `.${base.slice(0, LONGEST_NAME)}.${randomUUID()}.tmp`);
  const interrupted = (signal: NodeJS.Signals) => {
    rmSync(beside, { force: true });
    process.kill(process.pid, signal); // heard once here: now it does what it always does
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    await writeFile(beside, text, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}

/** Characters of the target's name in that of the file beside it: file systems take some 250 bytes. */
const LONGEST_NAME = 40;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What a link points to, so that writing through a link leaves the link. */
async function destination(target: string): Promise<string> {
  return realpath(target).catch(() => target);
}
