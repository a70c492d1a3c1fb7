/** A fact: what the claims about one trait come to on the day of the decision, with every claim kept. */
import type { Claim } from "../schema/claim.ts";
import type { ClaimLoss } from "./claim-order.ts";
import type { FactKind, SourceClass } from "../schema/vocabulary.ts";

/** Central 90 % of an uncertain figure around its point: 5 % of the belief lies beyond either end. */
export interface Interval {
  point: number;
  low: number;
  high: number;
}

/** One claim with what its scope and its source mean for the candidate. */
export interface Statement<Value> {
  claim: Claim<Value>;
  class: SourceClass;
  /** `exact` and `alias` speak of the candidate's snapshot, `other` of another one. */
  scope: "exact" | "alias" | "other";
  /** Why it is not the one believed; null for the one that is. */
  loss: ClaimLoss | null;
}

export interface Fact<Value> {
  /** Place in the model file: `prices.standard.input`, `benchmarks.gpqa`. */
  path: string;
  kind: FactKind;
  /** Null when nobody in scope says: unknown, never a default. */
  value: Value | null;
  status: "fresh" | "stale" | "missing";
  chosen: Statement<Value> | null;
  /** Stale speeds: the other measurers' claims that the value averages with the chosen one. */
  pooled: Statement<Value>[];
  /** Claims seen on that day, in or out of scope, newest first. */
  statements: Statement<Value>[];
  /** In-scope claims that differ from the value by more than the tolerance of its kind. */
  disputedBy: Statement<Value>[];
  /** Borrowed from another snapshot of the model (benchmarks only). */
  sibling: boolean;
}

/** A number with the hull of the claims that count. */
export interface NumericFact extends Fact<number> {
  low: number;
  high: number;
}

/** Ids of the sources behind a fact's value. */
export function evidenceOf(facts: readonly (Fact<unknown> | null | undefined)[]): string[] {
  const ids: string[] = [];
  for (const fact of facts) {
    for (const statement of [fact?.chosen, ...(fact?.pooled ?? [])]) {
      const id = statement?.claim.source;
      if (id !== undefined && !ids.includes(id)) ids.push(id);
    }
  }
  return ids;
}
