/** What `--version` says: the program's, and how new its facts are. */
import { version } from "../version.ts";

/** The day of the newest fact that the program ships with. The build writes it down, so that nothing is read for it. */
declare const BUILT_WITH_FACTS_OF: string | undefined;

export async function versionLine(): Promise<string> {
  const newest =
    typeof BUILT_WITH_FACTS_OF === "string" ? BUILT_WITH_FACTS_OF : await newestFactFromSource();
  return `pick-model ${version}, facts of ${newest}\n`;
}

async function newestFactFromSource(): Promise<string> {
  const { openCatalog } = await import("../catalog/index.ts");
  const { newestObservation } = await import("../facts/claims.ts");
  return newestObservation((await openCatalog()).models) ?? "no day";
}
