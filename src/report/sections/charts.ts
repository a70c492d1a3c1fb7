/** The charts, each in a card with its finding as the title, its drawing, and the same in words and figures. */
import { CARDS_BELOW, cardElement } from "../cards/index.ts";
import { type Chart, type ChartWords, CHARTS } from "../charts/index.ts";
import type { PageElement } from "../dom.ts";
import { keptWhole } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import { tableOf } from "./blocks.ts";

/** Where nothing can be measured: two charts stand side by side, and one fills a phone. */
export const DRAWN_WIDTH = 360;

export function chartsParts(pen: Pen, view: View, width: number): PageElement[] {
  const drawn = CHARTS.map((chart) => chartElement(pen, view, chart, width));
  const below = CARDS_BELOW.map((card) => cardElement(pen, view, card));
  return [...below, ...drawn].filter((part) => part !== null);
}

function chartElement(pen: Pen, view: View, chart: Chart, width: number): PageElement | null {
  const words = chart.words(view);
  if (words === null) return null;
  const { make } = pen;
  const id = `chart-${chart.id}`;
  return make(
    "figure",
    { class: "card", id, "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-says` },
    make(
      "figcaption",
      {},
      make("h2", { id: `${id}-title` }, ...keptWhole(make, words.title)),
      words.note === undefined ? null : make("p", { class: "note" }, words.note),
    ),
    make("div", { class: "drawing" }, chart.draw(pen, view, width)),
    figuresOf(pen, id, words),
  );
}

function figuresOf({ make }: Pen, id: string, words: ChartWords): PageElement {
  return make(
    "details",
    {},
    make(
      "summary",
      { "aria-label": `In words and figures: ${words.title}` },
      "In words and figures",
    ),
    make("p", { id: `${id}-says` }, words.says),
    tableOf(make, {
      caption: words.title,
      columns: words.columns.map((header, place) => ({
        header,
        align: place === 0 ? "left" : "right",
      })),
      rows: words.rows,
    }),
  );
}
