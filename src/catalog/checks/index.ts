/** Every rule the catalog keeps beyond the shape of its files: a new one is a file here and a line below. */
import type { Entries } from "../entry.ts";
import type { Names } from "../names.ts";
import { benchmarksExist } from "./benchmark-names.ts";
import { resultsInRange } from "./benchmark-results.ts";
import { findingFailure, type Check } from "./check.ts";
import { daysInOrder } from "./claim-dates.ts";
import { scopesAreSnapshots } from "./claim-scopes.ts";
import { claimSourcesExist } from "./claim-sources.ts";
import { oneDefaultSnapshot } from "./default-snapshot.ts";
import { describedSourcesExist } from "./described-sources.ts";
import { noRepeatedClaims } from "./repeated-claims.ts";
import { uniqueIds } from "./unique-ids.ts";
import { useCaseNamesExist } from "./use-case-names.ts";

const CHECKS = [
  uniqueIds,
  oneDefaultSnapshot,
  claimSourcesExist,
  scopesAreSnapshots,
  daysInOrder,
  noRepeatedClaims,
  benchmarksExist,
  resultsInRange,
  describedSourcesExist,
  useCaseNamesExist,
] satisfies Check[];

/** @throws Failure of kind `catalog` for the first rule that the added entries break */
export function checkEntries(
  added: Entries,
  names: Names,
  checks: readonly Check[] = CHECKS,
): void {
  for (const check of checks) {
    const [finding] = check(added, names);
    if (finding !== undefined) throw findingFailure(finding);
  }
}
