/** Decides the published cases and puts what comes of it into docs/agreement.md: `npm run agreement`. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openCatalog } from "../src/catalog/index.ts";
import { agreementMarkdown } from "./agreement.ts";
import { calibrationMarkdown } from "./calibration.ts";
import { decidePublishedCases } from "./published-cases.ts";
import { publishedSwitches, switchesMarkdown } from "./published-switches.ts";
import { withSection } from "./page-sections.ts";

const { levels } = await openCatalog();
const cases = await decidePublishedCases();
const sections = {
  agreement: agreementMarkdown(cases),
  calibration: calibrationMarkdown(cases, levels.confidence),
  switches: switchesMarkdown(await publishedSwitches()),
};
const file = path.join(import.meta.dirname, "..", "docs", "agreement.md");
let page = await readFile(file, "utf8");
for (const [name, text] of Object.entries(sections)) page = withSection(page, name, text);
await writeFile(file, page);
process.stdout.write(`${Object.values(sections).join("\n\n")}\n`);
