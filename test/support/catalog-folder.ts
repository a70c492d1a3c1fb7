/** A small made-up catalog in a temporary folder, with files changed, added or left out. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

const ROOT = path.join(import.meta.dirname, "..", "..");
const FIXTURE = path.join(ROOT, "test", "fixtures", "catalog");

/** A file's new text, a change of its text, or null to leave the file out. */
export type Change = string | ((text: string) => string) | null;

/** A folder that is gone when the test has ended. */
export async function temporaryFolder(files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "pick-model-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await Promise.all(Object.entries(files).map(([name, text]) => write(folder, name, text)));
  return folder;
}

export async function catalogFolder(changes: Record<string, Change> = {}): Promise<string> {
  const folder = await temporaryFolder();
  await cp(FIXTURE, folder, { recursive: true });
  await cp(path.join(ROOT, "data", "levels.yaml"), path.join(folder, "levels.yaml"));
  await Promise.all(Object.entries(changes).map(([name, change]) => apply(folder, name, change)));
  return folder;
}

async function apply(folder: string, name: string, change: Change): Promise<void> {
  const file = path.join(folder, name);
  if (change === null) return rm(file);
  const text = typeof change === "string" ? change : change(await readFile(file, "utf8"));
  return write(folder, name, text);
}

async function write(folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
