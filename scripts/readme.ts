/** Runs the commands of the README and puts what they print below them. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { refreshedReadme } from "../test/docs/refreshed-readme.ts";

const file = path.join(import.meta.dirname, "..", "README.md");
await writeFile(file, await refreshedReadme(await readFile(file, "utf8")));
