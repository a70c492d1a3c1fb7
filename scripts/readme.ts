/** Runs the commands of the README, puts what they print below them, and draws its picture. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readmePicture, refreshedReadme } from "../test/docs/refreshed-readme.ts";

const file = path.join(import.meta.dirname, "..", "README.md");
await writeFile(file, await refreshedReadme(await readFile(file, "utf8")));
await writeFile(path.join(import.meta.dirname, "..", "docs", "answer.svg"), await readmePicture());
