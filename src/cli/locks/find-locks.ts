/** The locks a command line means: files, globs and folders, the one in this folder, or those beside requirements. */
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
  const { search, isDynamicPattern } = await openSearch();
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
  // However it is spelt, one file is one lock.
  const byFile = new Map<string, string>();
  for (const each of found.flat().toSorted()) byFile.set(path.resolve(directory, each), each);
  return [...byFile.values()];
}

export const WRITES_ONE = "pick-model lock -r requirements.yaml";

async function defaultLock(directory: string): Promise<string> {
  if (await hasDefaultLock(directory)) return LOCK_FILE;
  throw usageFailure(`there is no ${LOCK_FILE} in this folder`, "check", WRITES_ONE);
}

export async function hasDefaultLock(directory: string): Promise<boolean> {
  return (await stat(path.join(directory, LOCK_FILE)).catch(() => null)) !== null;
}

async function openSearch() {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  const search = (patterns: readonly string[], cwd: string) =>
    glob([...patterns], {
      cwd,
      ignore: NOT_LOOKED_INTO,
      expandDirectories: false,
      followSymbolicLinks: false, // out of the folder, or to a file that is there already
    });
  return { search, isDynamicPattern };
}

export interface LockBeside {
  /** Paths from where they were typed. */
  requirements: string;
  lock: string;
}

/**
 * A lock for each of several requirements files, in its folder, and called after it where that folder has several.
 *
 * @param typed files and patterns
 * @returns null for a single file, whose lock is the one of this folder
 * @throws Failure (usage) naming a pattern that matches nothing
 */
export async function locksBeside(
  typed: readonly string[],
  directory: string,
): Promise<LockBeside[] | null> {
  const [first = "", second] = typed;
  const isThere = async (each: string) =>
    (await stat(path.resolve(directory, each)).catch(() => null)) !== null;
  const isOne = first === "" || first === "-" || (await isThere(first));
  if (second === undefined && isOne) return null;
  const { search, isDynamicPattern } = await openSearch();
  if (second === undefined && !isDynamicPattern(first)) return null;
  const found = await Promise.all(
    typed.map(async (each) =>
      !isDynamicPattern(each) || (await isThere(each)) ? [each] : search([each], directory),
    ),
  );
  const idle = typed.filter((each, place) => found[place]?.length === 0 || each === "-");
  if (idle.length > 0) {
    throw usageFailure(`no requirements file matches ${idle.join(" ")}`, "lock", WRITES_ONE);
  }
  const files = [...new Set(found.flat().map((file) => path.normalize(file)))].toSorted();
  return files.map((file) => {
    const { dir, name } = path.parse(file);
    const isAlone = files.filter((other) => path.dirname(other) === path.dirname(file)).length < 2;
    return {
      requirements: file,
      lock: path.join(dir, isAlone ? LOCK_FILE : `${name}.${LOCK_FILE}`),
    };
  });
}
