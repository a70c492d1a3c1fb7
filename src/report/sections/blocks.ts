/** Blocks of the neutral document as elements: paragraphs, notes, lists and tables in the words of the terminal. */
import { type Block, plainText, type Text } from "../../format/document.ts";
import type { Make, PageElement } from "../dom.ts";
import { tableOf, textNodes } from "./table.ts";

/** @param heading the level of its headings: `h3` */
export function blockElements(
  make: Make,
  blocks: readonly Block[],
  heading: "h3" | "h4",
): PageElement[] {
  return blocks.map((block) => blockElement(make, block, heading));
}

function blockElement(make: Make, block: Block, heading: string): PageElement {
  switch (block.kind) {
    case "headline": {
      const right = block.right === undefined ? "" : `: ${plainText(block.right)}`;
      return make(
        "p",
        {},
        make("strong", {}, plainText(block.left).replaceAll(/ {2,}/g, " ")),
        right,
      );
    }
    case "alert":
      return make("p", {}, ...textNodes(make, block.text));
    case "heading":
      return make(heading, {}, block.text);
    case "paragraph":
      return make("p", {}, ...textNodes(make, block.text));
    case "list":
      return make(
        "ul",
        { class: "points" },
        ...block.items.map((item) => make("li", {}, ...textNodes(make, item))),
      );
    case "notes":
      return make(
        "dl",
        { class: "notes" },
        ...block.rows.map(({ label, text }) =>
          make("div", {}, make("dt", {}, label), make("dd", {}, ...textNodes(make, tight(text)))),
        ),
      );
    case "table":
      return tableOf(make, block);
  }
}

/** Runs of spaces line figures up on a terminal; here they would only be collapsed. */
function tight(text: Text): Text {
  const closed = (part: string) => part.replaceAll(/ {2,}/g, "\u2003");
  if (typeof text === "string") return closed(text);
  return text.map((part) =>
    typeof part === "string" ? closed(part) : { ...part, text: closed(part.text) },
  );
}
