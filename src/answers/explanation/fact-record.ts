/** One fact with every claim about it: the one that is believed, those that agree, and why the rest lost. */
import type { Claim } from "../../schema/claim.ts";
import type { FactClaim, FactRecord } from "./fact-schema.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { claimsAt } from "../../facts/claims.ts";
import { factRow } from "../../facts/fact-rows.ts";
import type { Fact, Statement } from "../../facts/fact.ts";
import { unitBesideLabel } from "../../words/units.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Model } from "../../schema/model.ts";
import { aboutOf, type ClaimContext, roleOf } from "./claim-roles.ts";
import type { UsedFact } from "./used-facts.ts";

const ROLES = [
  "taken",
  "averaged",
  "agrees",
  "widens",
  "set-aside",
] as const satisfies FactClaim["role"][];

export function factRecord(
  { fact, usedFor }: UsedFact,
  candidate: Candidate,
  sheets: FactSheets,
): FactRecord {
  const { model } = candidate;
  const context = { asOf: sheets.asOf, constants: sheets.catalog.levels.evidence };
  const { label, unit } = factRow(fact.path, sheets.benchmarks);
  const isNumber = typeof fact.value === "number";
  const considered = fact.statements.map((each) => claimEntry(each, fact, context, sheets));
  const apart = claimsAt(model, fact.path)
    .filter((claim) => !fact.statements.some((each) => each.claim === claim))
    .flatMap((claim) => apartEntry(claim, model, sheets));
  return {
    path: fact.path,
    label,
    kind: fact.kind,
    usedFor,
    value: fact.value,
    unit: unitBesideLabel(unit),
    low: isNumber && "low" in fact && typeof fact.low === "number" ? fact.low : null,
    high: isNumber && "high" in fact && typeof fact.high === "number" ? fact.high : null,
    status: fact.status,
    disputed: fact.disputedBy.length > 0,
    sibling: fact.sibling,
    pooled: fact.pooled.length > 0,
    claims: [...considered, ...apart].toSorted(
      (a, b) =>
        ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
        (a.observed < b.observed ? 1 : a.observed > b.observed ? -1 : 0),
    ),
  };
}

function claimEntry(
  statement: Statement<unknown>,
  fact: Fact<unknown>,
  context: ClaimContext,
  sheets: FactSheets,
): FactClaim {
  return {
    ...described(statement.claim, sheets),
    class: statement.class,
    ...roleOf(statement, fact, context),
    disputes: fact.disputedBy.includes(statement),
  };
}

/** Claims about another platform or tier, or not in force on the day; those of a later day stay invisible. */
function apartEntry(claim: Claim, model: Model, sheets: FactSheets): FactClaim[] {
  const { asOf, sources } = sheets;
  if (claim.observed > asOf) return [];
  return [
    {
      ...described(claim, sheets),
      class: sources.get(claim.source)?.class ?? "secondary",
      role: "set-aside",
      because: reasonApart(claim, model, asOf),
      disputes: false,
    },
  ];
}

function reasonApart(claim: Claim, { provider }: Model, asOf: string): string {
  if (claim.until !== undefined && claim.until < asOf) return `in force until ${claim.until} only`;
  if (claim.from !== undefined && claim.from > asOf) return `in force from ${claim.from}`;
  const { platform = provider } = claim;
  return platform === provider
    ? `about the ${claim.serviceTier ?? "standard"} tier`
    : `another platform: ${platform}`;
}

function described(
  claim: Claim,
  { sources }: FactSheets,
): Omit<FactClaim, "class" | "role" | "because" | "disputes"> {
  return {
    value: claim.value,
    source: claim.source,
    measurer: sources.get(claim.source)?.measurer ?? claim.source,
    observed: claim.observed,
    undated: claim.undated === true,
    about: aboutOf(claim.scope),
    via: claim.via ?? null,
    unverified: claim.unverified === true,
    note: claim.note ?? null,
  };
}
