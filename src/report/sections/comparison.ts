/** Every trait of the models side by side, group by group, with the claims behind each value on demand. */
import type { Comparison, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { Make, PageElement } from "../dom.ts";
import { modelClass } from "../palette.ts";
import type { CatalogData } from "../../schema/catalog.ts";
import { claimsOf } from "./claims.ts";
import { comparisonRowOf, remarksOf } from "./comparison-row.ts";

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
    make(
      "th",
      { scope: "col", role: "columnheader", class: modelClass(catalog, model.id) },
      model.name,
    ),
  );
  const first = leadOf(rows, comparison);
  const said = new Set<string>();
  const saidOnce = (row: ComparisonRow): ComparisonRow => {
    const notes = row.notes.filter((note) => !said.has(note));
    for (const note of notes) said.add(note);
    return { ...row, notes };
  };
  return make(
    "details",
    { class: "group" },
    make(
      "summary",
      {},
      make("h3", { id: `group-${id}` }, title),
      first === null ? null : make("span", { class: "dim" }, first),
    ),
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
        ...rows.flatMap((row) => [
          comparisonRowOf(make, row, comparison),
          ...remarksOf(make, saidOnce(row), comparison),
        ]),
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

/** The first difference that speaks for a model, in a few words: what the closed group says of itself. */
function leadOf(rows: readonly ComparisonRow[], { models }: Comparison): string | null {
  const row = rows.find(({ difference, favours }) => difference !== null && favours !== null);
  const name = models.find(({ id }) => id === row?.favours)?.name ?? "";
  const difference = row?.difference ?? "";
  if (difference === "") return null;
  return difference.startsWith(name) ? difference : `${name}: ${difference}`;
}
