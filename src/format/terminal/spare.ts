/** What can be spared where the screen is full: blocks, notes and lines of notes that carry a number. */
import type { Block, Note } from "../document.ts";

/** Without the one that goes first; null where nothing can go. */
export function withoutOneSpare(blocks: readonly Block[]): Block[] | null {
  const first = Math.min(...blocks.flatMap(numbersOf));
  if (first === Infinity) return null;
  const place = blocks.findLastIndex((block) => numbersOf(block).includes(first));
  const block = blocks[place];
  if (block === undefined) return null;
  const rows =
    block.spare === first || block.kind !== "notes" ? [] : withoutOneNote(block.rows, first);
  const rest = block.kind === "notes" && rows.length > 0 ? [{ ...block, rows }] : [];
  return [...blocks.slice(0, place), ...rest, ...blocks.slice(place + 1)];
}

function numbersOf(block: Block): number[] {
  return [block, ...(block.kind === "notes" ? block.rows.flatMap(partsOf) : [])].flatMap(
    ({ spare }) => spare ?? [],
  );
}

function partsOf(note: Note): { spare?: number }[] {
  return [note, ...(note.lines ?? [])];
}

function withoutOneNote(rows: readonly Note[], first: number): Note[] {
  const place = rows.findLastIndex((note) => partsOf(note).some(({ spare }) => spare === first));
  return rows.flatMap((note, index) => {
    if (index !== place) return [note];
    const { lines = [] } = note;
    const line = lines.findLastIndex(({ spare }) => spare === first);
    return note.spare === first ? [] : [{ ...note, lines: lines.filter((_, at) => at !== line) }];
  });
}
