/** The table of a group of traits: a cell a model with its marks, the difference or the lead in the last column. */
import { type Block, type Column, dim, span, type Text } from "../../../format/document.ts";
import { measured, timesApart } from "../../../words/figures.ts";
import { shortName } from "../../../words/sentences.ts";
import { unitInHeading } from "../../../words/units.ts";
import type { Comparison, ComparisonCell, ComparisonRow } from "../schema.ts";
import type { TestFields } from "./tests.ts";

// The marks beside a cell, and what they mean; never colour alone.

export const LEGENDS = [
  {
    mark: "*",
    meaning: "old, or sources disagree",
    marks: (cell: ComparisonCell) => cell.status === "stale" || cell.status === "disputed",
  },
  {
    mark: "†",
    meaning: "measured on another snapshot of the model",
    marks: (cell: ComparisonCell) => cell.fromSibling,
  },
] as const;

export function marked(cell: ComparisonCell): string {
  const marks = LEGENDS.filter((legend) => legend.marks(cell)).map(({ mark }) => mark);
  return `${cell.text}${marks.join("")}`;
}

type Models = Comparison["models"];

const INDENT = "\u00A0\u00A0";

export function traitTable(
  rows: readonly ComparisonRow[],
  models: Models,
  { of }: TestFields,
): Block[] {
  if (rows.length === 0) return [];
  const unit = commonest(rows.map((row) => unitInHeading(row.unit)));
  const leader = leaderOf(rows, models);
  const usual = leader === null ? usuallyAhead(rows, models) : null;
  const columns: Column[] = [
    { header: "trait", align: "left" },
    ...models.map((model): Column => ({ header: headerOf(model), align: "left" })),
    ...differenceColumn(models, leader, usual),
  ];
  return [
    {
      kind: "table",
      ...(unit === null ? {} : { caption: `In ${unit} unless marked` }),
      columns,
      rows: rows.flatMap((row, place) => {
        const field = of.get(row.trait);
        const isFirst = field !== undefined && field !== of.get(rows[place - 1]?.trait ?? "");
        const cells = [
          `${field === undefined ? "" : INDENT}${labelOf(row, unit)}`,
          ...models.map(({ id }) => cellText(row.cells[id], row.favours === id)),
          ...(models.length === 1
            ? []
            : [
                leader === null
                  ? differenceText(row, usual === null ? null : { usual, models })
                  : leadText(row, leader.id),
              ]),
        ];
        return isFirst ? [[[dim(field)], ...columns.slice(1).map(() => "")], cells] : [cells];
      }),
    },
  ];
}

function differenceColumn(
  models: Models,
  leader: Models[number] | null,
  usual: Models[number] | null,
): Column[] {
  if (models.length === 1) return [];
  if (leader !== null) return [{ header: `${headerOf(leader)} +`, align: "right" }];
  const header = usual === null ? "difference" : `${distinctName(usual, models)} is`;
  return [{ header, align: "left" }];
}

/** Of two models the one ahead in most rows that favour either: the heading names it, exceptions name the other. */
function usuallyAhead(rows: readonly ComparisonRow[], models: Models): Models[number] | null {
  if (models.length !== 2) return null;
  const ahead = ({ id }: Models[number]) => rows.filter((row) => row.favours === id).length;
  const [most] = models.toSorted((a, b) => ahead(b) - ahead(a) || (a.id < b.id ? -1 : 1));
  return most === undefined || ahead(most) === 0 ? null : most;
}

function labelOf(row: ComparisonRow, common: string | null): string {
  const unit = unitInHeading(row.unit);
  return unit === null || unit === common ? row.label : `${row.label} (${unit})`;
}

function differenceText(
  { difference, favours, cells, lead }: ComparisonRow,
  against: { usual: Models[number]; models: Models } | null = null,
): Text {
  if (difference === "same") return [dim("same")];
  if (difference === null) return "";
  const other = against?.models.find(({ id }) => id === favours && id !== against.usual.id);
  if (against === null || other === undefined) return difference;
  // The heading says in which way it is ahead; a ratio stands alone.
  return [
    span(
      "accent",
      `${distinctName(other, against.models)}: ${(lead === null ? ratioOf(cells) : null) ?? difference}`,
    ),
  ];
}

/** `16.7x`, where the figures of the row were divided. */
function ratioOf(cells: ComparisonRow["cells"]): string | null {
  const values = Object.values(cells).map(({ value }) => value);
  const figures = values.filter((value) => typeof value === "number");
  return figures.length < 2 || figures.length < values.length ? null : timesApart(figures);
}

/** Of two models the one that leads in most rows: the others' leads then stand out as negative figures. */
function leaderOf(rows: readonly ComparisonRow[], models: Models): Models[number] | null {
  const led = rows.flatMap(({ lead }) => lead ?? []);
  if (models.length !== 2 || led.length * 2 < rows.length) return null;
  const leads = ({ id }: Models[number]) => led.filter((lead) => lead.model === id).length;
  return models.toSorted((a, b) => leads(b) - leads(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

function leadText(row: ComparisonRow, leader: string): Text {
  if (row.lead === null) return differenceText(row);
  const isException = row.lead.model !== leader;
  const text = `${isException ? "−" : "+"}${measured(row.lead.by)}${row.lead.certainty === "noise" ? " ~" : ""}`;
  return isException ? [span("accent", text)] : text;
}

function cellText(cell: ComparisonCell | undefined, isFavoured: boolean): Text {
  if (cell === undefined) return "";
  if (cell.status === "missing") return [dim(cell.text)];
  return isFavoured ? [span("good", marked(cell))] : marked(cell);
}

/** The unit most rows share, so that it is said once; null when hardly any do. */
function commonest(units: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 2 ? first[0] : null;
}

/** What tells a name apart from the others': `mini` beside `GPT-4o`, `4o` beside `GPT-4o mini`. */
export function distinctName(model: Models[number], models: Models): string {
  const parts = (name: string) => shortName(name).split(" ");
  const own = parts(headerOf(model));
  const others = models
    .filter((each) => each.id !== model.id)
    .flatMap((each) => parts(headerOf(each)));
  const distinct = own.filter((part) => !others.includes(part));
  return (distinct.length > 0 ? distinct : own).join(" ");
}

/** A snapshot's id is shorter than its name, and says the same. */
export function headerOf({ id, name }: Models[number]): string {
  return name.includes(id) ? id : name;
}
