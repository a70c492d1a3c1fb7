/** Every rule the catalog keeps beyond the shape of its files: a new one is a function beside its kind and a line below. */
import { walkTraits } from "../../facts/claims.ts";
import type { Entries } from "../entry.ts";
import type { Names } from "../names.ts";
import { type Check, type Finding, findingFailure, type TraitCheck } from "./check.ts";
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
  overlaidModelsExist,
  useCaseNamesExist,
} from "./names-exist.ts";

const CHECKS = [
  overlaidModelsExist,
  uniqueIds,
  oneDefaultSnapshot,
  benchmarksExist,
  describedSourcesExist,
  useCaseNamesExist,
] satisfies Check[];

const TRAIT_CHECKS = [
  claimSourcesExist,
  scopesAreSnapshots,
  daysInOrder,
  noRepeatedClaims,
  resultsInRange,
] satisfies TraitCheck[];

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

/** The same of every claim, in one walk over them all. @throws as `checkEntries` */
export function checkClaims({ models, overlays }: Entries, names: Names): void {
  const first = new Map<TraitCheck, Finding>();
  for (const entry of [...models, ...overlays]) {
    walkTraits(entry.value, (trait) => {
      for (const check of TRAIT_CHECKS) {
        if (first.has(check)) continue;
        const [finding] = check(trait, entry, names);
        if (finding !== undefined) first.set(check, finding);
      }
    });
  }
  for (const check of TRAIT_CHECKS) {
    const finding = first.get(check);
    if (finding !== undefined) throw findingFailure(finding);
  }
}
