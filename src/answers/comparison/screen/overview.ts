/** The comparison on one screen: what decides anything, who is ahead in it, and all that separates nobody in one line. */
import { type Block, type Document, dim, span, type Text } from "../../../format/document.ts";
import { list } from "../../../words/figures.ts";
import { alike } from "../../../words/sentences.ts";
import type { OpenComparison } from "../compare.ts";
import type { Comparison, ComparisonRow } from "../schema.ts";
import type { RowsWhere } from "../trait.ts";
import { type Line, linesOf, type TellingTest } from "./overview-lines.ts";
import { distinctName, headerOf } from "./trait-table.ts";

/** Of a terminal of 24. */
const LINES = 24;

export function overviewDocument(
  { record, rowsWhere, rowNamed }: OpenComparison,
  telling: readonly TellingTest[],
): Document {
  const { models, alerts, summary } = record;
  const lines = linesOf(models, rowNamed, telling);
  const isMarked = lines.some(isDoubtful);
  return {
    title: `${list(models.map(({ name }) => name))} side by side`,
    blocks: [
      { kind: "paragraph", text: summary },
      ...alerts
        .filter(({ date }) => date === null)
        .map(({ message }): Block => ({ kind: "alert", text: message })),
      ...(lines.length === 0 ? [] : [table(lines, models)]),
      ...restOf(models, rowsWhere),
    ],
    screen: {
      lines: LINES,
      last: () =>
        `${isMarked ? "* old, or sources disagree. " : ""}More: compare --traits speed | all, --evidence`,
    },
  };
}

function table(lines: readonly Line[], models: Comparison["models"]): Block {
  const [first] = models;
  return {
    kind: "table",
    columns: [
      { header: "", align: "left" },
      ...models.map((model) => ({ header: headerOf(model), align: "left" }) as const),
      ...(models.length < 2 ? [] : [{ header: "ahead", align: "left" } as const]),
    ],
    rows: lines.map((line): Text[] => {
      const leader = models.find(({ id }) => id === line.ahead?.model);
      const shownOf = (id: string): Text => {
        const text = line.cell(id, id === first?.id);
        return id === leader?.id && typeof text === "string" ? [span("good", text)] : text;
      };
      return [
        `${line.label}${isDoubtful(line) ? "\u00A0*" : ""}`,
        ...models.map(({ id }) => shownOf(id)),
        ...(models.length < 2 ? [] : [aheadText(line, leader, models)]),
      ];
    }),
  };
}

/** `mini  16.7x`, names of one width. */
function aheadText(
  { ahead }: Line,
  leader: Comparison["models"][number] | undefined,
  models: Comparison["models"],
): Text {
  if (leader === undefined) return [dim(ahead?.by ?? "")];
  const names = models.map((model) => distinctName(model, models));
  const width = Math.max(...names.map((name) => name.length));
  return `${distinctName(leader, models).padEnd(width, "\u00A0")}${"\u00A0".repeat(2)}${ahead?.by ?? ""}`;
}

function isDoubtful({ rows }: Line): boolean {
  return rows.some(({ cells, group }) => {
    const statuses = Object.values(cells).map(({ status }) => status);
    return group === "speed" && (statuses.includes("stale") || statuses.includes("disputed"));
  });
}

/** Rows whose words say what is the same for all. */
const QUOTED: Readonly<Record<string, readonly string[]>> = {
  limits: ["limits.context", "limits.output"],
  modalities: ["modalities"],
  pretraining: ["pretraining.knowledge-cutoff"],
  size: ["size"],
};

/** Told in lines of their own. */
const SHOWN = ["cost", "speed", "accuracy", "uses", "images"];

/** Every other trait, so that none of what is compared is missing from the screen. */
function restOf(models: Comparison["models"], rowsWhere: RowsWhere): Block[] {
  if (models.length < 2) return [];
  const rows = rowsWhere(
    ({ trait, group }) => !SHOWN.includes(group) && !trait.startsWith("limits.tier"),
  );
  const rest = alike(rows, ({ group }) => group).map((own) => ({
    id: own[0].group,
    own,
    apart: own.filter((row) => row.favours !== null || endsApart(row)),
  }));
  const same = rest.filter(({ apart }) => apart.length === 0);
  const differing = rest.filter(({ apart }) => apart.length > 0);
  const known = same.map(({ id, own }) => `${id}${quoted(id, own)}`);
  const apart = differing.map((each) => `${each.id} (${each.apart.map(saidOf).join("; ")})`);
  const sentences = [
    ...(known.length === 0 ? [] : [`No difference is known in ${list(known)}.`]),
    ...(apart.length === 0 ? [] : [`They differ in ${list(apart)}.`]),
  ];
  return sentences.length === 0 ? [] : [{ kind: "paragraph", text: sentences.join(" ") }];
}

/** ` (context window 128,000; longest output 16,384)`: what is the same, where few words say it. */
function quoted(group: string, rows: readonly ComparisonRow[]): string {
  const told = rows.filter(
    (row) => QUOTED[group]?.includes(row.trait) === true && row.difference === "same",
  );
  const words = told.map(({ label, cells }) => {
    const text = Object.values(cells)[0]?.text ?? "";
    return told.length > 1 ? `${label.toLowerCase()} ${text}` : text;
  });
  return words.length === 0 ? "" : ` (${words.join("; ")})`;
}

/** Whether one ends and another, for all that is known, does not: nobody is ahead in that, and yet it decides. */
function endsApart({ trait, cells }: ComparisonRow): boolean {
  return trait === "lifecycle.shutdown" && new Set(endsOf(cells)).size > 1;
}

function endsOf(cells: ComparisonRow["cells"]): string[] {
  return Object.values(cells).map(({ status, text }) => (status === "missing" ? "no date" : text));
}

function saidOf(row: ComparisonRow): string {
  const { label, difference, cells } = row;
  const said = endsApart(row) ? list([...new Set(endsOf(cells))], "or") : (difference ?? "");
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}: ${said}`;
}
