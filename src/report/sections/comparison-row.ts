/** One trait of the models: its values, how they differ, and what is said about it. */
import type { Comparison, ComparisonCell, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { Attributes, Make, PageElement } from "../dom.ts";

export function comparisonRowOf(
  make: Make,
  row: ComparisonRow,
  { models }: Pick<Comparison, "models">,
): PageElement {
  const unit = row.unit === null ? null : make("span", { class: "unit" }, row.unit);
  return make(
    "tr",
    { role: "row", id: rowId(row.trait) },
    make("th", { scope: "row", role: "rowheader" }, row.label, unit),
    ...models.map(({ id, name }) => cellOf(make, row.cells[id], cellAttributes(row, id, name))),
    make(
      "td",
      { role: "cell", class: "difference", "data-head": "Difference" },
      row.difference ?? "",
    ),
  );
}

/** What is often said of a trait, and what a reader must know beside its cells: across the table, under its row. */
export function remarksOf(
  make: Make,
  { article, notes }: ComparisonRow,
  { models }: Pick<Comparison, "models">,
): PageElement[] {
  const remarks = [
    ...(article === undefined
      ? []
      : [
          make(
            "p",
            {},
            make("strong", {}, "Often said: "),
            `${article.claim} `,
            make("strong", {}, "Evidence: "),
            article.evidence,
          ),
        ]),
    ...notes.map((note) => make("p", {}, note)),
  ];
  if (remarks.length === 0) return [];
  const cell = make(
    "td",
    { role: "cell", colspan: models.length + 2, "aria-colspan": models.length + 2 },
    ...remarks,
  );
  return [make("tr", { role: "row", class: "remarks" }, cell)];
}

/** The id of a row's element. */
export function rowId(trait: string): string {
  return `trait-${trait.replaceAll(".", "-")}`;
}

function cellAttributes({ favours }: ComparisonRow, id: string, name: string): Attributes {
  return { role: "cell", "data-head": name, class: favours === id ? "favoured" : null };
}

const STATUS_WORDS = { fresh: null, stale: "stale", missing: null, disputed: "disputed" } as const;

function cellOf(make: Make, cell: ComparisonCell | undefined, attributes: Attributes): PageElement {
  if (cell === undefined) return make("td", attributes, "–");
  const words = [STATUS_WORDS[cell.status], cell.fromSibling ? "other snapshot" : null];
  const badges = words
    .filter((word) => word !== null)
    .map((word) => make("span", { class: "badge" }, word));
  const text = cell.status === "missing" ? make("span", { class: "dim" }, cell.text) : cell.text;
  return make("td", attributes, text, ...badges.flatMap((badge) => [" ", badge]));
}
