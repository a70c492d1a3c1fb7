/** The comparison on one screen: what decides anything, who is ahead in it, and all that separates nobody in one line. */
import { type Block, type Document, dim, span, type Text } from "../../../format/document.ts";
import { count, index, list, measured, money, timesApart } from "../../../words/figures.ts";
import { distinctName, headerOf } from "../../recommendation/names.ts";
import type { Comparison, ComparisonRow } from "../schema.ts";

/** A test that tells people most, by the row that holds its results. */
export interface TellingTest {
  /** `accuracy.simpleqa`. */
  trait: string;
  about: string;
  test: string;
}

/** Of a terminal of 24. */
const LINES = 24;
/** Models beside which there is room for words. */
const MOST_IN_WORDS = 2;
const INDENT = "\u00A0\u00A0";
/** Nobody feels a tenth. */
const LEVEL_RATIO = 1.1;

interface Line {
  label: string;
  /** The rows whose figures it shows: their doubts are its own. */
  rows: readonly ComparisonRow[];
  cell: (modelId: string, isFirst: boolean) => Text;
  ahead: { model: string | null; by: string } | null;
}

export function overviewDocument(
  comparison: Comparison,
  telling: readonly TellingTest[],
): Document {
  const { models, alerts, summary } = comparison;
  const lines = linesOf(comparison, telling);
  const isMarked = lines.some(isDoubtful);
  return {
    title: `${list(models.map(({ name }) => name))} side by side`,
    blocks: [
      { kind: "paragraph", text: summary },
      ...alerts
        .filter(({ date }) => date === null)
        .map(({ message }): Block => ({ kind: "alert", text: message })),
      ...(lines.length === 0 ? [] : [table(lines, models)]),
      ...restOf(comparison),
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

function linesOf(comparison: Comparison, telling: readonly TellingTest[]): Line[] {
  const rowOf = (trait: string) => comparison.rows.find((row) => row.trait === trait);
  const figure = (label: string, trait: string, text: (value: number) => string): Line[] => {
    const row = rowOf(trait);
    return row === undefined ? [] : [figureLine(label, row, text)];
  };
  const words = comparison.models.length <= MOST_IN_WORDS;
  const month = figure("your month", "cost.month", money);
  const wait = figure("your wait", "speed.wait", (seconds) => `${measured(seconds)} s`);
  return [
    ...month,
    ...wait,
    ...priceLine(comparison),
    ...figure(`${INDENT}an image`, "cost.image", money),
    ...accuracyLines(comparison, telling),
    ...figure("speed", "speed", (rate) => `${index(rate)} ${words ? "tokens" : "t"}/s`),
    ...figure(`${INDENT}first token`, "speed.first-token", (seconds) => `${measured(seconds)} s`),
    ...figure(
      words ? "limits, tier 1" : "tokens/min, T1",
      "limits.tier-1.tokens-per-minute",
      (rate) => `${short(rate)}${words ? " tokens/min" : ""}`,
    ),
    ...usesLine(comparison),
  ];
}

/** `30k`, `2M`: limits are round. */
function short(value: number): string {
  if (value >= 1_000_000) return `${count(value / 1_000_000)}M`;
  return value >= 1000 ? `${count(value / 1000)}k` : count(value);
}

function figureLine(label: string, row: ComparisonRow, text: (value: number) => string): Line {
  return {
    label,
    rows: [row],
    cell: (id) => {
      const value = row.cells[id]?.value;
      return typeof value === "number" ? text(value) : [dim("not known")];
    },
    ahead: aheadBy(row),
  };
}

/** `16.7x` of who is ahead; `level` where nobody would feel it, `same` where the figures are. */
function aheadBy({ cells, favours, difference }: ComparisonRow): Line["ahead"] {
  const values = Object.values(cells).map(({ value }) => value);
  const figures = values.filter((value) => typeof value === "number");
  if (difference === "same") return { model: null, by: "same" };
  if (figures.length < 2 || Math.min(...figures) <= 0) return null;
  const times = Math.max(...figures) / Math.min(...figures);
  if (times < LEVEL_RATIO) return { model: null, by: "level" };
  return favours === null ? null : { model: favours, by: timesApart(figures) };
}

function priceLine({ rows, models }: Comparison): Line[] {
  const price = rows.find((row) => row.trait === "cost");
  const input = rows.find((row) => row.trait === "cost.standard.input");
  const output = rows.find((row) => row.trait === "cost.standard.output");
  if (price === undefined || input === undefined || output === undefined) return [];
  return [
    {
      label: models.length <= MOST_IN_WORDS ? "cost" : "cost, in / out",
      rows: [price],
      cell: (id) => {
        const [own, written] = [input.cells[id]?.value, output.cells[id]?.value];
        return typeof own === "number" && typeof written === "number"
          ? models.length <= MOST_IN_WORDS
            ? `${money(own)} in, ${money(written)} out`
            : `${money(own)} / ${money(written)}`
          : [dim("not known")];
      },
      ahead: aheadBy(price),
    },
  ];
}

function accuracyLines({ rows, models }: Comparison, telling: readonly TellingTest[]): Line[] {
  const tally = rows.find((row) => row.trait === "accuracy");
  const clearly = rows.find((row) => row.trait === "accuracy.clearly");
  if (tally === undefined) return [];
  const sure = clearly?.cells[tally.favours ?? ""]?.value;
  const counted: Line = {
    label: "accuracy",
    rows: [],
    cell: (id) => {
      const cell = tally.cells[id];
      return cell === undefined || cell.status === "missing"
        ? ""
        : `${cell.text}${models.length <= MOST_IN_WORDS ? " tests" : ""}`;
    },
    ahead: {
      model: tally.favours,
      by: tally.favours === null ? "" : typeof sure === "number" ? `(${sure} sure)` : "",
    },
  };
  const isCounted = Object.values(tally.cells).some(({ status }) => status !== "missing");
  return [...(isCounted ? [counted] : []), ...telling.flatMap((test) => testLine(rows, test))];
}

function testLine(rows: readonly ComparisonRow[], { trait, about, test }: TellingTest): Line[] {
  const row = rows.find((each) => each.trait === trait);
  if (row === undefined) return [];
  const { lead } = row;
  return [
    {
      label: `${INDENT}${about}`,
      rows: [],
      cell: (id, isFirst) => {
        const value = row.cells[id]?.value;
        const text = typeof value === "number" ? `${index(value)} %` : "unknown";
        return isFirst ? `${text.padEnd("100 %".length, "\u00A0")} ${test}` : text;
      },
      ahead:
        lead?.certainty === "noise"
          ? { model: null, by: "level" }
          : lead === null || row.favours === null
            ? null
            : { model: lead.model, by: `+${index(lead.by)}` },
    },
  ];
}

/** On how many presets each is the pick; which, the lists say. */
function usesLine({ rows, models }: Comparison): Line[] {
  const picked = rows.find((row) => row.trait === "conclusion");
  const shares = models.map(({ id }) => picked?.cells[id]?.value);
  if (picked === undefined || !shares.every(Array.isArray)) return [];
  const total = shares.reduce((sum, each) => sum + each.length, 0);
  return [
    {
      label: "uses",
      rows: [],
      cell: (id) => {
        const own = picked.cells[id]?.value;
        const share = `${Array.isArray(own) ? own.length : 0} of ${total}`;
        return models.length <= MOST_IN_WORDS ? `${share} presets` : share;
      },
      ahead: { model: null, by: "by work" },
    },
  ];
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
function restOf({ groups, rows, models }: Comparison): Block[] {
  if (models.length < 2) return [];
  const rest = groups
    .filter(({ id }) => !SHOWN.includes(id))
    .map(({ id }) => {
      const own = rows.filter((row) => row.group === id && !row.trait.startsWith("limits.tier"));
      return { id, own, apart: own.filter((row) => row.favours !== null) };
    });
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

function saidOf({ label, difference }: ComparisonRow): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}: ${difference ?? ""}`;
}
