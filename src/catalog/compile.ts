/** A checked catalog folder as the one value the built program starts from. */
import { digestOf } from "./digest.ts";
import { loadCatalog } from "./load.ts";
import type { CompiledCatalog } from "./open.ts";

export async function compileCatalog(
  directory: string,
  shown = directory,
): Promise<CompiledCatalog> {
  const data = await loadCatalog(directory, shown);
  return { digest: digestOf(data), data };
}
