/** Renews schema/: the JSON Schemas that the package ships. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { jsonSchemaText } from "../src/answers/published.ts";
import { SCHEMA_NAMES } from "../src/answers/published-names.ts";

export const SCHEMA_FOLDER = path.join(import.meta.dirname, "..", "schema");

/** File name to its whole text. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    SCHEMA_NAMES.map((name) => [`${name}.schema.json`, jsonSchemaText(name)]),
  );
}

async function writeSchemas(): Promise<void> {
  const files = Object.entries(schemaFiles());
  await Promise.all(files.map(([name, text]) => writeFile(path.join(SCHEMA_FOLDER, name), text)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeSchemas();
