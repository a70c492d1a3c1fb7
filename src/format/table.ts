/** The terminal screen: a calm column of blocks, readable without colour, cut to the lines there are. */
import type { Block, Brief, Document, Note, ScreenFit, Text } from "./document.ts";
import type { Presentation, Style } from "./presentation.ts";
import { table } from "./terminal/grid.ts";
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
  let shown = blocks;
  for (let leftOut = 0; ; leftOut += 1) {
    const set = (last?: ScreenFit["last"]) =>
      linesOf([...shown, ...lastBlock(shown, last?.(leftOut))], linesOfBlock);
    const lines = set(screen?.last);
    if (lines.length <= most) return lines;
    const inBrief = set(screen?.lastInBrief ?? screen?.last);
    const fewer = inBrief.length <= most ? null : withoutOneSpare(shown);
    if (fewer === null) return inBrief;
    shown = fewer;
  }
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

/** Without the one that goes first; null where nothing can go. */
export function withoutOneSpare(blocks: readonly Block[]): Block[] | null {
  const first = Math.min(...blocks.flatMap(numbersOf));
  if (first === Infinity) return null;
  const place = blocks.findLastIndex((block) => numbersOf(block).includes(first));
  const block = blocks[place];
  if (block === undefined) return null;
  return [...blocks.slice(0, place), ...withoutPart(block, first), ...blocks.slice(place + 1)];
}

function withoutPart(block: Block, first: number): Block[] {
  if (block.spare === first) return [];
  if (block.kind === "table") return [{ ...block, rows: block.rows.slice(0, -1) }];
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
