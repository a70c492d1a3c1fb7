/** A section of the comparison: one group of traits as a table, prose as notes, the article beside the evidence. */
import { type Block, linked, type Span, strong, type Text } from "../../../format/document.ts";
import { asStated } from "../../../words/figures.ts";
import type { Comparison, ComparisonRow, ComparedClaim } from "../schema.ts";
import { orderedTests, type TestFields, withRunsTogether } from "./tests.ts";
import { headerOf, marked, traitTable } from "./trait-table.ts";

/** Longer cells are prose: a table would set them as ladders of words. */
const LONGEST_CELL = 20;

export function section(
  title: string,
  all: readonly ComparisonRow[],
  comparison: Comparison,
  fields: TestFields,
): Block[] {
  const { models, evidence } = comparison;
  const { rows, leftOut } = orderedTests(withRunsTogether(all, fields), fields);
  const isProse = (row: ComparisonRow) =>
    Object.values(row.cells).some((cell) => marked(cell).length > LONGEST_CELL);
  const [told, tabled] = [rows.filter(isProse), rows.filter((row) => !isProse(row))];
  const remarks = [...new Set(rows.flatMap((row) => row.notes))];
  return [
    { kind: "heading", text: title },
    ...traitTable(tabled, models, fields),
    ...(leftOut === 0
      ? []
      : [{ kind: "paragraph", text: `${leftOut} more: compare --traits all` } as const]),
    ...tabled.flatMap(belief),
    ...told.flatMap((row) => [...prose(row, models, title), ...belief(row)]),
    ...(remarks.length === 0 ? [] : [{ kind: "list", items: remarks } as const]),
    ...(evidence === "all" ? claimsList(rows, comparison) : []),
  ];
}

/** Said once when it is the same for all. */
function prose(row: ComparisonRow, models: Comparison["models"], title: string): Block[] {
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
