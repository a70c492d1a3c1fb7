/** What each claim about a trait comes to on a day: the one that counts, those that agree, those that lose. */
import type { Fact } from "../../facts/fact.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import type { Benchmark } from "../../schema/benchmark.ts";
import type { Claim } from "../../schema/claim.ts";
import { type FactKind, SERVICE_TIERS, type ServiceTier } from "../../schema/vocabulary.ts";
import type { Trait } from "./claims.ts";

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

const KINDS: Record<string, FactKind> = {
  prices: "price",
  fineTunedPrices: "price",
  trainingUsdPerMillionTokens: "price",
  tools: "price",
  longContext: "price",
  regionalUplift: "price",
  benchmarks: "benchmark",
  otherResults: "benchmark",
  speed: "latency",
  lifecycle: "lifecycle",
  alias: "lifecycle",
};

/** One entry for each service tier that is spoken of; none when nothing was known on the day. */
export function resolveTrait(
  { path, claims }: Trait,
  sheet: FactSheet,
  benchmarks: ReadonlyMap<string, Benchmark>,
): ResolvedTrait[] {
  const kind = path.at(-1) === "offered" ? "limit" : (KINDS[path[0] ?? ""] ?? "limit");
  const visible = claims.filter((claim) => claim.observed <= sheet.asOf);
  return SERVICE_TIERS.flatMap((tier) => {
    const ofTier = visible.filter((claim) => (claim.serviceTier ?? "standard") === tier);
    if (ofTier.length === 0) return [];
    const fact = factOf(path, claims, kind, tier, sheet, benchmarks);
    return {
      path,
      kind,
      tier,
      fact,
      claims: ofTier.map((claim) => ({ claim, standing: standingOf(claim, fact, sheet) })),
    };
  });
}

function factOf(
  path: readonly string[],
  claims: readonly Claim[],
  kind: FactKind,
  tier: ServiceTier,
  sheet: FactSheet,
  benchmarks: ReadonlyMap<string, Benchmark>,
): Fact<unknown> {
  const place = path.join(".");
  const benchmark = path[0] === "benchmarks" ? benchmarks.get(path[1] ?? "") : undefined;
  if (benchmark !== undefined) return sheet.benchmark(benchmark);
  if (!isNumeric(claims)) return sheet.plain(place, claims, kind);
  const better = path.at(-1) === "outputTokensPerSecond" ? { better: "higher" as const } : {};
  return sheet.numeric(place, claims, kind, { tier, ...better });
}

function isNumeric(claims: readonly Claim[]): claims is Claim<number>[] {
  return claims.every(({ value }) => typeof value === "number");
}

function standingOf(claim: Claim, fact: Fact<unknown>, sheet: FactSheet): Standing {
  const statement = fact.statements.find((each) => each.claim === claim);
  if (statement === undefined) {
    const vendor = sheet.candidate.model.provider;
    return (claim.platform ?? vendor) === vendor ? "not-in-force" : "other-platform";
  }
  if (statement === fact.chosen) return "counts";
  if (fact.disputedBy.includes(statement)) return "disputes";
  return statement.scope === "other" ? "other-snapshot" : "agrees";
}
