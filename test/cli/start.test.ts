/** What a start loads: help and the version are there before the catalog, the schemas and the engine. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SRC = path.join(import.meta.dirname, "..", "..", "src");
const STATIC_IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\bfrom\s+)?"([^"]+)"/gm;

/** Every module that is loaded with this one. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  const name = path.relative(SRC, file);
  if (seen.has(name)) return seen;
  seen.add(name);
  if (!file.endsWith(".ts")) return seen;
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(STATIC_IMPORT)) {
    if (specifier.startsWith(".")) loadedWith(path.resolve(path.dirname(file), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

test("the executable loads commander and nothing that decides", () => {
  const loaded = [...loadedWith(path.join(SRC, "start", "program.ts"))];
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.filter((name) => /^(?:decision|facts|catalog)\//.test(name))).toEqual([]);
  expect(loaded.filter((name) => !/[./]|^node:/.test(name))).toEqual(["commander"]);
  expect(loaded.filter((name) => name.startsWith("zod"))).toEqual([]);
});
