/** The terminal screen: a calm column of blocks, readable without colour. */
import type { Block } from "./document.ts";
import type { Presentation } from "./presentation.ts";
import type { Style } from "./format.ts";
import { table } from "./terminal/grid.ts";
import { MARGIN, type Page, pageOf } from "./terminal/page.ts";
import { alert, heading, headline, list, notes, paragraph } from "./terminal/paragraphs.ts";

export function render({ document }: Presentation, style: Style): string {
  const page = pageOf(style);
  const { blocks } = document();
  return blocks
    .map((block, index) => {
      const lines = linesOf(block, page).map((line) => `${MARGIN}${line}`.trimEnd());
      return `${spaceBefore(block, blocks[index - 1])}${lines.join("\n")}\n`;
    })
    .join("");
}

/** A blank line, but for what belongs together: a heading and its text, one alert and the next. */
function spaceBefore(block: Block, previous: Block | undefined): string {
  if (previous === undefined || previous.kind === "heading") return "";
  return previous.kind === "alert" && block.kind === "alert" ? "" : "\n";
}

function linesOf(block: Block, page: Page): string[] {
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
