/** Why one claim about a fact is believed and the others are not, in words. */
import type { FactClaim } from "./schema.ts";
import type { Levels } from "../../schema/levels.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import type { FactKind } from "../../schema/vocabulary.ts";
import type { Claim } from "../../schema/claim.ts";
import { daysBetween } from "../../facts/calendar.ts";
import { type Candidate, snapshotOfAlias } from "../../facts/candidate.ts";
import { isFresh } from "../../facts/claim-order.ts";
import type { Fact, Statement } from "../../facts/fact.ts";

export interface ClaimContext {
  asOf: IsoDate;
  constants: Levels["evidence"];
  /** Whose fact it is. */
  candidate: Candidate;
}

type Verdict = Pick<FactClaim, "role" | "because">;

/** What one claim does for the fact, following the same rules in the same order as the resolution itself. */
export function roleOf(
  statement: Statement<unknown>,
  fact: Fact<unknown>,
  context: ClaimContext,
): Verdict {
  const { chosen } = fact;
  if (statement === chosen) return { role: "taken", because: null };
  if (chosen === null) return { role: "set-aside", because: otherSnapshot(statement) };
  const aside = reasonAside(statement, chosen, fact, context);
  if (aside !== null) return { role: "set-aside", because: aside };
  const same = JSON.stringify(statement.claim.value) === JSON.stringify(chosen.claim.value);
  if (same) return { role: "agrees", because: null };
  const spans = typeof chosen.claim.value === "number";
  return {
    role: spans ? "widens" : "set-aside",
    because: reasonSecond(statement, chosen, fact, context),
  };
}

/** Prices, limits and dates are the vendor's to say; speeds and results are better measured by others. */
function orderOf(kind: FactKind, { constants }: ClaimContext): readonly string[] {
  return constants.order[isMeasured(kind) ? "empirical" : "contract"];
}

function isMeasured(kind: FactKind): boolean {
  return kind === "latency" || kind === "benchmark";
}

/** Why a claim does not count at all; null when it does. */
function reasonAside(
  statement: Statement<unknown>,
  chosen: Statement<unknown>,
  fact: Fact<unknown>,
  context: ClaimContext,
): string | null {
  const { claim, class: sourceClass, scope } = statement;
  const { asOf, constants } = context;
  if (!fact.sibling && scope === "other") return otherSnapshot(statement);
  if (fact.sibling && daysAway(claim, context) > daysAway(chosen.claim, context)) {
    return `${otherSnapshot(statement)}, further away than the one taken`;
  }
  if (fact.status === "fresh" && !isFreshClaim(statement, fact.kind, context)) {
    if (claim.undated === true) return "undated, so it never counts as fresh";
    const days = daysBetween(claim.observed, asOf);
    const limit = constants.freshDays[fact.kind][sourceClass];
    return `older: ${days} days, where ${sourceClass} sources count for ${limit}`;
  }
  const other = `another class: ${chosen.class} counts before ${sourceClass} here`;
  const isCopyist = sourceClass === "secondary" && chosen.class !== "secondary";
  const isOutranked =
    !isMeasured(fact.kind) && fact.status === "fresh" && sourceClass !== chosen.class;
  if (isCopyist || isOutranked) return other;
  if (fact.kind === "latency" && daysBetween(claim.observed, asOf) > constants.speedWindowDays) {
    return `older than the ${constants.speedWindowDays} days that may span a speed`;
  }
  return null;
}

function isFreshClaim(
  { claim, class: sourceClass }: Statement<unknown>,
  kind: FactKind,
  { asOf, constants }: ClaimContext,
): boolean {
  const { observed, undated } = claim;
  const dated = { class: sourceClass, observed, ...(undated === true ? { undated } : {}) };
  return isFresh(dated, kind, asOf, constants);
}

/** Why a claim that counts still comes after the one taken. */
function reasonSecond(
  { claim, class: sourceClass, scope }: Statement<unknown>,
  chosen: Statement<unknown>,
  fact: Fact<unknown>,
  context: ClaimContext,
): string {
  const rank = (each: string) => orderOf(fact.kind, context).indexOf(each);
  const classFirst = rank(chosen.class) < rank(sourceClass);
  if (fact.status === "fresh" && classFirst) {
    return `another class: ${chosen.class} counts before ${sourceClass} here`;
  }
  if (fact.kind === "latency" && claim.run === undefined && chosen.claim.run !== undefined) {
    return "a single measurement; the one taken measured several models in one run";
  }
  if (fact.status === "stale" && claim.undated === true && chosen.claim.undated !== true) {
    return "undated; the one taken is not";
  }
  if (claim.observed < chosen.claim.observed) return `older (${claim.observed})`;
  if (classFirst) return `another class: ${chosen.class} counts before ${sourceClass} here`;
  if (scope === "alias" && chosen.scope === "exact") {
    return "about the alias, not the snapshot itself";
  }
  return "of the same day; the less favourable value is taken";
}

/** Days between the release of the candidate's snapshot and of the nearest one a claim is about. */
function daysAway({ scope, observed }: Claim, { candidate }: ClaimContext): number {
  const { model, snapshot } = candidate;
  const released = snapshot?.released;
  if (released === undefined) return Infinity;
  const about = model.snapshots.filter((each) => {
    if (scope === "all") return true;
    if (scope === "alias") return each.id === snapshotOfAlias(model, observed)?.id;
    return scope === undefined ? each.default === true : scope.includes(each.id);
  });
  return Math.min(...about.map((each) => Math.abs(daysBetween(each.released, released))));
}

function otherSnapshot({ claim }: Statement<unknown>): string {
  return `another snapshot: ${aboutOf(claim.scope)}`;
}

/** What a claim says it is about. */
export function aboutOf(scope: Statement<unknown>["claim"]["scope"]): string {
  if (scope === undefined) return "default snapshot";
  if (scope === "all") return "every snapshot";
  return scope === "alias" ? "alias" : scope.join(", ");
}
