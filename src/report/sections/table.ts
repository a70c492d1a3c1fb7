/** A plain table of texts, and running text with its tones. */
import type { Text } from "../../format/document.ts";
import type { Child, Make, PageElement } from "../dom.ts";

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
