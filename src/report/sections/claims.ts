/** The claims behind compared values, written out: what each says, of which day, and who says it. */
import type { Comparison, ComparisonRow } from "../../answers/comparison/schema.ts";
import type { Make, PageElement } from "../dom.ts";
import { sourceLink } from "./sources.ts";
import { tableOf } from "./table.ts";

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
