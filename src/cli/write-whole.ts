/** Writes a file so that nobody ever finds half of it: beside it first, then in its place. */
import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { quoted } from "../requirements/quantities/quoted.ts";
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
 * @param text as a whole, or in parts as they come
 * @param directory where relative paths start
 * @throws Failure (usage) naming the path
 */
export async function writeWhole(
  typed: string,
  text: string | AsyncIterable<string>,
  directory: string,
): Promise<void> {
  try {
    const target = await destination(path.resolve(directory, typed));
    const found = await stat(target).catch(() => null);
    if (found === null || found.isFile()) await replace(target, text, found?.mode);
    else await writeFile(target, text); // a device or a pipe is written to, not replaced
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = REASONS[String(error.code)] ?? String(error.code);
    throw usageFailure(`cannot write ${quoted(typed)}: ${reason}`, "--output");
  }
}

async function replace(
  target: string,
  text: string | AsyncIterable<string>,
  mode: number | undefined,
): Promise<void> {
  const beside = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, text, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What a link points to, so that writing through a link leaves the link. */
async function destination(target: string): Promise<string> {
  return realpath(target).catch(() => target);
}
