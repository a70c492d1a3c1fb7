/** The charts, each in a figure with its text: a sentence instead of the drawing, and the figures behind it. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { type Chart, CHARTS } from "../charts/index.ts";
import type { Make, PageElement } from "../dom.ts";
import { tableOf } from "./table.ts";

/** Widths drawn where nothing can be measured: for a phone, and for everything else. */
const WIDTHS = { narrow: 328, wide: 700 } as const;

/** Parts of a figure that follow the answer. */
export interface FigureParts {
  says: string;
  legend: PageElement[];
  table: PageElement;
}

export function figureParts(make: Make, chart: Chart, answer: Answer): FigureParts {
  const { columns, rows } = chart.figures(answer);
  return {
    says: chart.says(answer),
    legend: chart
      .legend(answer)
      .map(({ label, colour }) =>
        make("li", { class: swatchClass(colour) }, make("span", { "aria-hidden": "true" }), label),
      ),
    table: tableOf(make, {
      caption: chart.title,
      columns: columns.map((header, place) => ({ header, align: place === 0 ? "left" : "right" })),
      rows,
    }),
  };
}

/** @param draw makes the drawing at a width; null leaves room for a script to fill */
export function chartsSection(
  make: Make,
  answer: Answer,
  draw: ((chart: Chart, width: number) => PageElement | null) | null,
): PageElement {
  return make(
    "section",
    { id: "charts", "aria-labelledby": "charts-title" },
    make("h2", { id: "charts-title" }, "In pictures"),
    make("div", { class: "figures" }, ...CHARTS.map((chart) => figure(make, chart, answer, draw))),
  );
}

function figure(
  make: Make,
  chart: Chart,
  answer: Answer,
  draw: ((chart: Chart, width: number) => PageElement | null) | null,
): PageElement {
  const { says, legend, table } = figureParts(make, chart, answer);
  const drawings = draw === null ? [] : drawnAtAllWidths(make, chart, draw);
  return make(
    "figure",
    { id: `chart-${chart.id}`, class: "card" },
    make("figcaption", {}, make("h3", {}, chart.title), make("p", { class: "says" }, says)),
    make("ul", { class: "legend" }, ...legend),
    make(
      "div",
      { class: "drawing", role: "img", "aria-label": `${chart.title}. ${says}` },
      ...drawings,
    ),
    make(
      "details",
      {},
      make("summary", {}, "Figures"),
      make("div", { class: "figures-table" }, table),
    ),
  );
}

function drawnAtAllWidths(
  make: Make,
  chart: Chart,
  draw: (chart: Chart, width: number) => PageElement | null,
): PageElement[] {
  return Object.entries(WIDTHS).flatMap(([name, width]) => {
    const drawing = draw(chart, width);
    return drawing === null ? [] : [make("div", { class: name }, drawing)];
  });
}

/** `var(--cost)` as a class: a style attribute would be refused. */
function swatchClass(colour: string): string {
  return `swatch-${colour.replaceAll(/^var\(--|\)$/g, "")}`;
}
