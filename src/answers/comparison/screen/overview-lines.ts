/** The lines of the overview: money, wait, accuracy, speed, limits and uses, each with who is ahead in it. */
import { dim, type Text } from "../../../format/document.ts";
import { count, index, measured, money, timesApart } from "../../../words/figures.ts";
import type { Comparison, ComparisonRow } from "../schema.ts";
import type { RowNamed } from "../trait.ts";

/** A test that tells people most, by the row that holds its results. */
export interface TellingTest {
  /** `accuracy.simpleqa`. */
  trait: string;
  about: string;
  test: string;
}

/** Models beside which there is room for words. */
const MOST_IN_WORDS = 2;
const INDENT = "\u00A0\u00A0";
/** Nobody feels a tenth. */
const LEVEL_RATIO = 1.1;

export interface Line {
  label: string;
  /** The rows whose figures it shows: their doubts are its own. */
  rows: readonly ComparisonRow[];
  cell: (modelId: string, isFirst: boolean) => Text;
  ahead: { model: string | null; by: string } | null;
}

type Models = Comparison["models"];

export function linesOf(models: Models, rowOf: RowNamed, telling: readonly TellingTest[]): Line[] {
  const figure = (label: string, trait: string, text: (value: number) => string): Line[] => {
    const row = rowOf(trait);
    return row === undefined ? [] : [figureLine(label, row, text)];
  };
  const words = models.length <= MOST_IN_WORDS;
  const month = figure("your month", "cost.month", money);
  const wait = figure("your wait", "speed.wait", (seconds) => `${measured(seconds)} s`);
  return [
    ...month,
    ...wait,
    ...priceLine(rowOf, models),
    ...figure(`${INDENT}an image`, "cost.image", money),
    ...accuracyLines(rowOf, models, telling),
    ...figure("speed", "speed", (rate) => `${index(rate)} ${words ? "tokens" : "t"}/s`),
    ...figure(`${INDENT}first token`, "speed.first-token", (seconds) => `${measured(seconds)} s`),
    ...figure(
      words ? "limits, tier 1" : "tokens/min, T1",
      "limits.tier-1.tokens-per-minute",
      (rate) => `${short(rate)}${words ? " tokens/min" : ""}`,
    ),
    ...usesLine(rowOf, models),
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

function priceLine(rowOf: RowNamed, models: Models): Line[] {
  const price = rowOf("cost");
  const input = rowOf("cost.standard.input");
  const output = rowOf("cost.standard.output");
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

function accuracyLines(rowOf: RowNamed, models: Models, telling: readonly TellingTest[]): Line[] {
  const tally = rowOf("accuracy");
  const clearly = rowOf("accuracy.clearly");
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
  return [...(isCounted ? [counted] : []), ...telling.flatMap((test) => testLine(rowOf, test))];
}

function testLine(rowOf: RowNamed, { trait, about, test }: TellingTest): Line[] {
  const row = rowOf(trait);
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
function usesLine(rowOf: RowNamed, models: Models): Line[] {
  const picked = rowOf("conclusion");
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
