/** The terminal screen: a calm column of blocks, readable without colour. */
import type { Block, Document } from "./document.ts";
import type { Presentation } from "./presentation.ts";
import type { Style } from "./format.ts";
import { table } from "./terminal/grid.ts";
import { MARGIN, type Page, pageOf } from "./terminal/page.ts";
import { alert, heading, headline, list, notes, paragraph } from "./terminal/paragraphs.ts";
import { withoutOneSpare } from "./terminal/spare.ts";

export function render({ document }: Presentation, style: Style): string {
  const page = pageOf(style);
  return fitted(document(), page)
    .map((line) => `${line}\n`)
    .join("");
}

/** As many lines as the screen has, while there is anything to spare; how much was left out is said last. */
function fitted({ blocks, screen }: Document, page: Page): string[] {
  let shown = blocks;
  for (let leftOut = 0; ; leftOut += 1) {
    const lines = linesOf([...shown, ...lastBlock(shown, screen, leftOut)], page);
    const fewer = lines.length > (screen?.lines ?? Infinity) ? withoutOneSpare(shown) : null;
    if (fewer === null) return lines;
    shown = fewer;
  }
}

/** The way on, below a footnote or after a blank line. */
function lastBlock(shown: readonly Block[], screen: Document["screen"], leftOut: number): Block[] {
  if (screen === undefined) return [];
  const text = screen.last(leftOut);
  const isBelowNote = shown.at(-1)?.isFootnote === true;
  return [{ kind: "paragraph", text, ...(isBelowNote ? { tight: true } : {}) }];
}

function linesOf(blocks: readonly Block[], page: Page): string[] {
  return blocks.flatMap((block, index) => {
    const lines = blockLines(block, page).map((line) => `${MARGIN}${line}`.trimEnd());
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
