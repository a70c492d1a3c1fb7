/** A section of the comparison: one group of traits as a table, prose as notes, the article beside the evidence. */
import {
  type Block,
  type Column,
  dim,
  span,
  strong,
  type Text,
  linked,
  type Span,
} from "../../../format/document.ts";
import { measured, timesApart, asStated } from "../../../words/figures.ts";
import { unitInHeading } from "../../../words/units.ts";
import { distinctName, headerOf } from "../../recommendation/names.ts";
import type { Comparison, ComparisonCell, ComparisonRow, ComparedClaim } from "../schema.ts";
import { orderedTests, type TestFields } from "./tests.ts";

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

/** Longer cells are prose: a table would set them as ladders of words. */
const LONGEST_CELL = 20;

export function section(
  title: string,
  all: readonly ComparisonRow[],
  comparison: Comparison,
  fields: TestFields,
): Block[] {
  const { models, evidence } = comparison;
  const { rows, leftOut } = orderedTests(all, fields);
  const isProse = (row: ComparisonRow) =>
    Object.values(row.cells).some((cell) => marked(cell).length > LONGEST_CELL);
  const remarks = [...new Set(rows.flatMap((row) => row.notes))];
  return [
    { kind: "heading", text: title },
    ...table(
      rows.filter((row) => !isProse(row)),
      models,
      fields,
    ),
    ...(leftOut === 0
      ? []
      : [{ kind: "paragraph", text: `${leftOut} more: compare --traits all` } as const]),
    ...rows.filter((row) => !isProse(row)).flatMap(belief),
    ...rows.filter(isProse).flatMap((row) => [...prose(row, models, title), ...belief(row)]),
    ...(remarks.length === 0 ? [] : [{ kind: "list", items: remarks } as const]),
    ...(evidence === "all" ? claimsList(rows, comparison) : []),
  ];
}

function table(rows: readonly ComparisonRow[], models: Models, { of }: TestFields): Block[] {
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

/** Said once when it is the same for all. */
function prose(row: ComparisonRow, models: Models, title: string): Block[] {
  const texts = models.map(({ id }) => row.cells[id]).map((cell) => (cell ? marked(cell) : ""));
  const [first] = texts;
  const same = models.length > 1 && texts.every((text) => text === first);
  const rows = same
    ? [{ label: models.length === 2 ? "both" : "all", text: first ?? "" }]
    : models.map((model, place) => ({ label: headerOf(model), text: texts[place] ?? "" }));
  const difference =
    row.difference === null || row.difference === "same" ? "" : `: ${row.difference}`;
  return [
    ...(row.label === title
      ? []
      : [{ kind: "paragraph", text: [strong(row.label), difference] } as const]),
    { kind: "notes", rows },
  ];
}

const VERDICTS = {
  holds: "holds",
  "holds-in-part": "holds in part",
  unsupported: "no source supports it",
  contradicted: "contradicted",
} as const satisfies Record<NonNullable<ComparisonRow["article"]>["verdict"], string>;

function belief({ article }: ComparisonRow): Block[] {
  if (article === undefined) return [];
  return [
    {
      kind: "notes",
      rows: [
        { label: "often said", text: article.claim },
        { label: "today", text: [strong(VERDICTS[article.verdict]), `. ${article.evidence}`] },
      ],
    },
  ];
}

/** Every claim behind the cells: value, source and day; the one that counts first, the losing ones after it. */
export function claimsList(
  rows: readonly ComparisonRow[],
  { models, sources }: Comparison,
): Block[] {
  const items = rows.flatMap((row) =>
    models.flatMap(({ id, name }): Text[] => {
      const claims = row.cells[id]?.evidence ?? [];
      if (claims.length === 0) return [];
      const told = claims.flatMap((claim, place) => [
        place === 0 ? ": " : "; ",
        ...inWords(claim, claims, sources),
      ]);
      return [[strong(`${row.label}, ${name}`), ...told]];
    }),
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function inWords(
  claim: ComparedClaim,
  all: readonly ComparedClaim[],
  sources: Comparison["sources"],
): (string | Span)[] {
  const day = claim.undated ? `undated, taken as ${claim.observed}` : claim.observed;
  const link = linked(claim.source, sources[claim.source]?.url);
  const says = [`${valueOf(claim)} (`, link, `, ${day})`];
  if (claim.chosen || all.length === 1) return says;
  const chosen = all.find((other) => other.chosen && other.fact === claim.fact);
  return chosen !== undefined && valueOf(chosen) === valueOf(claim)
    ? ["also ", ...says]
    : ["not used: ", ...says];
}

function valueOf({ value }: ComparedClaim): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "number" ? asStated(value) : String(value);
}
