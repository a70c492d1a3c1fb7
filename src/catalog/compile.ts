/** A checked catalog folder as the one value the built program starts from. */
import { digestOf } from "./digest.ts";
import { loadCatalog } from "./load.ts";
import type { CatalogData } from "../schema/catalog.ts";

/** What the build writes: checked data and its digest, so that a start needs neither YAML nor validation. */
export interface CompiledCatalog {
  digest: string;
  data: CatalogData;
}

export async function compileCatalog(
  directory: string,
  shown = directory,
): Promise<CompiledCatalog> {
  const data = await loadCatalog(directory, shown);
  return { digest: digestOf(data), data };
}
