/** What was locked, in a line or two, and what differs from the lock before. */
import { type Block, dim, strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { ownEntry } from "../../schema/records.ts";
import { money, outOfHundred } from "../../words/figures.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { noneQualifies } from "../recommendation/summary.ts";
import type { Lock } from "./schema.ts";

export interface Locked {
  file: string;
  lock: Lock | null;
  /** The answer behind a new lock. */
  answer: Answer | null;
}

export function presentLock({ file, lock, answer }: Locked): Presentation {
  const sentence = lock === null ? unlocked(answer) : sentenceOf(lock, file);
  return {
    data: () => lock ?? answer?.result ?? null,
    document: () => ({
      title: "Decision lock",
      blocks: [
        {
          kind: "headline",
          left: [strong(lock === null ? "Nothing to lock" : `Locked ${guardedBy(lock)}`)],
          right: [dim(file)],
        },
        { kind: "paragraph", text: sentence },
        ...remarks(lock),
      ],
    }),
    grid: () => ({
      columns: ["lock", "model", "pick", "as_of", "usd_per_month", "shutdown"],
      rows: lock === null ? [] : [row(lock, file)],
    }),
    summary: () => sentence,
    quiet: () => (lock === null ? [] : [guardedBy(lock)]),
  };
}

function unlocked(answer: Answer | null): string {
  return answer === null ? "No lock was written." : noneQualifies(answer.decision);
}

function guardedBy({ decision, pick }: Lock): string {
  return decision?.model ?? pick.model;
}

function sentenceOf({ pick, models, asOf }: Lock, file: string): string {
  const locked = ownEntry(models, pick.model);
  const bill = locked === undefined ? "" : `, ${money(locked.usdPerMonth)} a month`;
  const shutdown = locked?.shutdown ?? null;
  const ends = shutdown === null ? "" : `, until its shutdown on ${shutdown}`;
  const { probability } = pick.confidence;
  return `${pick.name} is the pick as of ${asOf}${bill}${ends}; first in ${outOfHundred(probability)} what-if runs. Check it with: pick-model check ${file}`;
}

function remarks(lock: Lock | null): Block[] {
  const { decision, accepted = [], migrateTo } = lock ?? {};
  const items = [
    ...(migrateTo === undefined
      ? []
      : [
          `${migrateTo.by} names ${migrateTo.model} as what comes after it${migrateTo.reason === undefined ? "" : `: ${migrateTo.reason}`}`,
        ]),
    ...(decision === undefined
      ? []
      : [
          `${decision.by} decided on ${decision.model}${decision.until === undefined ? "" : ` until ${decision.until}`}: ${decision.reason}`,
        ]),
    ...accepted.map(
      ({ code, model, by, expires, reason }) =>
        `${by} accepted ${code}${model === undefined ? "" : ` of ${model}`} until ${expires}: ${reason}`,
    ),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function row(lock: Lock, file: string) {
  const model = guardedBy(lock);
  const locked = ownEntry(lock.models, model);
  return [
    file,
    model,
    lock.pick.model,
    lock.asOf,
    locked?.usdPerMonth ?? null,
    locked?.shutdown ?? null,
  ];
}

/** One line a change; empty when the new lock decides and knows the same. */
export function lockChanges(before: Lock, after: Lock): string[] {
  const said: [what: string, describe: (lock: Lock) => string][] = [
    ["pick", ({ pick }) => pick.model],
    ["runner-up", ({ pick }) => pick.runnerUp ?? "none"],
    ["cost a month", (lock) => money(lock.models[lock.pick.model]?.usdPerMonth ?? 0)],
    ["shutdown", (lock) => lock.models[lock.pick.model]?.shutdown ?? "none announced"],
    [
      "confidence",
      ({ pick: { confidence } }) => `${outOfHundred(confidence.probability)} (${confidence.label})`,
    ],
    ["requirements", ({ requirements }) => requirements.digest],
    ["catalog", ({ catalog }) => catalog.digest],
    ["constants", ({ catalog }) => catalog.constants],
    ["as of", ({ asOf }) => asOf],
  ];
  return said.flatMap(([what, describe]) => {
    const [old, now] = [describe(before), describe(after)];
    return old === now ? [] : [`${what}: ${shortened(old)} → ${shortened(now)}`];
  });
}

/** Enough of a digest to tell two apart. */
function shortened(text: string): string {
  const DIGEST = /^sha256:([0-9a-f]{12})[0-9a-f]+$/;
  return text.replace(DIGEST, "$1…");
}
