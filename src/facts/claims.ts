/** Every claim of a model, a list of models or an overlay, with its place; the one walk that all who look for claims share. */
import type { Catalog } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { FactSheets } from "./fact-sheets.ts";
import { memoizeByObject } from "./memoize.ts";

/** One trait with the claims made about it. */
export interface Trait {
  /** Keys down to the list of claims: `prices`, `standard`, `input`. */
  path: readonly PropertyKey[];
  claims: readonly Claim[];
}

/** Traits in the order of the file. A trait is a list of claims; a claim names its value, its source and its day. */
export function traitsOf(part: unknown): Trait[] {
  const found: Trait[] = [];
  gather(part, [], found);
  return found;
}

/** One path grows and shrinks along the walk and is copied where a trait is: a catalog has hundreds of thousands. */
function gather(part: unknown, path: PropertyKey[], found: Trait[]): void {
  if (typeof part !== "object" || part === null) return;
  if (isClaims(part)) {
    found.push({ path: [...path], claims: part });
    return;
  }
  for (const key of Object.keys(part)) {
    path.push(Array.isArray(part) ? Number(key) : key);
    gather((part as Record<string, unknown>)[key], path, found);
    path.pop();
  }
}

function isClaims(part: object): part is Claim[] {
  const first: unknown = Array.isArray(part) ? part[0] : undefined;
  if (typeof first !== "object" || first === null) return false;
  return "value" in first && "source" in first && "observed" in first;
}

/** Every claim with the keys down to it. */
export function claimsOf(part: unknown): { path: PropertyKey[]; claim: Claim }[] {
  return traitsOf(part).flatMap(({ path, claims }) =>
    claims.map((claim, index) => ({ path: [...path, index], claim })),
  );
}

/** The claims at a place of the model file, `prices.standard.input`; ids of benchmarks may hold dots themselves. */
export function claimsAt(part: unknown, path: string): readonly Claim[] {
  if (typeof part !== "object" || part === null) return [];
  if (Object.hasOwn(part, path)) {
    const found = (part as Record<string, unknown>)[path];
    return Array.isArray(found) ? (found as Claim[]) : []; // the file was checked on loading
  }
  const dot = path.indexOf(".");
  const head = path.slice(0, dot);
  return dot !== -1 && Object.hasOwn(part, head)
    ? claimsAt((part as Record<string, unknown>)[head], path.slice(dot + 1))
    : [];
}

/** The newest day any claim of the catalog was observed, as seen from the day of the decision. */
export function newestEvidence({ catalog, asOf }: FactSheets): IsoDate | null {
  return observedDays(catalog.models).findLast((day) => day <= asOf) ?? null;
}

/** The newest day any claim of these models was observed. */
export function newestObservation(models: object): IsoDate | null {
  return observedDays(models).at(-1) ?? null;
}

const observedDays = memoizeByObject((models: object): string[] => {
  const days = traitsOf(models).flatMap(({ claims }) => claims.map(({ observed }) => observed));
  return [...new Set(days)].toSorted();
});

/** The newest day any claim of each source was observed. */
export const lastObserved = memoizeByObject((models: object): ReadonlyMap<string, IsoDate> => {
  const days = new Map<string, IsoDate>();
  for (const { claims } of traitsOf(models)) {
    for (const { source, observed } of claims) {
      if (observed > (days.get(source) ?? "")) days.set(source, observed);
    }
  }
  return days;
});

/** The catalog as it was known on a day: claims observed later left out. */
export function evidenceUntil(catalog: Catalog, day: IsoDate): Catalog {
  return { ...catalog, models: knownBy(catalog.models, day) };
}

function knownBy<Part>(part: Part, day: IsoDate): Part {
  if (typeof part !== "object" || part === null) return part;
  if (isClaims(part)) return part.filter(({ observed }) => observed <= day) as Part;
  if (Array.isArray(part)) return part.map((item: unknown) => knownBy(item, day)) as Part;
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, knownBy(inner, day)]),
  ) as Part; // same keys, same kinds of values
}
