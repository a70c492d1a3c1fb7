/** The models to move to: a table, and notes on what changes in a request, worst first, each with its source. */
import { dim, linked, type Text, type Block } from "../../../format/document.ts";
import type { Severity } from "../../../schema/vocabulary.ts";
import { dollars, duration, index } from "../../../words/figures.ts";
import { marked } from "../../recommendation/screen/ranking-table.ts";
import { changesNeeded } from "../request-changes.ts";
import type { Migration, RequestChange, Target } from "../schema.ts";
import { adviceOf, sourceText, billOf } from "./words.ts";

/** Rows on one screen; all of them under --full. */
const MOST_TARGETS = 3;

const NO_REASONING = "none";

/** The models to move to, one a row. */
export function targetTable({ targets, from }: Migration, full: boolean): Block | null {
  if (targets.length === 0) return null;
  const today = from.usdPerMonth === null ? "" : `, now ${dollars(from.usdPerMonth)}`;
  const shown = full ? targets : targets.slice(0, MOST_TARGETS);
  const efforts = [...new Set(shown.map(({ effort }) => effort ?? NO_REASONING))];
  const [effort = NO_REASONING] = efforts;
  const isShared = efforts.length === 1;
  const isReasoning = isShared && effort !== NO_REASONING;
  return {
    kind: "table",
    ...(isReasoning ? { caption: `At reasoning effort ${effort}${today}` } : {}),
    columns: [
      { header: "to", align: "left" },
      { header: isReasoning ? "a month" : `a month${today}`, align: "right" },
      { header: "wait", align: "right" },
      { header: "quality", align: "right" },
      { header: "ends", align: "left" },
      { header: "changes", align: "right" },
    ],
    rows: shown.map((target, place) => [
      marked(isShared ? target.model : nameOf(target), place === 0),
      billOf(target.cost),
      `${duration(target.wait.seconds)}${target.wait.known ? "" : " ?"}`,
      qualityOf(target),
      target.announcedEnd ?? "unknown",
      String(target.changesNeeded),
    ]),
  };
}

/** With its effort, where that is one that reasons. */
function nameOf({ model, effort }: Target): string {
  return (effort ?? NO_REASONING) === NO_REASONING ? model : `${model}, ${effort}`;
}

function qualityOf({ quality }: Target): string {
  if (quality === null) return "unknown";
  return `${index(quality.index)}${quality.meetsBar ? "" : " (short)"}`;
}

export interface Note {
  label: string;
  text: Text;
}

const LABELS: Record<Severity, string> = {
  fails: "Fails",
  "changes-meaning": "Meaning",
  "changes-price": "Price",
  check: "Check",
};

/** On one screen; the rest under --full. */
const MOST_CHANGES = 4;

/** On one screen what has to change, and what to check of what is sent; what reads alike is told once. */
export function changeNotes(
  { changes }: Target,
  sources: Migration["sources"],
  full: boolean,
): Note[] {
  const needed = changesNeeded(changes);
  const shown = full
    ? changes
    : changes.filter((change) => needed.includes(change) || change.sent === true);
  const rows = alike(shown);
  const most = full || rows.length <= MOST_CHANGES ? rows : rows.slice(0, MOST_CHANGES - 1);
  const left = rows.length - most.length;
  const more = left === 0 ? "" : `; ${left} more: --full`;
  return most.map(({ first, text }, place) => {
    const { severity, evidence, observed } = first;
    const [source = ""] = evidence;
    return {
      label: most[place - 1]?.first.severity === severity ? "" : LABELS[severity],
      text: [
        `${text} `,
        dim("["),
        linked(source, sources[source]?.url, "dim"),
        dim(`, ${observed}]`),
        place === most.length - 1 ? more : "",
      ],
    };
  });
}

function alike(changes: readonly RequestChange[]) {
  const groups = new Map<string, RequestChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.severity, adviceOf(change), sourceText(change)]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.map(({ parameter }) => parameter).join(", ");
    const text = `${names}: ${adviceOf(first)}`;
    return [{ first, text }];
  });
}
