/** One trait of the models: its values, how they differ, and what is said about it. */
import type { Comparison, ComparisonCell, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { Attributes, PageElement } from "../dom.ts";
import { doorOf } from "../door.ts";
import { plainName } from "../names.ts";
import type { Pen } from "../pen.ts";

/** The models differ, and one of them is the better for it. */
export function differs({ difference, favours }: ComparisonRow): boolean {
  return difference !== null && favours !== null;
}

export function comparisonRowOf(
  pen: Pen,
  row: ComparisonRow,
  { models }: Pick<Comparison, "models">,
): PageElement {
  const { make } = pen;
  const unit = row.unit === null ? null : make("span", { class: "unit" }, row.unit);
  return make(
    "tr",
    { id: rowId(row.trait), class: differs(row) ? null : "same" },
    make("th", { scope: "row" }, row.label, unit),
    ...models.map(({ id, name }) => cellOf(pen, row, id, name)),
    make("td", { class: "difference" }, row.difference ?? ""),
  );
}

/** What is often said of a trait, and what a reader must know beside its cells: across the table, under its row. */
export function remarksOf(
  { make }: Pen,
  { article, notes }: ComparisonRow,
  { models }: Pick<Comparison, "models">,
): PageElement[] {
  const said =
    article === undefined
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
        ];
  const remarks = [...said, ...notes.map((note) => make("p", {}, note))];
  if (remarks.length === 0) return [];
  return [make("tr", { class: "remarks" }, make("td", { colspan: models.length + 2 }, ...remarks))];
}

/** The id of a row's element. */
export function rowId(trait: string): string {
  return `trait-${trait.replaceAll(".", "-")}`;
}

const STATUS_WORDS = { fresh: null, stale: "stale", missing: null, disputed: "disputed" } as const;

function cellOf(pen: Pen, row: ComparisonRow, id: string, name: string): PageElement {
  const { make, isLive } = pen;
  const cell = row.cells[id];
  const attributes: Attributes = { class: row.favours === id ? "favoured" : null };
  if (cell === undefined) return make("td", attributes, "–");
  const words = [STATUS_WORDS[cell.status], cell.fromSibling ? "other snapshot" : null];
  const badges = words
    .filter((word) => word !== null)
    .map((word) => make("span", { class: "badge" }, word));
  return make("td", attributes, valueOf(), ...badges.flatMap((badge) => [" ", badge]));

  function valueOf() {
    const shown = textOf(cell);
    if (cell?.status === "missing") return make("span", { class: "dim" }, shown);
    if (!isLive || (cell?.evidence.length ?? 0) === 0) return shown;
    const label = `${row.label} of ${plainName(name)}: ${shown}. Who says so`;
    return doorOf(pen, "claims", `${row.trait}:${id}`, label, shown);
  }
}

function textOf(cell: ComparisonCell | undefined): string {
  return cell?.text ?? "";
}
