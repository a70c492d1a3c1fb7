/** One fact with every claim about it: the one that is believed, those that agree, and in words why the rest lost. */
import type { Candidate } from "../../facts/candidate.ts";
import type { LossReason } from "../../facts/claim-order.ts";
import { claimsAt, type Fact, type Statement } from "../../facts/claims.ts";
import { factRow } from "../../facts/fact-rows.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Claim } from "../../schema/claim.ts";
import type { Levels } from "../../schema/levels.ts";
import type { Model } from "../../schema/model.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { daysBetween } from "../../schema/texts.ts";
import { unitBesideLabel } from "../../words/units.ts";
import type { FactClaim, FactRecord } from "./schema.ts";
import type { UsedFact } from "./used-facts.ts";

// Roles of claims in words: why one claim about a fact is believed and the others are not.

export interface ClaimContext {
  asOf: IsoDate;
  constants: Levels["evidence"];
}

type Verdict = Pick<FactClaim, "role" | "because">;

/** What one claim does for the fact. */
export function roleOf(
  statement: Statement<unknown>,
  fact: Fact<unknown>,
  context: ClaimContext,
): Verdict {
  const { claim, loss } = statement;
  if (loss === null) return { role: "taken", because: null };
  if (loss.reason === "averaged") {
    return { role: "averaged", because: REASONS.averaged(statement, fact, context) };
  }
  const isSame = JSON.stringify(claim.value) === JSON.stringify(fact.value);
  if (loss.counts && isSame) return { role: "agrees", because: null };
  return {
    role: loss.counts && typeof fact.value === "number" ? "widens" : "set-aside",
    because: REASONS[loss.reason](statement, fact, context),
  };
}

type Words = (statement: Statement<unknown>, fact: Fact<unknown>, context: ClaimContext) => string;

const otherSnapshot: Words = ({ claim }) => `another snapshot: ${aboutOf(claim.scope)}`;
const otherClass: Words = (statement, { chosen }) =>
  `another class: ${chosen?.class} counts before ${statement.class} here`;

const REASONS: Record<LossReason, Words> = {
  unseen: () => "not yet known",
  "other-snapshot": otherSnapshot,
  "further-sibling": (...of) => `${otherSnapshot(...of)}, further away than the one taken`,
  "aged-sibling": (...of) => `${otherSnapshot(...of)}, and old where the one taken is not`,
  "lower-class-sibling": (...of) => `${otherSnapshot(...of)}, ${otherClass(...of)}`,
  "single-sibling": (...of) =>
    `${otherSnapshot(...of)}, tested alone; the one taken was tested among several models`,
  averaged: () => "another measurer's newest: no stale reading decides alone",
  undated: () => "undated, so it never counts as fresh",
  aged: ({ claim, class: sourceClass }, { kind }, { asOf, constants }) => {
    const limit = constants.freshDays[kind][sourceClass];
    return `older: ${daysBetween(claim.observed, asOf)} days, where ${sourceClass} sources count for ${limit}`;
  },
  outranked: otherClass,
  "past-window": (_statement, _fact, { constants }) =>
    `older than the ${constants.speedWindowDays} days that may span a speed`,
  "lower-class": otherClass,
  "single-measurement": () =>
    "a single measurement; the one taken measured several models in one run",
  "less-dated": () => "undated; the one taken is not",
  older: ({ claim }) => `older (${claim.observed})`,
  "about-alias": () => "about the alias, not the snapshot itself",
  "less-favourable": () => "of the same day; the less favourable value is taken",
};

/** What a claim says it is about. */
export function aboutOf(scope: Statement<unknown>["claim"]["scope"]): string {
  if (scope === undefined) return "default snapshot";
  if (scope === "all") return "every snapshot";
  return scope === "alias" ? "alias" : scope.join(", ");
}

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
