/**
 * Sentences that answers share: how sure a pick is, doubts about evidence; their form, and what is said once of
 * several.
 */
import type { ConfidenceCap } from "../decision/confidence.ts";
import { decimal, list, counted, outOfHundred, percent } from "./figures.ts";

/** Characters of an answer told in one sentence: what a chat or a commit takes as a line. */
const LONGEST_SUMMARY = 200;

export function isShort(text: string): boolean {
  return text.length <= LONGEST_SUMMARY;
}

/** At most so long, with an ellipsis where it was cut. */
export function shortened(text: string): string {
  return isShort(text) ? text : `${text.slice(0, LONGEST_SUMMARY - 1)}…`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words are lowered, names like RAG and OCR are not. */
export function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** With a capital and a full stop, where it has none yet. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capitalised(text) : `${capitalised(text)}.`;
}

/** What reads alike together, in the order of the first of each: what is true of several is said once. */
export function alike<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const text = textOf(item);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** `4o` for GPT-4o: labels and headers of columns are narrow. */
export function shortName(name: string): string {
  return name.replace(/^GPT-/, "");
}

// Words for a shell to read: quoted where they have to be.

export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : shellQuoted(word);
}

export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// How sure a pick is and why no surer, and doubts about evidence: old, second-hand, stated by nobody.

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
  const told = alike(facts, ({ fact }) => fact).map((seen) => {
    const days = [...new Set(seen.map(({ observed }) => observed ?? "undated"))].toSorted();
    const span = days.length === 1 ? days[0] : `${days[0]} to ${days.at(-1)}`;
    return `${factLabel(seen[0].fact)} (${span})`;
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
