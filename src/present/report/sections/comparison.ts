/** Every trait of the models side by side, group by group, with the claims behind each value on demand. */
import type { Comparison, ComparisonCell, ComparisonRow } from "../../../schema/comparison.ts";
import type { Attributes, Make, PageElement } from "../dom.ts";
import { modelClass } from "../palette.ts";
import type { CatalogData } from "../../../schema/catalog.ts";
import { sourceLink } from "./sources.ts";
import { tableOf } from "./table.ts";

type Models = Pick<CatalogData, "models">;

/** @param withClaims whether the claims are written out at once, where no script can do it on demand */
export function comparisonSection(
  make: Make,
  comparison: Comparison,
  catalog: Models,
  withClaims: boolean,
): PageElement {
  return make(
    "section",
    { id: "comparison", "aria-labelledby": "comparison-title" },
    make("h2", { id: "comparison-title" }, "Side by side"),
    make("p", { class: "lead" }, comparison.summary),
    ...comparison.groups.map(({ id, title }) =>
      groupOf(make, comparison, catalog, { id, title, withClaims }),
    ),
  );
}

interface Group {
  id: string;
  title: string;
  withClaims: boolean;
}

function groupOf(
  make: Make,
  comparison: Comparison,
  catalog: Models,
  { id, title, withClaims }: Group,
): PageElement {
  const rows = comparison.rows.filter((row) => row.group === id);
  const heads = comparison.models.map((model) =>
    make("th", { scope: "col", role: "columnheader", class: modelClass(catalog, model.id) }, model.name),
  );
  return make(
    "section",
    { class: "card group", "aria-labelledby": `group-${id}` },
    make("h3", { id: `group-${id}` }, title),
    make(
      "table",
      { class: "side-by-side", role: "table", "aria-labelledby": `group-${id}` },
      make(
        "thead",
        { role: "rowgroup" },
        make(
          "tr",
          { role: "row" },
          make("th", { scope: "col", role: "columnheader" }, "Trait"),
          ...heads,
          make("th", { scope: "col", role: "columnheader" }, "Difference"),
        ),
      ),
      make(
        "tbody",
        { role: "rowgroup" },
        ...rows.map((row) => comparisonRowOf(make, row, comparison)),
      ),
    ),
    make(
      "details",
      { class: "claims", "data-group": id },
      make("summary", {}, `Sources of “${title}”`),
      withClaims ? claimsOf(make, rows, comparison) : make("p", { class: "dim" }, "…"),
    ),
  );
}

export function comparisonRowOf(
  make: Make,
  row: ComparisonRow,
  { models }: Pick<Comparison, "models">,
): PageElement {
  const unit = row.unit === null ? null : make("span", { class: "unit" }, row.unit);
  const remarks = [
    ...(row.article === undefined
      ? []
      : [`Often said: ${row.article.claim} Evidence: ${row.article.evidence}`]),
    ...row.notes,
  ];
  return make(
    "tr",
    { role: "row", id: rowId(row.trait) },
    make(
      "th",
      { scope: "row", role: "rowheader" },
      row.label,
      unit,
      ...remarks.map((remark) => make("span", { class: "remark" }, remark)),
    ),
    ...models.map(({ id, name }) => cellOf(make, row.cells[id], cellAttributes(row, id, name))),
    make("td", { role: "cell", class: "difference", "data-head": "Difference" }, row.difference ?? ""),
  );
}

/** The id of a row's element. */
export function rowId(trait: string): string {
  return `trait-${trait.replaceAll(".", "-")}`;
}

function cellAttributes({ favours }: ComparisonRow, id: string, name: string): Attributes {
  return { role: "cell", "data-head": name, class: favours === id ? "favoured" : null };
}

const STATUS_WORDS = { fresh: null, stale: "stale", missing: null, disputed: "disputed" } as const;

function cellOf(
  make: Make,
  cell: ComparisonCell | undefined,
  attributes: Attributes,
): PageElement {
  if (cell === undefined) return make("td", attributes, "–");
  const words = [STATUS_WORDS[cell.status], cell.fromSibling ? "other snapshot" : null];
  const badges = words
    .filter((word) => word !== null)
    .map((word) => make("span", { class: "badge" }, word));
  const text = cell.status === "missing" ? make("span", { class: "dim" }, cell.text) : cell.text;
  return make("td", attributes, text, ...badges.flatMap((badge) => [" ", badge]));
}

/** Every claim behind the rows: what it says, of which day, and who says it. */
export function claimsOf(
  make: Make,
  rows: readonly ComparisonRow[],
  { models, sources }: Pick<Comparison, "models" | "sources">,
): PageElement {
  const lines = rows.flatMap((row) =>
    models.flatMap(({ id, name }) =>
      (row.cells[id]?.evidence ?? []).map((claim) => [
        row.label,
        name,
        `${shownValue(claim.value)}${claim.chosen ? "" : " (not used)"}`,
        `${claim.undated ? "about " : ""}${claim.observed}`,
        claim.source,
        claim.note ?? "",
      ]),
    ),
  );
  if (lines.length === 0) return make("p", { class: "dim" }, "Worked out here, or stated by nobody.");
  const columns = ["Trait", "Model", "Value", "Seen", "Source", "Note"];
  return tableOf(make, {
    columns: columns.map((header) => ({ header })),
    rows: lines,
    cell: (text, column) => {
      const source = column === "Source" ? sources[text] : undefined;
      return source === undefined ? text : sourceLink(make, source);
    },
  });
}

function shownValue(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
