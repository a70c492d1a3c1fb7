/** How wide each column of a table is set: as wide as its content or, when that does not fit, wrapped. */
import type { Column, Text } from "../document.ts";
import { longestWord, textWidth } from "../text/wrap.ts";

/** Wrapped columns stay at least this wide: narrower ones read as a ladder of single words. */
const NARROWEST_WRAPPED = 16;
/** Wider cells are wrapped even where there is room: prose that wide is hard to follow. */
const WIDEST = 72;

/** Content widths, one a column, or null when even wrapped columns need more than there is. Figures never wrap. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  available: number,
): number[] | null {
  const bounds = columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    const natural = Math.max(...[column.header, ...cells].map(textWidth));
    const least =
      column.align === "right"
        ? Math.max(longestWord(column.header), ...cells.map(textWidth))
        : Math.max(
            ...[column.header, ...cells].map(longestWord),
            Math.min(natural, NARROWEST_WRAPPED),
          );
    return { natural, least };
  });
  for (let widest = Math.min(WIDEST, available); widest >= 0; widest -= 1) {
    const widths = bounds.map(({ natural, least }) => Math.min(natural, Math.max(least, widest)));
    if (sum(widths) <= available) return widths;
  }
  return null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
