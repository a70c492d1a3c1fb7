/** Every rule the catalog keeps beyond the shape of its files: a new one is a function beside its kind and a line below. */
import type { Entries } from "../entry.ts";
import type { Names } from "../names.ts";
import { findingFailure, type Check } from "./check.ts";
import {
  resultsInRange,
  daysInOrder,
  noRepeatedClaims,
  oneDefaultSnapshot,
} from "./claims-hold.ts";
import { uniqueIds } from "./ids.ts";
import {
  benchmarksExist,
  claimSourcesExist,
  scopesAreSnapshots,
  describedSourcesExist,
  useCaseNamesExist,
} from "./names-exist.ts";

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
