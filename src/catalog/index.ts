/** The catalog a command decides from: what the program ships with, under the user's own files. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Catalog } from "../schema/catalog.ts";
import { catalogFailure } from "../schema/failure.ts";
import type { CompiledCatalog } from "./compile.ts";
import { unpacked } from "./packed.ts";

// The catalog the program ships with: compiled beside the built program, or its folder when run from source.

export const COMPILED_FILE = "catalog.ndjson";

export async function shippedCatalog(): Promise<Catalog> {
  if (!import.meta.filename.endsWith(".ts")) return readPacked();
  const { digest, data } = await compileFromSource();
  return { ...data, digest, overlaid: [] };
}

let fromSource: Promise<CompiledCatalog> | undefined;

/** Once a process: the tests ask for it hundreds of times. */
function compileFromSource(): Promise<CompiledCatalog> {
  fromSource ??= import("./compile.ts").then(({ compileCatalog }) =>
    compileCatalog(path.join(import.meta.dirname, "../../data")),
  );
  return fromSource;
}

/** Read at once: nothing else could be done meanwhile, and a start is faster for it. */
function readPacked(): Catalog {
  const file = path.join(import.meta.dirname, COMPILED_FILE);
  const read = <Value>(reading: () => Value): Value => {
    try {
      return reading();
    } catch {
      const message = "the catalog of this installation cannot be read";
      throw catalogFailure(message, file, "install again");
    }
  };
  const text = read(() => readFileSync(file, "utf8"));
  return unpacked(text, (json) => read((): unknown => JSON.parse(json)));
}

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
