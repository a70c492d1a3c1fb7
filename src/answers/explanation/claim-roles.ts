/** Roles of claims in words: why one claim about a fact is believed and the others are not. */
import type { FactClaim } from "./fact-schema.ts";
import type { Levels } from "../../schema/levels.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { daysBetween } from "../../facts/calendar.ts";
import type { LossReason } from "../../facts/claim-order.ts";
import type { Fact, Statement } from "../../facts/fact.ts";

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
