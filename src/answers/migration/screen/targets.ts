/** The models to move to, as a table and as a CSV; notes on what changes in a request, each with its source. */
import { type GridColumn, type GridColumns, gridOf, tableOf } from "../../../format/columns.ts";
import { dim, linked, type Text, type Block } from "../../../format/document.ts";
import type { Grid } from "../../../format/presentation.ts";
import type { Severity } from "../../../schema/vocabulary.ts";
import { dollars, duration, index } from "../../../words/figures.ts";
import { alike } from "../../../words/sentences.ts";
import { marked } from "../../recommendation/screen/ranking-table.ts";
import { changesNeeded } from "../request-changes.ts";
import type { Migration, RequestChange, Target } from "../schema.ts";
import { adviceOf, sourceText, billOf } from "./words.ts";

/** Rows on one screen; all of them under --full. */
const MOST_TARGETS = 3;

const NO_REASONING = "none";

interface Row extends Pick<Target, "model" | "announcedEnd"> {
  status: string;
  /** Null for a model that nobody can move to. */
  target: Target | null;
  reasons: readonly { message: string }[];
}

/** What is told of targets alone; without a heading only in the CSV. */
function ofTarget(
  value: (target: Target) => string | number | boolean | null,
  header?: string,
  text?: (target: Target) => string,
): GridColumn<Row> {
  return {
    value: ({ target }) => target && value(target),
    ...(header === undefined ? {} : { header, align: "right" }),
    ...(text === undefined ? {} : { text: ({ target }) => (target === null ? "" : text(target)) }),
  };
}

/** @param month heading of the bill */
function columnsOf(
  from: Migration["from"],
  month: string,
  nameOf: (target: Target) => string,
): GridColumns<Row> {
  return {
    from: { value: () => from.model },
    to: {
      ...ofTarget(
        () => null,
        "to",
        (target) => marked(nameOf(target), target.rank === 1),
      ),
      value: ({ model }) => model,
      align: "left",
    },
    status: { value: ({ status }) => status },
    rank: ofTarget(({ rank }) => rank),
    named: ofTarget(({ named }) => named),
    effort: ofTarget(({ effort }) => effort),
    usd_per_month_before: ofTarget(() => from.usdPerMonth),
    usd_per_month: ofTarget(
      ({ cost }) => cost.usdPerMonth,
      month,
      ({ cost }) => billOf(cost),
    ),
    usd_per_month_low: ofTarget(({ cost }) => cost.low),
    usd_per_month_high: ofTarget(({ cost }) => cost.high),
    usd_per_month_at_default_effort: ofTarget(
      ({ costAtDefaultEffort: cost }) => cost && cost.usdPerMonth,
    ),
    wait_seconds: ofTarget(
      ({ wait }) => wait.seconds,
      "wait",
      ({ wait }) => `${duration(wait.seconds)}${wait.known ? "" : " ?"}`,
    ),
    wait_known: ofTarget(({ wait }) => wait.known),
    quality_index: ofTarget(({ quality }) => quality && quality.index, "quality", qualityOf),
    announced_end: {
      value: ({ announcedEnd }) => announcedEnd,
      header: "ends",
      text: ({ announcedEnd }) => announcedEnd ?? "unknown",
    },
    changes_needed: ofTarget(({ changesNeeded: needed }) => needed, "changes"),
    reasons: { value: ({ reasons }) => reasons.map(({ message }) => message).join("; ") },
  };
}

const rowOf = (target: Target): Row => ({ ...target, target, reasons: target.open });

/** A change of model as rows of a CSV: one a target, then one a model that is none. */
export function migrationGrid({ from, targets, notThese }: Migration): Grid {
  return gridOf(columnsOf(from, "", withEffort), [
    ...targets.map(rowOf),
    ...notThese.map((each) => ({ ...each, status: "excluded", target: null })),
  ]);
}

/** The models to move to, one a row. */
export function targetTable({ targets, from }: Migration, full: boolean): Block | null {
  if (targets.length === 0) return null;
  const today = from.usdPerMonth === null ? "" : `, now ${dollars(from.usdPerMonth)}`;
  const shown = full ? targets : targets.slice(0, MOST_TARGETS);
  const efforts = [...new Set(shown.map(({ effort }) => effort ?? NO_REASONING))];
  const [effort = NO_REASONING] = efforts;
  const isShared = efforts.length === 1;
  const isReasoning = isShared && effort !== NO_REASONING;
  const month = isReasoning ? "a month" : `a month${today}`;
  return {
    ...tableOf(
      columnsOf(from, month, isShared ? ({ model }) => model : withEffort),
      shown.map(rowOf),
    ),
    ...(isReasoning ? { caption: `At reasoning effort ${effort}${today}` } : {}),
  };
}

/** With its effort, where that is one that reasons. */
function withEffort({ model, effort }: Target): string {
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
  const rows = together(shown);
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

/** Alike in how bad it is, what to do and who says so. */
function together(changes: readonly RequestChange[]) {
  return alike(changes, (change) =>
    JSON.stringify([change.severity, adviceOf(change), sourceText(change)]),
  ).map((group) => {
    const names = group.map(({ parameter }) => parameter).join(", ");
    return { first: group[0], text: `${names}: ${adviceOf(group[0])}` };
  });
}
