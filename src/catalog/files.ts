/** Catalog files from disk: which there are, in a fixed order, and their text as documents. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import path from "node:path";
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  asUnreadable,
  readWholeFile,
  Unreadable,
} from "../files/whole-file.ts";
import { parseDocument, type ParsedDocument } from "../schema/document.ts";
import { catalogFailure } from "../schema/failure.ts";

/** A bundle holds thousands of models; a text of half a billion characters is all that one text may be. */
const MOST_BYTES = 500_000_000;

const CATALOG_FILE = /\.(?:yaml|yml|json)$/i;

/**
 * Reads one file of the catalog.
 *
 * @param shown what errors call it: the path as the user gave it
 * @throws Failure of kind `catalog` when it is missing, unreadable, no UTF-8 or no document
 */
export async function readCatalogFile(file: string, shown = file): Promise<ParsedDocument> {
  return parseDocument(await readText(file, shown), shown, "catalog", { most: MOST_BYTES });
}

async function readText(file: string, shown = file): Promise<string> {
  const bytes = await readWholeFile(file, "pipes", MOST_BYTES).catch((error: unknown) => {
    throw unreadable(shown, error);
  });
  const text = decodedText(bytes);
  if (text === null) throw catalogFailure(NOT_TEXT, shown, AS_TEXT);
  return text;
}

/** Whether the path is a folder. @throws Failure of kind `catalog` when nothing is there */
export function isFolder(target: string, shown = target): boolean {
  try {
    return statSync(target).isDirectory();
  } catch (error) {
    throw unreadable(shown, error);
  }
}

/** Every catalog file in a folder and its folders, by name, so that the order never depends on the disk. */
export function listCatalogFiles(folder: string, shown = folder): string[] {
  return entriesOf(folder, shown)
    .filter((entry) => !entry.isDirectory() && CATALOG_FILE.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((left, right) => (withoutExtension(left) < withoutExtension(right) ? -1 : 1));
}

function entriesOf(folder: string, shown: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    throw unreadable(shown, error);
  }
}

/** So that `gpt-4o` comes before `gpt-4o-mini`, as it would in any list of ids. */
function withoutExtension(file: string): string {
  return file.replace(CATALOG_FILE, "");
}

function unreadable(shown: string, error: unknown): Error {
  const problem = asUnreadable(error);
  if (!(problem instanceof Unreadable)) return problem;
  const { code, message } = problem;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return catalogFailure("no such file or folder", shown, "check the path");
  }
  if (code === "EACCES" || code === "EPERM") {
    return catalogFailure("may not be read", shown, "check its permissions");
  }
  if (code === "EISDIR") return catalogFailure("is a folder", shown, "give a file");
  return catalogFailure(`cannot be read: ${message}`, shown, "give a catalog file");
}
