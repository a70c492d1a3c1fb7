/** The answer of `lock` for every format: what was locked, what the lock was before, what differs; of several a line each. */
import { gridOf, type GridColumns, tableOf } from "../../format/columns.ts";
import { type Block, dim, span, strong, type Text } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { ownEntry } from "../../schema/texts.ts";
import { counted, money, orDash, outOfHundred } from "../../words/figures.ts";
import { alike } from "../../words/sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { noneQualifies } from "../recommendation/summary.ts";
import type { Lock } from "./schema.ts";
import { besideLock, namesOf, shortNames } from "./screen.ts";

export interface Locked {
  /** As typed, or found. */
  file: string;
  /** Null when nothing qualifies: then no file was touched. */
  lock: Lock | null;
  /** Null when an existing lock was only overruled or completed. */
  answer: Answer | null;
  /** The lock that was there. */
  before: Lock | null;
  /** Why there is no lock, where no model is to blame. */
  problem?: string;
}

/** What a lock was that is written anew; null where there was none, or it stays. */
export function wasBefore({ before, lock }: Pick<Locked, "before" | "lock">): string | null {
  if (before === null || lock === null) return null;
  const changes = lockChanges(before, lock).filter((change) => !change.startsWith("as of"));
  const same = before.asOf === lock.asOf ? "nothing changed" : "nothing changed but the day";
  return `locked on ${before.asOf} before; ${changes.length === 0 ? same : changes.join("; ")}`;
}

export function presentLock({ file, lock, answer, before, problem }: Locked): Presentation {
  const was = wasBefore({ before, lock });
  const sentence = lock === null ? (problem ?? unlocked(answer)) : sentenceOf(lock, file);
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
        ...(was === null ? [] : [{ kind: "notes", rows: [{ label: "Was", text: was }] } as const]),
        ...remarks(lock),
      ],
    }),
    grid: () => gridOf(COLUMNS, lock === null ? [] : [{ file, lock, name: file, before }]),
    summary: () => sentence,
    quiet: () => (lock === null ? [] : [guardedBy(lock)]),
  };
}

interface Written extends Pick<Locked, "file" | "before"> {
  lock: Lock;
  /** What tells it apart from the others. */
  name: string;
}

const COLUMNS: GridColumns<Written> = {
  lock: { value: ({ file }) => file, header: "lock", text: ({ name }) => name },
  model: { value: ({ lock }) => guardedBy(lock), header: "guards" },
  pick: { value: ({ lock }) => lock.pick.model },
  as_of: { value: ({ lock }) => lock.asOf },
  usd_per_month: {
    value: ({ lock }) => lockedOf(lock)?.usdPerMonth ?? null,
    header: "a month",
    align: "right",
    text: ({ lock }) => orDash(lockedOf(lock)?.usdPerMonth, money),
  },
  shutdown: { value: ({ lock }) => lockedOf(lock)?.shutdown ?? null },
  was: { header: "", text: (each) => wasBefore(each) ?? "new" },
};

/** Several at once. */
export function presentLocks(all: readonly Locked[]): Presentation {
  const names = shortNames(all.map(({ file }) => file));
  const locks = all.flatMap(({ lock, file, before }, place) =>
    lock === null ? [] : [{ lock, file, before, name: names[place] ?? file }],
  );
  const left = all.length - locks.length;
  const outcome = `${counted(locks.length, "lock")} written${left === 0 ? "" : `, ${left} NOT`}`;
  const table = tableOf(COLUMNS, locks);
  return {
    data: () => all.map(({ file, lock, problem = null }) => ({ file, lock, problem })),
    document: () => ({
      title: "Decision locks",
      blocks: [
        { kind: "headline", left: [left === 0 ? strong(outcome) : span("bad", outcome)] },
        { ...table, rows: [...table.rows, ...problemRows(all, names)] },
        ...(locks.length === 0
          ? []
          : [{ kind: "paragraph", text: "Check them with: pick-model check ." } as const]),
      ],
    }),
    grid: () => gridOf(COLUMNS, locks),
    summary: () => `${outcome}.`,
    quiet: () => locks.map(({ lock }) => guardedBy(lock)),
  };
}

/** Equal ones in one row. */
function problemRows(all: readonly Locked[], names: readonly string[]): Text[][] {
  const problems = all.flatMap(({ file, lock, answer, problem }, place) => {
    const why = besideLock(problem ?? unlocked(answer), file);
    return lock === null ? [{ name: names[place] ?? file, why }] : [];
  });
  return alike(problems, ({ why }) => why).map((group) => [
    namesOf(group.map(({ name }) => name)),
    "–",
    "–",
    [span("bad", group[0].why)],
  ]);
}

/** What was locked of the model it guards. */
function lockedOf(lock: Lock) {
  return ownEntry(lock.models, guardedBy(lock));
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

/** One line a change; empty when the new lock decides and knows the same. */
export function lockChanges(before: Lock, after: Lock): string[] {
  const said: [what: string, describe: (lock: Lock) => string][] = [
    ["pick", ({ pick }) => pick.model],
    ["decision", ({ decision }) => decision?.model ?? "none"],
    ["accepted", ({ accepted = [] }) => accepted.map(({ code }) => code).join(", ") || "none"],
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
