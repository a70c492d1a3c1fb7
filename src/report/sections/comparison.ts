/** Every trait of the models side by side in one table, filtered by what a reader is after. */
import type { Comparison, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { PageElement } from "../dom.ts";
import { nameElement } from "../names.ts";
import type { Pen } from "../pen.ts";
import { comparisonRowOf, differs, remarksOf } from "./comparison-row.ts";
import { claimsOf } from "./sources.ts";

/** Which rows are shown. */
export const FILTERS = {
  differences: {
    label: "Differences",
    shows: differs,
  },
  all: { label: "All", shows: () => true },
  disputed: {
    label: "Disputed",
    shows: ({ cells }: ComparisonRow) =>
      Object.values(cells).some(({ status }) => status === "disputed"),
  },
  said: { label: "Often said", shows: ({ article }: ComparisonRow) => article !== undefined },
} as const;
export type Filter = keyof typeof FILTERS;
export const FILTER_IDS = Object.keys(FILTERS) as Filter[];

export function comparisonSection(pen: Pen, comparison: Comparison): PageElement {
  const { make, isLive } = pen;
  return make(
    "section",
    { id: "comparison", "aria-labelledby": "comparison-title" },
    make("h2", { id: "comparison-title" }, "Side by side"),
    make("p", { class: "note" }, comparison.summary),
    isLive ? toolbar(pen, comparison) : null,
    make(
      "div",
      {
        id: "comparison-table",
        class: "wide",
        tabindex: 0,
        role: "region",
        "aria-label": "Side by side",
      },
      isLive ? null : comparisonTable(pen, comparison, comparison.rows),
    ),
    isLive
      ? null
      : make(
          "details",
          { class: "claims" },
          make("summary", {}, "Who says so, value by value"),
          claimsOf(make, comparison.rows, comparison),
        ),
  );
}

function toolbar({ make }: Pen, { rows }: Comparison): PageElement {
  return make(
    "div",
    { class: "toolbar" },
    make(
      "div",
      { class: "chips", role: "radiogroup", "aria-label": "Which traits" },
      ...FILTER_IDS.map((id) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "filter",
            value: id,
            checked: id === "differences",
          }),
          make(
            "span",
            {},
            `${FILTERS[id].label} `,
            make("small", {}, String(rows.filter(FILTERS[id].shows).length)),
          ),
        ),
      ),
    ),
    make("input", {
      type: "search",
      id: "comparison-search",
      placeholder: "search",
      "aria-label": "Search the traits",
    }),
  );
}

/** The rows under the titles of their groups; a note is said once. */
export function comparisonTable(
  pen: Pen,
  comparison: Comparison,
  rows: readonly ComparisonRow[],
): PageElement {
  const { make, palette } = pen;
  const { models, groups } = comparison;
  const said = new Set<string>();
  const saidOnce = (row: ComparisonRow): ComparisonRow => {
    const notes = row.notes.filter((note) => !said.has(note));
    for (const note of notes) said.add(note);
    return { ...row, notes };
  };
  const bodies = groups.flatMap(({ id, title }) => {
    const own = rows.filter(({ group }) => group === id);
    if (own.length === 0) return [];
    return [
      make(
        "tbody",
        {},
        make(
          "tr",
          { class: "group" },
          make("th", { colspan: models.length + 2, scope: "rowgroup" }, title),
        ),
        ...own.flatMap((row) => [
          comparisonRowOf(pen, row, comparison),
          ...remarksOf(pen, saidOnce(row), comparison),
        ]),
      ),
    ];
  });
  return make(
    "table",
    { class: "side-by-side" },
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, "Trait"),
        ...models.map(({ id, name }) =>
          make(
            "th",
            { scope: "col", class: `hued ${palette.classOf(id)}` },
            nameElement(make, name),
          ),
        ),
        make("th", { scope: "col" }, "Difference"),
      ),
    ),
    ...bodies,
  );
}
