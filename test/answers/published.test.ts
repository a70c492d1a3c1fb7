/** The JSON Schemas in schema/ are what the program's own schemas say today. Renew them with `npm run schemas`. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { SCHEMA_FOLDER, schemaFiles } from "../../scripts/schemas.ts";

test("no schema is missing or left over", async () => {
  expect((await readdir(SCHEMA_FOLDER)).toSorted()).toEqual(Object.keys(schemaFiles()).toSorted());
});

test.each(Object.entries(schemaFiles()))("%s is up to date", async (name, text) => {
  expect(await readFile(path.join(SCHEMA_FOLDER, name), "utf8")).toBe(text);
});
