/** The catalog the program ships with: compiled beside the built program, or its folder when run from source. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Catalog } from "../schema/catalog.ts";
import type { CompiledCatalog } from "./compile.ts";
import { catalogFailure } from "../schema/failure.ts";

export const COMPILED_FILE = "catalog.json";

export async function shippedCatalog(): Promise<Catalog> {
  const runsFromSource = import.meta.filename.endsWith(".ts");
  const { digest, data } = await (runsFromSource ? compileFromSource() : readCompiled());
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
function readCompiled(): CompiledCatalog {
  const file = path.join(import.meta.dirname, COMPILED_FILE);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as CompiledCatalog;
  } catch {
    throw catalogFailure("the catalog of this installation cannot be read", file, "install again");
  }
}
