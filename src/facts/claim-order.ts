/** The order of claims about a fact: which counts first, which count at all, and why each other one lost. */
import type { Levels } from "../schema/levels.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { daysBetween } from "../schema/texts.ts";
import type { FactKind, SourceClass } from "../schema/vocabulary.ts";

/** One claim about one fact of one snapshot, platform and service tier. */
export interface EvidenceClaim<Value = number> {
  value: Value;
  class: SourceClass;
  observed: IsoDate;
  /** About the very snapshot, about the alias that stood for it, or about something else. */
  scope: "exact" | "alias" | "other";
  /** `observed` is a stand-in: the claim never counts as fresh. */
  undated?: boolean | undefined;
  /** Benchmarks: sampling error in the value's own unit. */
  standardError?: number | undefined;
  /** Speeds: the measurement of several models that this is part of. */
  run?: string | undefined;
  source: string;
  /** Who measured it, shared by every page that copies the measurement; absent: the source itself. */
  measurer?: string;
  /** Benchmarks of scope `other`: days between the release of that snapshot and of the one asked about. */
  siblingDays?: number | undefined;
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

/** Why a claim is not the one believed. */
export type LossReason =
  // It does not count.
  | "unseen"
  | "other-snapshot"
  | "aged-sibling"
  | "lower-class-sibling"
  | "single-sibling"
  | "further-sibling"
  | "undated"
  | "aged"
  | "outranked"
  | "past-window"
  // It counts, and is averaged with the one believed or comes after it.
  | "averaged"
  | "lower-class"
  | "single-measurement"
  | "less-dated"
  | "older"
  | "about-alias"
  | "less-favourable";

export interface ClaimLoss {
  reason: LossReason;
  /** A claim that counts agrees with the one believed, or widens it. */
  counts: boolean;
}

/** The claims that count: all of them fresh, or all of them stale; best first, by index. */
export interface Ordered {
  status: "fresh" | "stale";
  /** Claims about this snapshot or, failing that, the best about its siblings, whether they count or not. */
  inScope: number[];
  /** Claims that may decide, best first. Never empty. */
  admissible: number[];
  sibling: boolean;
  /** For each claim, why it is not the first; null for the one that is. */
  losses: (ClaimLoss | null)[];
}

/** One rule of the order, and what is said of the claim that comes second by it. */
type Rule = readonly [reason: LossReason, compare: (a: number, b: number) => number];

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
  const borrows = direct.length === 0 && kind === "benchmark";
  const steps = borrows ? siblingSteps(claims, visible, asOf, constants) : [];
  const inScope = borrows ? [...(steps.at(-1)?.left ?? [])] : direct;
  if (inScope.length === 0) return null;

  const classes = constants.order[NATURE[kind]];
  const rank = (score: (claim: EvidenceClaim<Value>) => number): Rule[1] => {
    return (a, b) => score(at(claims, a)) - score(at(claims, b));
  };
  const byClass: Rule = ["lower-class", rank((claim) => classes.indexOf(claim.class))];
  const byPairing: Rule = [
    "single-measurement",
    rank((claim) => {
      return kind === "latency" && claim.run === undefined && claim.class !== "own" ? 1 : 0;
    }),
  ];
  const byDating: Rule = ["less-dated", rank(({ undated }) => (undated === true ? 1 : 0))];
  const newestFirst: Rule = [
    "older",
    (a, b) => compareText(at(claims, b).observed, at(claims, a).observed),
  ];
  const lastResorts: Rule[] = [
    ["about-alias", rank(({ scope }) => (scope === "exact" ? 0 : 1))],
    ["less-favourable", (a, b) => compareValues(at(claims, a).value, at(claims, b).value)],
    ["less-favourable", (a, b) => compareText(at(claims, a).source, at(claims, b).source)],
    ["less-favourable", rank(({ standardError }) => -(standardError ?? 0))],
  ];

  const fresh = inScope.filter((index) => isFresh(at(claims, index), kind, asOf, constants));
  const isFreshOrder = fresh.length > 0;
  const rules = isFreshOrder
    ? [byClass, byPairing, newestFirst, ...lastResorts]
    : [byPairing, byDating, newestFirst, byClass, ...lastResorts];
  const ordered = (isFreshOrder ? fresh : primaryOrAll(inScope, claims)).toSorted((a, b) => {
    for (const [, compare] of rules) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const first = at(ordered, 0);
  const admissible = !isFreshOrder
    ? ordered
    : NATURE[kind] === "contract"
      ? ordered.filter((index) => at(claims, index).class === at(claims, first).class)
      : primaryOrAll(ordered, claims);
  const lossOf = (index: number): ClaimLoss | null => {
    if (index === first) return null;
    if (admissible.includes(index)) {
      const lostBy = rules.find(([, compare]) => compare(first, index) !== 0);
      return { reason: lostBy?.[0] ?? "less-favourable", counts: true };
    }
    return { reason: reasonAside(index), counts: false };
  };
  const reasonAside = (index: number): LossReason => {
    const claim = at(claims, index);
    if (claim.observed > asOf) return "unseen";
    if (!inScope.includes(index)) {
      return steps.find(({ left }) => !left.includes(index))?.reason ?? "other-snapshot";
    }
    if (ordered.includes(index) || !isFreshOrder) return "outranked";
    return claim.undated === true ? "undated" : "aged";
  };
  return {
    status: isFreshOrder ? "fresh" : "stale",
    inScope,
    admissible,
    sibling: direct.length === 0,
    losses: [...claims.keys()].map(lossOf),
  };
}

/** Whether a claim still counts as fresh: by kind and class, never without a date, always for one's own contract. */
function isFresh(
  claim: Pick<EvidenceClaim<unknown>, "class" | "observed" | "undated">,
  kind: FactKind,
  asOf: IsoDate,
  constants: EvidenceConstants,
): boolean {
  if (claim.undated === true) return false;
  if (claim.class === "own" && NATURE[kind] === "contract") return true;
  return daysBetween(claim.observed, asOf) <= constants.freshDays[kind][claim.class];
}

/**
 * What stands in for a snapshot that nobody tested: of the claims about its siblings the fresh ones, of these the best
 * class, of these those of a run over several models, of these the nearest by release. Each step only narrows, and says
 * why it leaves the others behind. The rivals play no part: another model's claims must not move this one's.
 */
function siblingSteps(
  claims: readonly EvidenceClaim<unknown>[],
  visible: readonly number[],
  asOf: IsoDate,
  constants: EvidenceConstants,
): { reason: LossReason; left: readonly number[] }[] {
  const distance = (index: number) => Math.abs(at(claims, index).siblingDays ?? Infinity);
  const classes = constants.order[NATURE.benchmark];
  const byClass = (index: number) => classes.indexOf(at(claims, index).class);
  const leastOf = (indexes: readonly number[], score: (index: number) => number) => {
    const least = Math.min(...indexes.map(score));
    return indexes.filter((index) => score(index) === least);
  };
  const siblings = visible.filter((index) => distance(index) < Infinity);
  const current = narrowed(siblings, (index) =>
    isFresh(at(claims, index), "benchmark", asOf, constants),
  );
  const ofBestClass = leastOf(current, byClass);
  const ofRuns = narrowed(ofBestClass, (index) => at(claims, index).run !== undefined);
  return [
    { reason: "other-snapshot", left: siblings },
    { reason: "aged-sibling", left: current },
    { reason: "lower-class-sibling", left: ofBestClass },
    { reason: "single-sibling", left: ofRuns },
    { reason: "further-sibling", left: leastOf(ofRuns, distance) },
  ];
}

/** Those that pass or, when none does, all. */
export function narrowed(
  indexes: readonly number[],
  passes: (index: number) => boolean,
): readonly number[] {
  const passing = indexes.filter(passes);
  return passing.length > 0 ? passing : indexes;
}

function primaryOrAll(
  indexes: readonly number[],
  claims: readonly EvidenceClaim<unknown>[],
): number[] {
  return [...narrowed(indexes, (index) => at(claims, index).class !== "secondary")];
}

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no claim ${index}`);
  return item;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
