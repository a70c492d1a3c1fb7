/** Claims: the walk over every one of a model, a list of models or an overlay; and the fact they come to. */
import type { Catalog } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { FactKind, SourceClass } from "../schema/vocabulary.ts";
import type { ClaimLoss } from "./claim-order.ts";
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
  walkTraits(part, ({ path, claims }) => found.push({ path: [...path], claims }));
  return found;
}

/** The same, one after the other. The path is the walk's own, which a catalog of millions of claims does not copy. */
export function walkTraits(
  part: unknown,
  visit: (trait: Trait) => void,
  path: PropertyKey[] = [],
): void {
  if (typeof part !== "object" || part === null) return;
  if (isClaims(part)) {
    visit({ path, claims: part });
    return;
  }
  for (const key of Object.keys(part)) {
    path.push(Array.isArray(part) ? Number(key) : key);
    walkTraits((part as Record<string, unknown>)[key], visit, path);
    path.pop();
  }
}

function isClaims(part: object): part is Claim[] {
  const first: unknown = Array.isArray(part) ? part[0] : undefined;
  if (typeof first !== "object" || first === null) return false;
  return "value" in first && "source" in first && "observed" in first;
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
export function newestEvidence({
  catalog,
  asOf,
}: {
  catalog: Pick<Catalog, "models">;
  asOf: IsoDate;
}): IsoDate | null {
  return observedDays(catalog.models).findLast((day) => day <= asOf) ?? null;
}

/** The newest day any claim of these models was observed. */
export function newestObservation(models: object): IsoDate | null {
  return observedDays(models).at(-1) ?? null;
}

const knownDays = new WeakMap<object, readonly IsoDate[]>();

/** The days on which claims of these models were observed, oldest first. */
export function observedDays(models: object): readonly IsoDate[] {
  const known = knownDays.get(models);
  if (known !== undefined) return known;
  const found = new Set<IsoDate>();
  walkTraits(models, ({ claims }) => claims.forEach(({ observed }) => found.add(observed)));
  const days = [...found].toSorted();
  knownDays.set(models, days);
  return days;
}

/** Tells the days of models beforehand, so that nobody has to read every claim for them. */
export function tellObservedDays(models: object, days: readonly IsoDate[]): void {
  knownDays.set(models, days);
}

/** The newest day any claim of each source was observed. */
export const lastObserved = memoizeByObject((models: object): ReadonlyMap<string, IsoDate> => {
  const days = new Map<string, IsoDate>();
  walkTraits(models, ({ claims }) => {
    for (const { source, observed } of claims) {
      if (observed > (days.get(source) ?? "")) days.set(source, observed);
    }
  });
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

// A fact: what the claims about one trait come to on the day of the decision, with every claim kept.

/** Central 90 % of an uncertain figure around its point: 5 % of the belief lies beyond either end. */
export interface Interval {
  point: number;
  low: number;
  high: number;
}

/** One claim with what its scope and its source mean for the candidate. */
export interface Statement<Value> {
  claim: Claim<Value>;
  class: SourceClass;
  /** `exact` and `alias` speak of the candidate's snapshot, `other` of another one. */
  scope: "exact" | "alias" | "other";
  /** Why it is not the one believed; null for the one that is. */
  loss: ClaimLoss | null;
}

export interface Fact<Value> {
  /** Place in the model file: `prices.standard.input`, `benchmarks.gpqa`. */
  path: string;
  kind: FactKind;
  /** Null when nobody in scope says: unknown, never a default. */
  value: Value | null;
  status: "fresh" | "stale" | "missing";
  chosen: Statement<Value> | null;
  /** Stale speeds: the other measurers' claims that the value averages with the chosen one. */
  pooled: Statement<Value>[];
  /** Claims seen on that day, in or out of scope, newest first. */
  statements: Statement<Value>[];
  /** In-scope claims that differ from the value by more than the tolerance of its kind. */
  disputedBy: Statement<Value>[];
  /** Borrowed from another snapshot of the model (benchmarks only). */
  sibling: boolean;
}

/** A number with the hull of the claims that count. */
export interface NumericFact extends Fact<number> {
  low: number;
  high: number;
}

/** Ids of the sources behind a fact's value. */
export function evidenceOf(facts: readonly (Fact<unknown> | null | undefined)[]): string[] {
  const ids: string[] = [];
  const add = ({ claim: { source } }: Statement<unknown>) => {
    if (!ids.includes(source)) ids.push(source);
  };
  for (const fact of facts) {
    if (fact?.chosen) add(fact.chosen);
    fact?.pooled.forEach(add);
  }
  return ids;
}
