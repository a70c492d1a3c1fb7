/** Statements about one fact: the claims heard on the day, each with what its scope means for the candidate. */
import type { CatalogData } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { daysBetween } from "../schema/texts.ts";
import type { ServiceTier, SourceClass } from "../schema/vocabulary.ts";
import { type Candidate, snapshotOfAlias } from "./candidate.ts";
import { compareText, type EvidenceClaim } from "./claim-order.ts";
import { claimsAt, type Statement } from "./claims.ts";

export interface FactOptions {
  /** Only claims about this service tier count; absent means standard. */
  tier?: ServiceTier;
  /** Only claims about this platform count; absent means the vendor's own. */
  platform?: string;
  /** Claims of every reasoning effort count: for what is shown and decides nothing. */
  anyEffort?: true;
  /** The same for claims about every platform. */
  anyPlatform?: true;
}

export interface SheetContext {
  asOf: IsoDate;
  /** The reasoning effort the facts are of. */
  effort: string | null;
  levels: CatalogData["levels"];
  classOf: (sourceId: string) => SourceClass;
  /** Who measured what a source tells: two pages that copy one measurement share it. */
  measurerOf: (sourceId: string) => string;
}

/** Claims not yet weighed against each other, as statements and as the evidence they are; the same order in both. */
export interface Heard<Value> {
  statements: Omit<Statement<Value>, "loss">[];
  evidence: EvidenceClaim<Value>[];
}

/**
 * Claims visible on the day, about the platform, the tier and the reasoning effort asked about, and in force.
 * @param errorOf the sampling error of a measurement, in the value's own unit
 */
export function heard<Value>(
  path: string,
  candidate: Candidate,
  context: SheetContext,
  { tier = "standard", platform = candidate.model.provider, ...any }: FactOptions = {},
  errorOf?: (claim: Claim<Value>) => number,
): Heard<Value> {
  const { asOf, effort } = context;
  const claims = claimsAt(candidate.model, path) as readonly Claim<Value>[]; // as the schema has it
  const statements = claims
    .filter(
      (claim) =>
        claim.observed <= asOf &&
        (claim.from ?? asOf) <= asOf &&
        (claim.until ?? asOf) >= asOf &&
        (any.anyPlatform === true || (claim.platform ?? candidate.model.provider) === platform) &&
        (claim.serviceTier ?? "standard") === tier &&
        (any.anyEffort === true || (claim.effort ?? effort) === effort),
    )
    .map((claim) => ({
      claim,
      class: context.classOf(claim.source),
      scope: scopeOf(claim, candidate),
    }))
    .toSorted((a, b) => compareClaims(a.claim, b.claim));
  const evidence = statements.map((each) => ({
    value: each.claim.value,
    class: each.class,
    observed: each.claim.observed,
    scope: each.scope,
    source: each.claim.source,
    measurer: context.measurerOf(each.claim.source),
    undated: each.claim.undated,
    run: each.claim.run,
    siblingDays: each.scope === "other" ? daysToNearest(each.claim, candidate) : undefined,
    standardError: errorOf?.(each.claim),
  }));
  return { statements, evidence };
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

/** Days between the candidate's release and the nearest snapshot the claim is about. */
function daysToNearest(claim: Claim, candidate: Candidate): number | undefined {
  const own = candidate.snapshot?.released;
  if (own === undefined) return undefined;
  const about = aboutSnapshots(claim, candidate);
  const distances = candidate.model.snapshots
    .filter((snapshot) => about.includes(snapshot.id))
    .map((snapshot) => Math.abs(daysBetween(snapshot.released, own)));
  return distances.length === 0 ? undefined : Math.min(...distances);
}
