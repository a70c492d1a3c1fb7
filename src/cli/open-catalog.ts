/** The catalog a command line asks for: the shipped one under the files of PICK_MODEL_CATALOG and `--catalog`. */
import path from "node:path";
import { openCatalog } from "../catalog/index.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";
import type { CATALOG_OPTIONS } from "./options/evidence.ts";
import type { OptionValues } from "../question/option.ts";

/** @throws Failure (catalog) for files that cannot be read or do not hold, (usage) for a path of no length */
export async function openAskedCatalog(
  { catalog: paths = [] }: OptionValues<typeof CATALOG_OPTIONS>,
  { env, cwd }: Io,
): Promise<Catalog> {
  if (paths.includes("")) throw usageFailure("no value", "--catalog", "expected a path");
  return openCatalog([...pathsOf(env["PICK_MODEL_CATALOG"]), ...paths], cwd);
}

/** Separated as in PATH. */
export function pathsOf(variable: string | undefined): string[] {
  return (variable ?? "").split(path.delimiter).filter((part) => part !== "");
}
