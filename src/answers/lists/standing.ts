/** The standing of each claim about a trait on a day: the one that counts, those that agree, those that lose. */
import type { Trait, Fact } from "../../facts/claims.ts";
import type { FactPath, NumericPath } from "../../facts/fact-rows.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import type { Claim } from "../../schema/claim.ts";
import type { Benchmark } from "../../schema/descriptions.ts";
import { type FactKind, SERVICE_TIERS, type ServiceTier } from "../../schema/vocabulary.ts";

export const STANDINGS = [
  "counts",
  "agrees",
  "disputes",
  "other-snapshot",
  "other-platform",
  "not-in-force",
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface ResolvedTrait {
  path: readonly string[];
  kind: FactKind;
  tier: ServiceTier;
  fact: Fact<unknown>;
  /** Those visible on the day, in the order of the file. */
  claims: { claim: Claim; standing: Standing }[];
}

/** One entry for each service tier that is spoken of; none when nothing was known on the day. */
export function resolveTrait(
  { path, claims }: Trait,
  sheet: FactSheet,
  benchmarks: ReadonlyMap<string, Benchmark>,
): ResolvedTrait[] {
  const place = path.join(".");
  const visible = claims.filter((claim) => claim.observed <= sheet.asOf);
  return SERVICE_TIERS.flatMap((tier) => {
    const ofTier = visible.filter((claim) => (claim.serviceTier ?? "standard") === tier);
    if (ofTier.length === 0) return [];
    const fact = factOf(place, claims, tier, sheet, benchmarks);
    return {
      path: path.map(String),
      kind: fact.kind,
      tier,
      fact,
      claims: ofTier.map((claim) => ({ claim, standing: standingOf(claim, fact, sheet) })),
    };
  });
}

/** The path is one of the model's own, so the schema and the table of facts have it. */
function factOf(
  path: string,
  claims: readonly Claim[],
  tier: ServiceTier,
  sheet: FactSheet,
  benchmarks: ReadonlyMap<string, Benchmark>,
): Fact<unknown> {
  const benchmark = path.startsWith("benchmarks.") ? benchmarks.get(path.slice(11)) : undefined;
  if (benchmark !== undefined) return sheet.benchmark(benchmark);
  return claims.every(({ value }) => typeof value === "number")
    ? sheet.numeric(path as NumericPath, { tier })
    : sheet.plain(path as FactPath);
}

function standingOf(claim: Claim, fact: Fact<unknown>, sheet: FactSheet): Standing {
  const statement = fact.statements.find((each) => each.claim === claim);
  if (statement === undefined) {
    const vendor = sheet.candidate.model.provider;
    return (claim.platform ?? vendor) === vendor ? "not-in-force" : "other-platform";
  }
  if (statement.loss === null) return "counts";
  if (fact.disputedBy.includes(statement)) return "disputes";
  return statement.scope === "other" ? "other-snapshot" : "agrees";
}
