/**
 * Confidence in words: how sure a pick is and why no surer, and doubts about evidence: old, second-hand, stated by
 * nobody.
 */
import type { ConfidenceCap } from "../decision/confidence.ts";
import { decimal, list, counted, outOfHundred, percent } from "./figures.ts";

// Confidence in words: how sure a pick is, and why a label is held down.

const MISSING = { quality: "the quality", latency: "the speed" } as const;

export function capReason(cap: ConfidenceCap, nameOf: (modelId: string) => string): string {
  switch (cap.reason) {
    case "missing-fact":
      return `${MISSING[cap.criterion]} of ${nameOf(cap.model)} is not known, and ${percent(cap.flipProbability)} of what it could be would change the pick`;
    case "secondary-sources":
      return "what separates the first two is known from secondary sources only";
    case "unconfirmed-needs":
      return `no source confirms ${counted(cap.needs, "need")} of ${nameOf(cap.model)}`;
  }
}

/** `88 of 100 what-if runs`; of the priorities alone `88 of 100 ways to weigh it`. */
export function whatIfRuns(share: number, draws: number): string {
  return `${outOfHundred(share)} ${draws === 0 ? "ways to weigh it" : "what-if runs"}`;
}

/** A value, and who said it when. */
export interface Said {
  value: number | null;
  source: string;
  observed: string;
}

/** @param mostDays the age asked for; absent when it goes without saying */
export function staleCatalog(ageDays: number, newest: string, mostDays?: number): string {
  const most = mostDays === undefined ? "" : `, more than ${mostDays}`;
  return `the newest evidence in the catalog is ${ageDays} days old (${newest})${most}: update pick-model, or add newer facts with --catalog`;
}

/** `GPT-5.4 mini and GPT-5.4 nano: older than it should be: prices.standard.input (2026-08-05)`; of several days the first and the last. */
export function olderThanItShouldBe(
  names: readonly string[],
  facts: readonly { fact: string; observed: string | null }[],
): string {
  const told = [...new Set(facts.map(({ fact }) => fact))].map((fact) => {
    const seen = facts.filter((each) => each.fact === fact);
    const days = [...new Set(seen.map(({ observed }) => observed ?? "undated"))].toSorted();
    const span = days.length === 1 ? days[0] : `${days[0]} to ${days.at(-1)}`;
    return `${factLabel(fact)} (${span})`;
  });
  return `${list(names)}: older than it should be: ${list(told)}`;
}

export function secondaryOnly(names: readonly string[], facts: readonly string[]): string {
  return `${list(names)}: known from secondary sources only: ${list(facts.map(factLabel))}`;
}

export function statedByNobody(names: readonly string[], facts: readonly string[]): string {
  return `nobody in the catalog states ${list(facts.map(factLabel))} of ${list(names)} here; a cautious guess stands in`;
}

/** @param knowsOtherWork whether results on other work stand in too */
export function measuredByNobody(names: readonly string[], knowsOtherWork: boolean): string {
  const instead = knowsOtherWork
    ? "results on other work and a cautious guess stand in"
    : "a cautious guess stands in";
  return `nothing in the catalog measures ${list(names)} on this kind of work; ${instead}`;
}

const LABELS: Record<string, string> = {
  "speed.outputTokensPerSecond": "output speed, tokens per second",
  "speed.timeToFirstTokenSeconds": "time to first token, seconds",
};

export function factLabel(path: string): string {
  return LABELS[path] ?? path;
}

export function takenAs({ averaged, ...taken }: Said & { averaged: readonly Said[] }): string {
  return averaged.length === 0
    ? said(taken)
    : `${decimal(taken.value ?? 0, 1)}, the mean of ${list(averaged.map(said))}`;
}

export function said({ value, source, observed }: Said): string {
  return `${String(value)} (${source}, ${observed})`;
}
