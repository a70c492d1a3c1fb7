/** The terminal screen: a calm column of blocks, readable without colour, cut to the lines there are. */
import type { Block, Brief, Document, Note, ScreenFit, Text } from "./document.ts";
import type { Presentation, Style } from "./presentation.ts";
import { continues, sum, table } from "./terminal/grid.ts";
import {
  MARGIN,
  type Page,
  pageOf,
  alert,
  heading,
  headline,
  list,
  notes,
  paragraph,
} from "./terminal/paragraphs.ts";

export function render({ document }: Presentation, style: Style): string {
  const page = pageOf(style);
  return fitted(document(), page)
    .map((line) => `${line}\n`)
    .join("");
}

/** As many lines as the screen has, while there is anything to spare; how much was left out is said last. */
function fitted({ blocks, screen }: Document, page: Page): string[] {
  const most = (screen?.fillsTerminal === true ? page.lines : null) ?? screen?.lines ?? Infinity;
  const known = new Map<Block, string[]>(); // the next try leaves out one part, and keeps the others
  const linesOfBlock = (block: Block) => {
    const lines =
      known.get(block) ?? blockLines(block, page).map((line) => `${MARGIN}${line}`.trimEnd());
    known.set(block, lines);
    return lines;
  };
  let [shown, leftOut] = [blocks, 0];
  for (;;) {
    const set = (last?: ScreenFit["last"]) =>
      linesOf([...shown, ...lastBlock(shown, last?.(leftOut))], linesOfBlock);
    const inBrief = () => set(screen?.lastInBrief ?? screen?.last);
    const excess = sum(shown.map(leastLines)) - most;
    if (excess <= 0) {
      const lines = set(screen?.last);
      const fitting = lines.length <= most ? lines : inBrief();
      if (fitting.length <= most) return fitting;
    }
    const fewer = withoutSpare(shown, excess);
    if (fewer === null) return inBrief();
    [shown, leftOut] = [fewer.blocks, leftOut + fewer.leftOut];
  }
}

/** However wide the screen: what cannot fit need not be set. */
function leastLines(block: Block): number {
  if (block.kind === "table") return block.rows.filter((row) => !continues(row)).length;
  if (block.kind === "notes") return block.rows.length;
  return block.kind === "list" ? block.items.length : 1;
}

/** The way on, below a footnote or after a blank line. */
function lastBlock(shown: readonly Block[], text: Text | undefined): Block[] {
  if (text === undefined) return [];
  const isBelowNote = shown.at(-1)?.isFootnote === true;
  return [{ kind: "paragraph", text, ...(isBelowNote ? { tight: true } : {}) }];
}

function linesOf(
  blocks: readonly Block[],
  linesOfBlock: (block: Block) => readonly string[],
): string[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOfBlock(block);
    return isApart(block, blocks[index - 1]) ? ["", ...lines] : lines;
  });
}

/** A blank line, but for what belongs together: a heading and its text, one alert and the next. */
function isApart(block: Block, previous: Block | undefined): boolean {
  if (previous === undefined || previous.kind === "heading" || block.tight === true) return false;
  return previous.kind !== "alert" || block.kind !== "alert";
}

function blockLines(block: Block, page: Page): string[] {
  switch (block.kind) {
    case "headline":
      return block.oneLine === true
        ? paragraph(block.left, { ...page, textColumns: Infinity })
        : headline(block.left, block.right ?? "", page);
    case "alert":
      return alert(block.text, page);
    case "heading":
      return heading(block.text, page);
    case "paragraph":
      return paragraph(block.text, page);
    case "list":
      return list(block.items, page);
    case "notes":
      return notes(block.rows, page);
    case "table":
      return table(block, page);
  }
}

/**
 * Without the one that goes first; null where nothing can go.
 * @param excess lines too many, however the blocks are set: whole blocks and rows go together until there are none
 */
function withoutSpare(
  blocks: readonly Block[],
  excess: number,
): { blocks: Block[]; leftOut: number } | null {
  const first = Math.min(...blocks.flatMap(numbersOf));
  if (first === Infinity) return null;
  const kept: Block[] = [];
  let [tooMany, leftOut] = [excess, 0];
  for (const block of blocks.toReversed()) {
    if ((leftOut > 0 && tooMany <= 0) || !numbersOf(block).includes(first)) {
      kept.push(block);
    } else if (block.spare === first) {
      tooMany -= leastLines(block);
      leftOut += 1;
    } else {
      const most = block.kind === "table" ? block.rows.length - 1 : 1;
      const parts = Math.min(most, Math.max(1, tooMany));
      kept.push(...withoutParts(block, first, parts).toReversed());
      leftOut += parts;
      tooMany = 0;
    }
  }
  return { blocks: kept.toReversed(), leftOut };
}

function withoutParts(block: Block, first: number, parts: number): Block[] {
  if (block.kind === "table") return [{ ...block, rows: block.rows.slice(0, -parts) }];
  if ("brief" in block && block.brief?.spare === first) return [shortened(block, block.brief)];
  if (block.kind !== "notes") return [];
  const rows = withoutOneNote(block.rows, first);
  return rows.length === 0 ? [] : [{ ...block, rows }];
}

/** Not a second time. */
function shortened(block: Extract<Block, { brief?: Brief }>, { text }: Brief): Block {
  const { brief: _brief, ...rest } = block;
  return rest.kind === "headline" ? { ...rest, right: text } : { ...rest, text };
}

function numbersOf(block: Block): number[] {
  const parts = block.kind === "notes" ? block.rows.flatMap(partsOf) : [];
  const isLong = block.kind === "table" && block.rows.length > 1;
  const ofRows = isLong ? [{ spare: block.spareRows }] : [];
  const rest = "brief" in block && block.brief !== undefined ? [block.brief] : [];
  return [block, ...parts, ...ofRows, ...rest].flatMap(({ spare }) => spare ?? []);
}

function partsOf(note: Note): { spare?: number }[] {
  return [note, ...(note.lines ?? []), ...(note.brief === undefined ? [] : [note.brief])];
}

function withoutOneNote(rows: readonly Note[], first: number): Note[] {
  const place = rows.findLastIndex((note) => partsOf(note).some(({ spare }) => spare === first));
  return rows.flatMap((note, index) => {
    if (index !== place) return [note];
    const { lines = [], brief, ...rest } = note;
    if (brief?.spare === first) return [{ ...rest, text: brief.text }];
    const line = lines.findLastIndex(({ spare }) => spare === first);
    return note.spare === first ? [] : [{ ...note, lines: lines.filter((_, at) => at !== line) }];
  });
}
