/** The marks beside a cell, and what they mean; never colour alone. */
import type { ComparisonCell } from "../schema.ts";

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
