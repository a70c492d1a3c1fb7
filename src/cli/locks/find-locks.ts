/** The locks a command line means: files, globs and folders; without any, the one in this folder. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { usageFailure } from "../../schema/failure.ts";
import { LOCK_FILE } from "./lock-file.ts";

const IN_FOLDERS = [`**/${LOCK_FILE}`, `**/*.${LOCK_FILE}`];
const NOT_LOOKED_INTO = ["**/node_modules/**", "**/.git/**"];

/**
 * Paths from `directory`, sorted, each once.
 * @throws Failure (usage) naming what matches nothing
 */
export async function findLocks(typed: readonly string[], directory: string): Promise<string[]> {
  if (typed.includes("")) throw usageFailure("a path is empty", "check", "name a lockfile");
  if (typed.length === 0) return [await defaultLock(directory)];
  const { glob, isDynamicPattern } = await import("tinyglobby");
  const search = (patterns: readonly string[], cwd: string) =>
    glob([...patterns], {
      cwd,
      ignore: NOT_LOOKED_INTO,
      expandDirectories: false,
      followSymbolicLinks: false, // out of the folder, or to a lock that is there already
    });
  const found = await Promise.all(
    typed.map(async (each) => {
      const target = path.resolve(directory, each);
      const entry = await stat(target).catch(() => null);
      if (entry?.isDirectory() === true) {
        return (await search(IN_FOLDERS, target)).map((name) => path.join(each, name));
      }
      // A file that is not there is a lock that cannot be read: it is named in the table.
      return entry !== null || !isDynamicPattern(each) ? [each] : search([each], directory);
    }),
  );
  // A folder that was renamed must not drop out of the check unnoticed.
  const idle = typed.filter((_each, place) => found[place]?.length === 0);
  if (idle.length > 0) {
    throw usageFailure(`no lock matches ${idle.join(" ")}`, "check", WRITES_ONE);
  }
  return [...new Set(found.flat())].toSorted();
}

export const WRITES_ONE = "pick-model lock -r requirements.yaml";

async function defaultLock(directory: string): Promise<string> {
  if (await hasDefaultLock(directory)) return LOCK_FILE;
  throw usageFailure(`there is no ${LOCK_FILE} in this folder`, "check", WRITES_ONE);
}

export async function hasDefaultLock(directory: string): Promise<boolean> {
  return (await stat(path.join(directory, LOCK_FILE)).catch(() => null)) !== null;
}
