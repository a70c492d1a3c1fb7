/** Blocks of the neutral document as elements: paragraphs, notes, lists, tables of texts, running text with its tones. */
import { type Block, plainText, type Text } from "../../format/document.ts";
import type { Make, PageElement, Child } from "../dom.ts";

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

// A plain table of texts, and running text with its tones.

export interface TableText {
  caption?: string;
  columns: readonly { header: string; align?: "left" | "right" }[];
  rows: readonly (readonly Text[])[];
  /** Makes more of a plain text than the text, by its column's header. */
  cell?: (text: string, header: string) => Child;
}

/** In a frame that scrolls sideways, by keyboard too, so that a wide table never widens the page. */
export function tableOf(make: Make, { caption, columns, rows, cell }: TableText): PageElement {
  const heads = columns.map(({ header, align }) =>
    make("th", { scope: "col", class: align === "right" ? "number" : null }, header),
  );
  const body = rows.map((cells) =>
    make(
      "tr",
      {},
      ...cells.map((text, place) => {
        const children =
          cell !== undefined && typeof text === "string"
            ? [cell(text, columns[place]?.header ?? "")]
            : textNodes(make, text);
        if (place === 0) return make("th", { scope: "row" }, ...children);
        return make(
          "td",
          {
            class: columns[place]?.align === "right" ? "number" : null,
            // For where the columns stand one under the other.
            "data-label": columns[place]?.header,
          },
          ...children,
        );
      }),
    ),
  );
  const table = make(
    "table",
    {},
    caption === undefined ? null : make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...body),
  );
  const label = caption ?? columns.map(({ header }) => header).join(", ");
  return make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, table);
}

/** Running text of the neutral document as elements, each tone a class. */
export function textNodes(make: Make, text: Text): Child[] {
  if (typeof text === "string") return [text];
  return text.map((part) => {
    if (typeof part === "string") return part;
    return make(part.tone === "strong" ? "strong" : "span", { class: part.tone }, part.text);
  });
}
