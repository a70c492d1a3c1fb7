/** Sources of the answer and the claims behind compared values: what each says, of which day, and who says it. */
import type { Comparison, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { RecommendationResult } from "../../answers/recommendation/schema.ts";
import type { Make, PageElement } from "../dom.ts";
import { tableOf } from "./blocks.ts";

export type SourceNote = RecommendationResult["sources"][string];

export function sourcesParts(make: Make, { sources }: RecommendationResult): PageElement[] {
  const entries = Object.values(sources);
  return [
    make("summary", {}, `${entries.length} sources behind this answer`),
    sourceItems(make, entries),
  ];
}

export function sourceItems(make: Make, sources: readonly SourceNote[]): PageElement {
  return make("ul", { class: "sources" }, ...sources.map((source) => sourceItem(make, source)));
}

function sourceItem(make: Make, source: SourceNote): PageElement {
  const facts = [
    source.class,
    source.published === null ? null : `published ${source.published}`,
    `seen ${source.checked}`,
  ];
  return make(
    "li",
    {},
    sourceLink(make, source),
    make("span", { class: "dim" }, ` ${facts.filter((part) => part !== null).join(", ")}`),
    source.note === null ? null : make("span", { class: "remark" }, source.note),
  );
}

/** A title, as a link where it has a web address; any other address stays text. */
export function sourceLink(
  make: Make,
  { title, url }: Pick<SourceNote, "title" | "url">,
): PageElement {
  const isWeb = url !== null && /^https?:\/\//i.test(url);
  return isWeb
    ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title)
    : make("span", {}, title);
}

/** The claims behind compared values, written out: what each says, of which day, and who says it. */
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
  if (lines.length === 0) {
    return make("p", { class: "dim" }, "Worked out here, or stated by nobody.");
  }
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
