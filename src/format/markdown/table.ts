/** A table in GitHub's Markdown, its columns lined up in the source where they are narrow enough. */
import type { Column, Text } from "../document.ts";
import { displayWidth } from "../text/width.ts";
import { inline } from "./inline.ts";

/** Wider columns are not padded: the source would be mostly spaces. */
const WIDEST_PADDED = 40;
/** What GitHub takes for a rule. */
const NARROWEST_RULE = 3;

export function table(columns: readonly Column[], rows: readonly (readonly Text[])[]): string {
  const header = columns.map((column) => inline(column.header));
  const body = rows.map((row) => columns.map((_, index) => inline(row[index] ?? "")));
  const widths = columns.map((_, index) => {
    const widest = Math.max(...[header, ...body].map((row) => displayWidth(row[index] ?? "")));
    return widest > WIDEST_PADDED ? NARROWEST_RULE : Math.max(NARROWEST_RULE, widest);
  });
  const rules = columns.map(({ align }, index) => {
    const width = widths[index] ?? NARROWEST_RULE;
    return align === "right" ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
  const padded = (row: readonly string[]) =>
    row.map((cell, index) => {
      const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
      return columns[index]?.align === "right" ? padding + cell : cell + padding;
    });
  return [padded(header), rules, ...body.map(padded)]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
