/** Reads catalog files with every check the program has. */
import { access } from "node:fs/promises";
import path from "node:path";
import { digestOf } from "../catalog/digest.ts";
import { loadCatalog } from "../catalog/load.ts";
import type { OptionValues } from "../question/option.ts";
import { type Catalog, catalog as catalogSchema } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import { pathText, validate } from "../schema/problems.ts";
import { openCatalogFor } from "./evidence.ts";
import type { Io } from "./io.ts";
import type { CATALOG_OPTIONS } from "./options/common.ts";

/** What only a whole catalog has, and no folder of somebody's own files. */
const WHOLE_CATALOG = ["models", "levels.yaml"];

interface CheckedFiles {
  catalog: Catalog;
  /** As typed; none: the catalog the program works with. */
  files: string[];
  /** What they were laid over; null where they stand for themselves. */
  base: Catalog | null;
}

/** @throws Failure (catalog) naming the first mistake, (usage) for a whole catalog beside other paths */
export async function validateCatalog(
  operands: readonly string[],
  options: OptionValues<typeof CATALOG_OPTIONS>,
  io: Io,
): Promise<CheckedFiles> {
  if (operands.includes("")) {
    throw usageFailure("a path is empty", "catalog validate", "name a file or folder");
  }
  const paths = [...(options.catalog ?? []), ...operands];
  const [first = "", second] = paths;
  if (second === undefined && (await isWholeCatalog(path.resolve(io.cwd, first), first))) {
    const data = await loadCatalog(path.resolve(io.cwd, first), first);
    const catalog = { ...data, digest: digestOf(data), overlaid: [] };
    return { catalog, files: paths, base: null };
  }
  const { digest, overlaid, ...data } = await openCatalogFor({ ...options, catalog: paths }, io);
  const document = { value: data, where: (at: readonly PropertyKey[]) => pathText(at) };
  const catalog = { ...validate(catalogSchema, document, "catalog"), digest, overlaid };
  return { catalog, files: paths, base: paths.length === 0 ? null : await openCatalogFor({}, io) };
}

async function isWholeCatalog(folder: string, typed: string): Promise<boolean> {
  if (typed === "") return false;
  const found = WHOLE_CATALOG.map((name) => access(path.join(folder, name)));
  return (await Promise.allSettled(found)).every(({ status }) => status === "fulfilled");
}
