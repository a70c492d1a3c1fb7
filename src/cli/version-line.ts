/** What `--version` says: the program's, and how new its facts are. */
import { openCatalog } from "../catalog/index.ts";
import { newestEvidence } from "../facts/claims.ts";
import { openFactSheets } from "../facts/fact-sheets.ts";
import { version } from "../version.ts";
import type { Io } from "./io.ts";

export async function versionLine({ today }: Io): Promise<string> {
  const newest = newestEvidence(openFactSheets(await openCatalog(), today));
  return `pick-model ${version}${newest === null ? "" : `, facts of ${newest}`}\n`;
}
