/** The columns of a comparison, a cell a model and who is ahead: as the table of a group of traits, and as a CSV. */
import { type GridColumn, type NamedColumns, tableOfNamed } from "../../../format/columns.ts";
import { type Block, dim, span, type Text } from "../../../format/document.ts";
import { measured, timesApart } from "../../../words/figures.ts";
import { shortName } from "../../../words/sentences.ts";
import { unitInHeading } from "../../../words/units.ts";
import type { Comparison, ComparisonCell, ComparisonRow } from "../schema.ts";
import { type TestFields, UNGROUPED } from "./tests.ts";

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
type Column = GridColumn<ComparisonRow>;

const INDENT = "\u00A0\u00A0";

/** The rows of one table or, without fields of tests, of a CSV: a value and a status for each model, unrounded. */
export function columnsOf(
  rows: readonly ComparisonRow[],
  models: Models,
  { of }: TestFields = UNGROUPED,
): NamedColumns<ComparisonRow> {
  const unit = commonUnit(rows);
  const ofEach = (suffix: string, column: (model: Models[number]) => Column) =>
    models.map((model) => [`${model.id}${suffix}`, column(model)] as const);
  return [
    ["trait", { value: ({ trait }) => trait }],
    ["group", { value: ({ group }) => group }],
    [
      "label",
      {
        value: ({ label }) => label,
        header: "trait",
        text: (row) => `${of.has(row.trait) ? INDENT : ""}${labelOf(row, unit)}`,
      },
    ],
    ["unit", { value: (row) => row.unit }],
    ...ofEach("", (model) => ({
      value: ({ cells }) => plain(cells[model.id]),
      header: headerOf(model),
      text: ({ cells, favours }) => cellText(cells[model.id], favours === model.id),
    })),
    ...ofEach("_status", ({ id }) => ({ value: ({ cells }) => cells[id]?.status ?? null })),
    ["difference", { value: ({ difference }) => difference, ...differenceColumn(rows, models) }],
    ["favours", { value: ({ favours }) => favours }],
    ["often_said", { value: ({ article }) => article?.claim ?? null }],
    ["verdict", { value: ({ article }) => article?.verdict ?? null }],
  ];
}

export function traitTable(
  rows: readonly ComparisonRow[],
  models: Models,
  fields: TestFields,
): Block[] {
  if (rows.length === 0) return [];
  const unit = commonUnit(rows);
  const table = tableOfNamed(columnsOf(rows, models, fields), rows);
  const fieldAt = (place: number) => fields.of.get(rows[place]?.trait ?? "");
  return [
    {
      ...table,
      ...(unit === null ? {} : { caption: `In ${unit} unless marked` }),
      rows: table.rows.flatMap((cells, place) => {
        const field = fieldAt(place);
        const isFirst = field !== undefined && field !== fieldAt(place - 1);
        return isFirst ? [[[dim(field)], ...cells.slice(1).map(() => "")], cells] : [cells];
      }),
    },
  ];
}

function plain(cell: ComparisonCell | undefined): string | number | boolean | null {
  const value = cell?.value ?? null;
  return Array.isArray(value) ? value.join("; ") : value;
}

/** How a table heads and tells the difference; nothing of one model. */
function differenceColumn(rows: readonly ComparisonRow[], models: Models): Omit<Column, "value"> {
  if (models.length === 1) return {};
  const leader = leaderOf(rows, models);
  if (leader !== null) {
    const text = (row: ComparisonRow) => leadText(row, leader.id);
    return { header: `${headerOf(leader)} +`, align: "right", text };
  }
  const usual = usuallyAhead(rows, models);
  return {
    header: usual === null ? "difference" : `${distinctName(usual, models)} is`,
    text: (row) => differenceText(row, usual === null ? null : { usual, models }),
  };
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
function commonUnit(rows: readonly ComparisonRow[]): string | null {
  const counts = new Map<string, number>();
  for (const unit of rows.map((row) => unitInHeading(row.unit))) {
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
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
