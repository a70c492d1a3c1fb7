/** Runs the commands of the README and its pages, puts what they print below them, and draws the picture. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PAGES, readmePicture, refreshedReadme } from "../test/docs/refreshed-readme.ts";

const root = path.join(import.meta.dirname, "..");
for (const page of PAGES) {
  const file = path.join(root, page);
  await writeFile(file, await refreshedReadme(await readFile(file, "utf8")));
}
await writeFile(path.join(root, "docs", "answer.svg"), await readmePicture());
