/** Before any test: builds dist/ when it is missing or older than what it is made of. */
import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "..", "..");
const MADE_OF = ["src", "data", "scripts", "package.json", "tsconfig.json", "tsconfig.types.json"];

export default async function setup(): Promise<void> {
  const built = await changedAt(path.join(ROOT, "dist"));
  const parts = await Promise.all(MADE_OF.map((part) => changedAt(path.join(ROOT, part))));
  if (Math.max(...parts) <= built) return;
  await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: ROOT });
}

/** The newest change at or below a path, as a time stamp; 0 when nothing is there. */
async function changedAt(target: string): Promise<number> {
  const found = await stat(target).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(target, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
