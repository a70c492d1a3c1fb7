/** Every claim of a model file with its path, whatever trait it is about. */
import type { ClaimProvenance } from "../schema/claim.ts";
import { isRecord } from "./digest.ts";

export interface PlacedClaim {
  path: PropertyKey[];
  claim: ClaimProvenance & { value: unknown };
}

/** Walks a model or an overlay; a claim is what names its value, its source and the day it was observed. */
export function claimsOf(part: unknown, path: PropertyKey[] = []): PlacedClaim[] {
  if (isClaim(part)) return [{ path, claim: part }];
  if (Array.isArray(part)) return part.flatMap((item, index) => claimsOf(item, [...path, index]));
  if (!isRecord(part)) return [];
  return Object.entries(part).flatMap(([key, inner]) => claimsOf(inner, [...path, key]));
}

function isClaim(part: unknown): part is PlacedClaim["claim"] {
  return isRecord(part) && "value" in part && "source" in part && "observed" in part;
}
