/** Which claim about a fact counts first, and which claims count at all. */
import type { Levels } from "../schema/levels.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { FactKind, SourceClass } from "../schema/vocabulary.ts";
import { daysBetween } from "./calendar.ts";

/** One claim about one fact of one snapshot, platform and service tier. */
export interface EvidenceClaim<Value = number> {
  value: Value;
  class: SourceClass;
  observed: IsoDate;
  /** About the very snapshot, about the alias that stood for it, or about something else. */
  scope: "exact" | "alias" | "other";
  /** `observed` is a stand-in: the claim never counts as fresh. */
  undated?: boolean;
  /** Benchmarks: sampling error in the value's own unit. */
  standardError?: number;
  /** Speeds: the measurement of several models that this is part of. */
  run?: string;
  /** Who measured or said it; two pages copying one measurement share it. */
  source: string;
  /** Benchmarks of scope `other`: days between the release of that snapshot and of the one asked about. */
  siblingDays?: number;
}

export type EvidenceConstants = Levels["evidence"];

/** Contracts are what the vendor says; measurements are better from someone without an interest in them. */
const NATURE = {
  price: "contract",
  limit: "contract",
  lifecycle: "contract",
  latency: "empirical",
  benchmark: "empirical",
} as const satisfies Record<FactKind, keyof EvidenceConstants["order"]>;

/** The claims that count: all of them fresh, or all of them stale; best first, by index. */
export interface Ordered {
  status: "fresh" | "stale";
  /** Claims about this snapshot or, failing that, about its nearest siblings, whether they count or not. */
  inScope: number[];
  /** Claims that may decide, best first. Never empty. */
  admissible: number[];
  sibling: boolean;
}

/**
 * Orders the claims of a fact. Claims observed after `asOf` are invisible. Null when none is about the fact: a price,
 * a limit or a date never comes from a sibling snapshot, and the lack of a claim is no claim.
 *
 * Fresh comes before stale whatever the class; then the class order of the kind of fact; then the newest; then the
 * exact snapshot before the alias; then the less favourable value; then the source's id. When everything is stale
 * the newest comes first instead of the best class: an old statement of the vendor outlasts nothing.
 * Of a contract fact only claims of the leading class are admissible, of a measurement every class but the
 * secondary, which speaks only where nothing else does. Speeds compare models best within one run, so measurements
 * that belong to a run come before single ones, except the user's own.
 *
 * @param compareValues negative when the first value is the less favourable one; must be total for the order of
 * the claims not to matter
 */
export function orderClaims<Value>(
  claims: readonly EvidenceClaim<Value>[],
  kind: FactKind,
  asOf: IsoDate,
  constants: EvidenceConstants,
  compareValues: (a: Value, b: Value) => number,
): Ordered | null {
  const visible = [...claims.keys()].filter((index) => at(claims, index).observed <= asOf);
  const direct = visible.filter((index) => at(claims, index).scope !== "other");
  const inScope =
    direct.length > 0 || kind !== "benchmark" ? direct : nearestSiblings(claims, visible);
  if (inScope.length === 0) return null;

  const classes = constants.order[NATURE[kind]];
  const byClass = (index: number) => classes.indexOf(at(claims, index).class);
  const byPairing = (index: number) => {
    const claim = at(claims, index);
    return kind === "latency" && claim.run === undefined && claim.class !== "own" ? 1 : 0;
  };
  const byDating = (index: number) => (at(claims, index).undated === true ? 1 : 0);
  const byScope = (index: number) => (at(claims, index).scope === "exact" ? 0 : 1);
  const newestFirst = (a: number, b: number) =>
    compareText(at(claims, b).observed, at(claims, a).observed);
  const lastResort = (a: number, b: number) =>
    byScope(a) - byScope(b) ||
    compareValues(at(claims, a).value, at(claims, b).value) ||
    compareText(at(claims, a).source, at(claims, b).source) ||
    (at(claims, b).standardError ?? 0) - (at(claims, a).standardError ?? 0);

  const fresh = inScope
    .filter((index) => isFresh(at(claims, index), kind, asOf, constants))
    .toSorted(
      (a, b) =>
        byClass(a) - byClass(b) ||
        byPairing(a) - byPairing(b) ||
        newestFirst(a, b) ||
        lastResort(a, b),
    );
  const counted = fresh.length > 0 ? fresh : primaryOrAll(inScope, claims);
  const ordered =
    fresh.length > 0
      ? fresh
      : counted.toSorted(
          (a, b) =>
            byPairing(a) - byPairing(b) ||
            byDating(a) - byDating(b) ||
            newestFirst(a, b) ||
            byClass(a) - byClass(b) ||
            lastResort(a, b),
        );
  const admissible =
    fresh.length === 0
      ? ordered
      : NATURE[kind] === "contract"
        ? ordered.filter((index) => byClass(index) === byClass(at(ordered, 0)))
        : primaryOrAll(ordered, claims);
  return {
    status: fresh.length > 0 ? "fresh" : "stale",
    inScope,
    admissible,
    sibling: direct.length === 0,
  };
}

/** Whether a claim still counts as fresh: by kind and class, never without a date, always for one's own contract. */
export function isFresh(
  claim: Pick<EvidenceClaim<unknown>, "class" | "observed" | "undated">,
  kind: FactKind,
  asOf: IsoDate,
  constants: EvidenceConstants,
): boolean {
  if (claim.undated === true) return false;
  if (claim.class === "own" && NATURE[kind] === "contract") return true;
  return daysBetween(claim.observed, asOf) <= constants.freshDays[kind][claim.class];
}

function nearestSiblings(
  claims: readonly EvidenceClaim<unknown>[],
  visible: readonly number[],
): number[] {
  const distance = (index: number) => Math.abs(at(claims, index).siblingDays ?? Infinity);
  const nearest = Math.min(...visible.map(distance));
  return nearest === Infinity ? [] : visible.filter((index) => distance(index) === nearest);
}

function primaryOrAll(
  indexes: readonly number[],
  claims: readonly EvidenceClaim<unknown>[],
): number[] {
  const primary = indexes.filter((index) => at(claims, index).class !== "secondary");
  return primary.length > 0 ? primary : [...indexes];
}

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no claim ${index}`);
  return item;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
