/** From conflicting claims about one fact to a belief: a point, an interval, and who disagrees. */
import type { IsoDate } from "../schema/scalars.ts";
import { daysBetween } from "../schema/texts.ts";
import type { FactKind } from "../schema/vocabulary.ts";
import {
  at,
  type ClaimLoss,
  compareText,
  type EvidenceClaim,
  type EvidenceConstants,
  narrowed,
  orderClaims,
} from "./claim-order.ts";

export type { EvidenceClaim, EvidenceConstants };

/** Where a belief comes from. Indexes refer to the claims it was resolved from. */
interface Known {
  /** `stale`: every claim in scope is older than its kind and class allow. */
  status: "fresh" | "stale";
  /** The claim behind the point or, of a pool, the newest in it. */
  chosen: number;
  /** Stale speeds: one claim a measurer, whose geometric mean is the point. Empty where the point is one claim's. */
  pool: number[];
  /** The claims that span the interval, best first. */
  admissible: number[];
  /** Some claim in scope, admissible or not, disagrees with the point. */
  disputed: boolean;
  disputing: number[];
  /** Benchmarks: no claim is about this snapshot, another one of the model stands in. */
  sibling: boolean;
  /** For each claim, why it is not the one believed; null for the one that is. */
  losses: (ClaimLoss | null)[];
}

interface Missing {
  status: "missing";
  chosen: null;
  pool: number[];
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
 * as there are any.
 *
 * Of stale speeds none decides alone: a service drifts, and its last reading has no precedence once it is old. The
 * point is the geometric mean of the newest value of each measurer, of those who measured several models in one run if
 * there are any.
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

  const admissible =
    kind === "latency"
      ? [
          ...narrowed(
            ordered.admissible,
            (index) => daysBetween(at(claims, index).observed, asOf) <= constants.speedWindowDays,
          ),
        ]
      : ordered.admissible;
  const pool = kind === "latency" && ordered.status === "stale" ? poolOf(claims, admissible) : [];
  const chosen = pool[0] ?? at(admissible, 0);
  const values = admissible.map((index) => at(claims, index).value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const point =
    pool.length > 1
      ? Math.min(high, Math.max(low, geometricMean(pool.map((index) => at(claims, index).value))))
      : at(claims, chosen).value;
  const taken = { ...at(claims, chosen), value: point };
  const disputing = ordered.inScope.filter((index) =>
    disagree(taken, at(claims, index), kind, constants, options),
  );
  return {
    status: ordered.status,
    point,
    low,
    high,
    chosen,
    pool,
    admissible,
    disputed: disputing.length > 0,
    disputing,
    sibling: ordered.sibling,
    losses: ordered.losses.map((loss, index) => {
      if (index === chosen) return null;
      if (pool.includes(index)) return { reason: "averaged", counts: true };
      const isPast = ordered.admissible.includes(index) && !admissible.includes(index);
      return isPast ? { reason: "past-window", counts: false } : loss;
    }),
  };
}

/** The newest claim of each measurer, the newest of all first; of runs over several models if there are any. */
function poolOf(claims: readonly EvidenceClaim[], newestFirst: readonly number[]): number[] {
  const pairedOrOwn = narrowed(newestFirst, (index) => {
    const { run, class: sourceClass } = at(claims, index);
    return run !== undefined || sourceClass === "own";
  });
  const measurers = pairedOrOwn.map((index) => measurerOf(at(claims, index)));
  return pairedOrOwn.filter((_, place) => measurers.indexOf(measurers[place] ?? "") === place);
}

function measurerOf({ measurer, source }: EvidenceClaim): string {
  return measurer ?? source;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
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
    pool: [],
    admissible: ordered.admissible,
    disputed: disputing.length > 0,
    disputing,
    sibling: ordered.sibling,
    losses: ordered.losses,
  };
}

/**
 * Widens a speed known from one measurer alone, in ln and in quadrature with the span of its claims: one measurer's
 * figure says nothing about how far the next one's would be.
 */
export function widenSingleSource(
  belief: Belief,
  claims: readonly EvidenceClaim[],
  wideningInLn: number,
): Belief {
  const measurers = new Set(belief.admissible.map((index) => measurerOf(at(claims, index))));
  if (belief.status === "missing" || measurers.size > 1) return belief;
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
    pool: [],
    admissible: [],
    disputed: false,
    disputing: [],
    sibling: false,
    losses: claims.map(() => ({ reason: "other-snapshot", counts: false })),
    ...nothing,
  };
}
