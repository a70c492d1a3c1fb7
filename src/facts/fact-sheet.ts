/** The facts of one candidate on one day: claims scoped to its snapshot, then resolved. */
import type { Benchmark } from "../schema/benchmark.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { FactKind, ServiceTier, SourceClass } from "../schema/vocabulary.ts";
import { daysBetween } from "./calendar.ts";
import { type Candidate, snapshotOfAlias } from "./candidate.ts";
import { compareText } from "./claim-order.ts";
import {
  type EvidenceClaim,
  resolveClaims,
  resolveStatements,
  widenSingleSource,
} from "./evidence.ts";
import type { Fact, NumericFact, Statement } from "./fact.ts";
import { resultStandardError } from "./logits.ts";

export interface NumericOptions {
  /** Only claims about this service tier count; absent means standard. */
  tier?: ServiceTier;
  /** Which of two values of one day to believe: the one that makes the model look worse. */
  better?: "lower" | "higher";
}

/** Facts by their place in the model file. Asking twice gives the same object. */
export interface FactSheet {
  candidate: Candidate;
  asOf: IsoDate;
  numeric(
    path: string,
    claims: readonly Claim<number>[] | undefined,
    kind: FactKind,
    options?: NumericOptions,
  ): NumericFact;
  plain<Value>(
    path: string,
    claims: readonly Claim<Value>[] | undefined,
    kind: FactKind,
  ): Fact<Value>;
  benchmark(benchmark: Benchmark): NumericFact;
  /** Facts that are asked for together, gathered once under a name of their own. */
  group<Group>(name: string, gather: () => Group): Group;
}

export interface SheetContext {
  asOf: IsoDate;
  levels: CatalogData["levels"];
  classOf: (sourceId: string) => SourceClass;
}

const BETTER_BY_KIND = { price: "lower", limit: "higher", latency: "lower" } as const;

export function createFactSheet(candidate: Candidate, context: SheetContext): FactSheet {
  const numbers = new Map<string, NumericFact>();
  const results = new Map<string, NumericFact>();
  const facts = new Map<string, Fact<unknown>>();
  const groups = new Map<string, unknown>();
  const constants = context.levels.evidence;

  return {
    candidate,
    asOf: context.asOf,
    group: (name, gather) => once(groups, name, gather),
    numeric: (path, claims, kind, options = {}) =>
      once(numbers, keyOf(path, options.tier), () => {
        const statements = statementsOf(claims, candidate, context, options.tier);
        const better =
          options.better ?? (kind in BETTER_BY_KIND ? BETTER_BY_KIND[kind as "price"] : undefined);
        const evidence = statements.map((each) => evidenceClaim(each, candidate));
        const hull = resolveClaims(evidence, kind, context.asOf, constants, {
          direction: better === undefined ? "none" : `${better}-is-better`,
        });
        const belief =
          kind === "latency"
            ? widenSingleSource(hull, evidence, constants.singleSourceLatencyWidening)
            : hull;
        return {
          ...common(path, kind, statements, belief),
          value: belief.point,
          low: belief.low ?? 0,
          high: belief.high ?? 0,
        };
      }),
    plain: <Value>(path: string, claims: readonly Claim<Value>[] | undefined, kind: FactKind) =>
      once(facts, path, () => {
        const statements = statementsOf(claims, candidate, context);
        const belief = resolveStatements(
          statements.map((each) => evidenceClaim(each, candidate)),
          kind,
          context.asOf,
          constants,
        );
        return { ...common(path, kind, statements, belief), value: belief.value };
      }),
    benchmark: (benchmark) =>
      once(results, benchmark.id, () => {
        const claims = candidate.model.benchmarks?.[benchmark.id];
        const statements = statementsOf(claims, candidate, context);
        const belief = resolveClaims(
          statements.map((each) => ({
            ...evidenceClaim(each, candidate),
            standardError: resultStandardError(
              each.claim.value,
              benchmark,
              context.levels.quality,
              each.claim.items,
            ),
          })),
          "benchmark",
          context.asOf,
          constants,
          {
            direction: benchmark.scale === "percent-wrong" ? "lower-is-better" : "higher-is-better",
          },
        );
        return {
          ...common(`benchmarks.${benchmark.id}`, "benchmark", statements, belief),
          value: belief.point,
          low: belief.low ?? 0,
          high: belief.high ?? 0,
        };
      }),
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

function keyOf(path: string, tier: ServiceTier = "standard"): string {
  return tier === "standard" ? path : `${path}@${tier}`;
}

interface Resolution {
  status: "fresh" | "stale" | "missing";
  chosen: number | null;
  disputing: number[];
  sibling: boolean;
}

function common<Value>(
  path: string,
  kind: FactKind,
  statements: Statement<Value>[],
  resolution: Resolution,
): Omit<Fact<Value>, "value"> {
  return {
    path,
    kind,
    status: resolution.status,
    chosen: resolution.chosen === null ? null : (statements[resolution.chosen] ?? null),
    statements,
    disputedBy: resolution.disputing.flatMap((index) => statements[index] ?? []),
    sibling: resolution.sibling,
  };
}

/** Claims visible on the day, about the vendor's own platform and the tier, and in force. */
function statementsOf<Value>(
  claims: readonly Claim<Value>[] | undefined,
  candidate: Candidate,
  context: SheetContext,
  tier: ServiceTier = "standard",
): Statement<Value>[] {
  const { asOf } = context;
  return (claims ?? [])
    .filter(
      (claim) =>
        claim.observed <= asOf &&
        (claim.from ?? asOf) <= asOf &&
        (claim.until ?? asOf) >= asOf &&
        (claim.platform ?? candidate.model.provider) === candidate.model.provider &&
        (claim.serviceTier ?? "standard") === tier,
    )
    .map((claim) => ({
      claim,
      class: context.classOf(claim.source),
      scope: scopeOf(claim, candidate),
    }))
    .toSorted((a, b) => compareClaims(a.claim, b.claim));
}

/** The whole claim as text, whatever the order of its fields. */
function fingerprint(claim: Claim): string {
  return JSON.stringify(Object.entries(claim).toSorted(([a], [b]) => compareText(a, b)));
}

/** Newest first, then by source and value: the order in the file says nothing. */
function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(b.observed, a.observed) ||
    compareText(a.source, b.source) ||
    compareText(fingerprint(a), fingerprint(b))
  );
}

function scopeOf(claim: Claim, candidate: Candidate): Statement<unknown>["scope"] {
  const { model, snapshot } = candidate;
  if (claim.scope === "all") return "exact";
  if (claim.scope === "alias") {
    return snapshotOfAlias(model, claim.observed)?.id === snapshot?.id ? "alias" : "other";
  }
  return aboutSnapshots(claim, candidate).some((id) => id === snapshot?.id) ? "exact" : "other";
}

/** Ids of the snapshots a claim speaks of. */
function aboutSnapshots(claim: Claim, { model }: Candidate): string[] {
  if (Array.isArray(claim.scope)) return claim.scope;
  if (claim.scope === "all") return model.snapshots.map((snapshot) => snapshot.id);
  const meant =
    claim.scope === "alias"
      ? snapshotOfAlias(model, claim.observed)
      : (model.snapshots.find((snapshot) => snapshot.default === true) ?? model.snapshots[0]);
  return meant ? [meant.id] : [];
}

function evidenceClaim<Value>(
  { claim, class: sourceClass, scope }: Statement<Value>,
  candidate: Candidate,
): EvidenceClaim<Value> {
  const siblingDays = scope === "other" ? daysToNearest(claim, candidate) : null;
  return {
    value: claim.value,
    class: sourceClass,
    observed: claim.observed,
    scope,
    source: claim.source,
    ...(claim.undated === true ? { undated: true } : {}),
    ...(claim.run === undefined ? {} : { run: claim.run }),
    ...(siblingDays === null ? {} : { siblingDays }),
  };
}

/** Days between the candidate's release and the nearest snapshot the claim is about. */
function daysToNearest(claim: Claim, candidate: Candidate): number | null {
  const own = candidate.snapshot?.released;
  if (own === undefined) return null;
  const about = aboutSnapshots(claim, candidate);
  const distances = candidate.model.snapshots
    .filter((snapshot) => about.includes(snapshot.id))
    .map((snapshot) => Math.abs(daysBetween(snapshot.released, own)));
  return distances.length === 0 ? null : Math.min(...distances);
}
