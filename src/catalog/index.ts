/** The catalog a command decides from: what the program ships with, under the user's own files. */
import type { Catalog } from "../schema/catalog.ts";
import { shippedCatalog } from "./open.ts";

/**
 * @param overlays files or folders of `--catalog`, laid over in order
 * @param directory where their relative paths start; the working folder unless told
 * @throws Failure of kind `catalog`, naming file, line and column
 */
export async function openCatalog(
  overlays: readonly string[] = [],
  directory?: string,
): Promise<Catalog> {
  const shipped = await shippedCatalog();
  if (overlays.length === 0) return shipped;
  const { applyOverlays } = await import("./overlay.ts"); // brings the YAML reader and every schema
  return applyOverlays(shipped, overlays, directory ?? process.cwd());
}
