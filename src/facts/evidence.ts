/** From conflicting claims about one fact to a belief: a point, an interval, and who disagrees. */
import type { IsoDate } from "../schema/scalars.ts";
import type { FactKind } from "../schema/vocabulary.ts";
import { daysBetween } from "./calendar.ts";
import {
  at,
  type ClaimLoss,
  compareText,
  type EvidenceClaim,
  type EvidenceConstants,
  orderClaims,
} from "./claim-order.ts";

export type { EvidenceClaim, EvidenceConstants };

/** Where a belief comes from. Indexes refer to the claims it was resolved from. */
interface Known {
  /** `stale`: every claim in scope is older than its kind and class allow. */
  status: "fresh" | "stale";
  /** The claim behind the point. */
  chosen: number;
  /** The claims that span the interval, best first. */
  admissible: number[];
  /** Some claim in scope, admissible or not, disagrees with the point. */
  disputed: boolean;
  disputing: number[];
  /** Benchmarks: no claim is about this snapshot, the nearest released one stands in. */
  sibling: boolean;
  /** For each claim, why it is not the one believed; null for the one that is. */
  losses: (ClaimLoss | null)[];
}

interface Missing {
  status: "missing";
  chosen: null;
  admissible: number[];
  disputed: false;
  disputing: number[];
  sibling: false;
  /** None is about the snapshot. */
  losses: ClaimLoss[];
}

/** What is believed about a number: the span of the admissible claims, not yet widened by any error. */
export type Belief =
  | (Known & { point: number; low: number; high: number })
  | (Missing & { point: null; low: null; high: null });

/** What is believed about a date, a word, a yes or no, or a list of words. */
export type Statement<Value> = (Known & { value: Value }) | (Missing & { value: null });

export interface NumericOptions {
  /** Which of two values from one day is believed: the one that makes the model look worse. */
  direction: "lower-is-better" | "higher-is-better" | "none";
  /** Benchmarks: sampling error of a claim that carries none, in the value's own unit. */
  standardError?: number;
}

/**
 * Resolves the claims about a number. The order of the claims and repeated claims change no value of the result.
 * The interval is the span of the admissible claims; of speeds only those not older than the speed window, as long
 * as there are any, besides the chosen one.
 */
export function resolveClaims(
  claims: readonly EvidenceClaim[],
  kind: FactKind,
  asOf: IsoDate,
  constants: EvidenceConstants,
  options: NumericOptions,
): Belief {
  // Without a direction the smaller value comes first: arbitrary, but the same whatever the order of the claims.
  const sign = options.direction === "lower-is-better" ? -1 : 1;
  const ordered = orderClaims(claims, kind, asOf, constants, (a, b) => sign * (a - b));
  if (ordered === null) return missing(claims, { point: null, low: null, high: null });

  const chosen = at(ordered.admissible, 0);
  const isPast = (index: number) =>
    kind === "latency" && daysBetween(at(claims, index).observed, asOf) > constants.speedWindowDays;
  const past = ordered.admissible.filter(isPast);
  const admissible =
    past.length === ordered.admissible.length
      ? ordered.admissible
      : ordered.admissible.filter((index) => index === chosen || !past.includes(index));
  const values = admissible.map((index) => at(claims, index).value);
  const disputing = ordered.inScope.filter((index) =>
    disagree(at(claims, chosen), at(claims, index), kind, constants, options),
  );
  return {
    status: ordered.status,
    point: at(claims, chosen).value,
    low: Math.min(...values),
    high: Math.max(...values),
    chosen,
    admissible,
    disputed: disputing.length > 0,
    disputing,
    sibling: ordered.sibling,
    losses: ordered.losses.map((loss, index) =>
      loss?.counts === true && !admissible.includes(index)
        ? { reason: "past-window", counts: false }
        : loss,
    ),
  };
}

export interface StatementOptions<Value> {
  /** Negative when the first value is the less favourable. Absent: the one whose text sorts first. */
  compare?: (a: Value, b: Value) => number;
}

/** Resolves claims about anything but a number by the same order; any other value in scope is a dispute. */
export function resolveStatements<Value>(
  claims: readonly EvidenceClaim<Value>[],
  kind: FactKind,
  asOf: IsoDate,
  constants: EvidenceConstants,
  options: StatementOptions<Value> = {},
): Statement<Value> {
  const compareTexts = (a: Value, b: Value) => compareText(JSON.stringify(a), JSON.stringify(b));
  const compare = (a: Value, b: Value) => options.compare?.(a, b) || compareTexts(a, b);
  const ordered = orderClaims(claims, kind, asOf, constants, compare);
  if (ordered === null) return missing(claims, { value: null });
  const chosen = at(ordered.admissible, 0);
  const { value } = at(claims, chosen);
  const disputing = ordered.inScope.filter(
    (index) => compareTexts(at(claims, index).value, value) !== 0,
  );
  return {
    status: ordered.status,
    value,
    chosen,
    admissible: ordered.admissible,
    disputed: disputing.length > 0,
    disputing,
    sibling: ordered.sibling,
    losses: ordered.losses,
  };
}

/**
 * Widens a speed known from one source alone, in ln and in quadrature with the span of its claims: one measurer's
 * figure says nothing about how far the next one's would be.
 */
export function widenSingleSource(
  belief: Belief,
  claims: readonly EvidenceClaim[],
  wideningInLn: number,
): Belief {
  const sources = new Set(belief.admissible.map((index) => at(claims, index).source));
  if (belief.status === "missing" || sources.size > 1) return belief;
  const { point, low, high } = belief;
  return {
    ...belief,
    low: point * Math.exp(-Math.hypot(Math.log(point / low), wideningInLn)),
    high: point * Math.exp(Math.hypot(Math.log(high / point), wideningInLn)),
  };
}

/** Decimal figures written down miss a relative threshold by rounding alone: 2.5 and 2.525 differ by 1 %, not more. */
const ROUNDING = 1e-9;

function disagree(
  chosen: EvidenceClaim,
  other: EvidenceClaim,
  kind: FactKind,
  constants: EvidenceConstants,
  options: NumericOptions,
): boolean {
  const difference = Math.abs(other.value - chosen.value);
  const relative = constants.disputedRelative;
  switch (kind) {
    case "price":
      return difference > relative.price * Math.abs(chosen.value) * (1 + ROUNDING);
    case "latency":
      return difference > relative.latency * Math.abs(chosen.value) * (1 + ROUNDING);
    case "limit":
    case "lifecycle":
      return difference > 0;
    case "benchmark": {
      // The threshold is meant for two results of equal error; of unequal ones the quadratic mean takes its place.
      const errors = [chosen, other].map(
        (claim) => claim.standardError ?? options.standardError ?? 0,
      );
      const meanError = Math.hypot(...errors) / Math.SQRT2;
      return difference > constants.disputedStandardErrors * meanError * (1 + ROUNDING);
    }
  }
}

function missing<Nothing>(claims: readonly unknown[], nothing: Nothing): Missing & Nothing {
  return {
    status: "missing",
    chosen: null,
    admissible: [],
    disputed: false,
    disputing: [],
    sibling: false,
    losses: claims.map(() => ({ reason: "other-snapshot", counts: false })),
    ...nothing,
  };
}
