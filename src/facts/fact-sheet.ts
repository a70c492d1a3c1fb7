/** The facts of one candidate on one day: claims scoped to its snapshot, then resolved. */
import type { Benchmark } from "../schema/descriptions.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { FactKind } from "../schema/vocabulary.ts";
import type { Candidate } from "./candidate.ts";
import type { ClaimLoss } from "./claim-order.ts";
import type { Fact, NumericFact } from "./claims.ts";
import { type Belief, resolveClaims, resolveStatements, widenSingleSource } from "./evidence.ts";
import {
  benchmarkScale,
  type FactPath,
  factRow,
  type NumericPath,
  type ValueAt,
} from "./fact-rows.ts";
import { resultStandardError } from "./logits.ts";
import { type FactOptions, type Heard, heard, type SheetContext } from "./statements.ts";

/** Facts by their place in the model file. Asking twice gives the same object. */
export interface FactSheet {
  candidate: Candidate;
  asOf: IsoDate;
  /** The reasoning effort the facts are of; null for a model that does not reason, or of which nobody says how. */
  effort: string | null;
  numeric(path: NumericPath, options?: FactOptions): NumericFact;
  plain<Path extends FactPath>(path: Path, options?: FactOptions): Fact<ValueAt<Path>>;
  benchmark(benchmark: Benchmark): NumericFact;
  /** Facts that are asked for together, gathered once under a name of their own. */
  group<Group>(name: string, gather: () => Group): Group;
}

/** Facts by their keys. */
export interface Shelf {
  numbers: Map<string, NumericFact>;
  results: Map<string, NumericFact>;
  facts: Map<string, Fact<unknown>>;
}

export function emptyShelf(): Shelf {
  return { numbers: new Map(), results: new Map(), facts: new Map() };
}

/** @param unheard what nobody says, which is the same of every model: made once, not once a model */
export function createFactSheet(
  candidate: Candidate,
  context: SheetContext,
  unheard: Shelf,
): FactSheet {
  const { numbers, results, facts } = emptyShelf();
  const groups = new Map<string, unknown>();
  const { evidence: constants, quality } = context.levels;

  return {
    candidate,
    asOf: context.asOf,
    effort: context.effort,
    group: (name, gather) => once(groups, name, gather),
    numeric: (path, options) => {
      const key = keyOf(path, options);
      const seen = numbers.get(key);
      if (seen !== undefined) return seen;
      const { statements, evidence } = heard<number>(path, candidate, context, options);
      return kept(numbers, statements.length === 0 ? unheard.numbers : null, key, () => {
        const { kind, better } = factRow(path);
        const direction = directionOf(better);
        const hull = resolveClaims(evidence, kind, context.asOf, constants, { direction });
        const belief =
          kind === "latency"
            ? widenSingleSource(hull, evidence, constants.singleSourceLatencyWidening)
            : hull;
        return numericFact(placeOf(path, options), kind, statements, belief);
      });
    },
    plain: <Path extends FactPath>(path: Path, options?: FactOptions) => {
      const key = keyOf(path, options);
      const seen = facts.get(key);
      if (seen !== undefined) return seen as Fact<ValueAt<Path>>; // a place has values of one type
      const { statements, evidence } = heard<ValueAt<Path>>(path, candidate, context, options);
      return kept(facts, statements.length === 0 ? unheard.facts : null, key, () => {
        const { kind } = factRow(path);
        const belief = resolveStatements(evidence, kind, context.asOf, constants);
        return factOf(placeOf(path, options), kind, statements, belief, belief.value);
      });
    },
    benchmark: (benchmark) => {
      const seen = results.get(benchmark.id);
      if (seen !== undefined) return seen;
      const path = `benchmarks.${benchmark.id}` as const;
      const { statements, evidence } = heard<number>(path, candidate, context, {}, (claim) =>
        resultStandardError(claim.value, benchmark, quality, claim.items),
      );
      return kept(results, statements.length === 0 ? unheard.results : null, benchmark.id, () => {
        const direction = directionOf(benchmarkScale(benchmark).better);
        const belief = resolveClaims(evidence, "benchmark", context.asOf, constants, { direction });
        return numericFact(path, "benchmark", statements, belief);
      });
    },
  };
}

function directionOf(better: "lower" | "higher" | undefined) {
  return better === undefined ? "none" : (`${better}-is-better` as const);
}

function numericFact(
  path: string,
  kind: FactKind,
  statements: Heard<number>["statements"],
  belief: Belief,
): NumericFact {
  const fact = factOf(path, kind, statements, belief, belief.point);
  // Field by field: a spread is slow before its code is warm, and a start makes hundreds of facts.
  return {
    path,
    kind,
    status: fact.status,
    chosen: fact.chosen,
    pooled: fact.pooled,
    statements: fact.statements,
    disputedBy: fact.disputedBy,
    sibling: fact.sibling,
    value: belief.point,
    low: belief.low ?? 0,
    high: belief.high ?? 0,
  };
}

/** A key stands for one type of value, wherever it is asked for. */
function once<Kept, Asked extends Kept>(
  known: Map<string, Kept>,
  key: string,
  workOut: () => Asked,
): Asked {
  const seen = known.get(key) as Asked | undefined;
  if (seen !== undefined) return seen;
  const value = workOut();
  known.set(key, value);
  return value;
}

/** The same, made by none but the first of those who share it. */
function kept<Kept, Asked extends Kept>(
  own: Map<string, Kept>,
  shared: Map<string, Kept> | null,
  key: string,
  workOut: () => Asked,
): Asked {
  const value = shared === null ? workOut() : once(shared, key, workOut);
  own.set(key, value);
  return value;
}

function keyOf(path: string, options?: FactOptions): string {
  if (options === undefined) return path;
  const { tier = "standard" } = options;
  const place = placeOf(path, options);
  return tier === "standard" ? place : `${place}@${tier}`;
}

/** The place, and whose platform it is about where that is not the vendor's own. */
function placeOf(path: string, options?: FactOptions): string {
  return options?.platform === undefined ? path : `${path}@${options.platform}`;
}

interface Resolution {
  status: "fresh" | "stale" | "missing";
  chosen: number | null;
  pool: number[];
  disputing: number[];
  sibling: boolean;
  losses: readonly (ClaimLoss | null)[];
}

function factOf<Value>(
  path: string,
  kind: FactKind,
  heardStatements: Heard<Value>["statements"],
  resolution: Resolution,
  value: Value | null,
): Fact<Value> {
  const statements = heardStatements.map(({ claim, class: sourceClass, scope }, index) => {
    return { claim, class: sourceClass, scope, loss: resolution.losses[index] ?? null };
  });
  return {
    path,
    kind,
    status: resolution.status,
    chosen: resolution.chosen === null ? null : (statements[resolution.chosen] ?? null),
    pooled: resolution.pool.flatMap((index) =>
      index === resolution.chosen ? [] : (statements[index] ?? []),
    ),
    statements,
    disputedBy: resolution.disputing.flatMap((index) => statements[index] ?? []),
    sibling: resolution.sibling,
    value,
  };
}
