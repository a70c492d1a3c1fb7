/** The report: one HTML file that needs nothing else, and reaches for nothing. */
import type { Answer } from "../answers/recommendation/recommend.ts";
import type { Comparison } from "../answers/comparison/schema.ts";
import type { Chart } from "./charts/index.ts";
import { controlPanel } from "./controls/panel.ts";
import { elementMaker, type Make, type PageElement } from "./dom.ts";
import { PAGE_DATA_ID, type PageData, scriptSafeJson } from "./page-data.ts";
import { modelColours } from "./palette.ts";
import { contentPolicy } from "./policy.ts";
import { answerParts } from "./sections/answer.ts";
import { chartsSection } from "./sections/charts.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { requirementsSection, type Takeaway } from "./sections/requirements.ts";
import { sourcesParts } from "./sections/sources.ts";
import { markupOf, serverDocument } from "./server-document.ts";
import { STYLES } from "./styles/index.ts";

export type { PageData } from "./page-data.ts";
export type { Takeaway } from "./sections/requirements.ts";

export interface ReportParts {
  answer: Answer;
  /** With every claim: the page shows them on demand. */
  comparison: Comparison;
  takeaway: Takeaway;
  /** What decides again in the page; null for a page without any script, its charts drawn once and for all. */
  live: { data: PageData; script: string } | null;
}

/** What ends a script element, and what a browser reads as another character. */
const UNFIT = /<\/script|<!--|[\r\0]/i;

/**
 * The whole file, ending with one newline.
 *
 * Every text of the catalog goes in as text, never as markup, and the page's own policy lets nothing run or load but
 * the one script and the one style sheet it was written with.
 */
export async function reportHtml({
  answer,
  comparison,
  takeaway,
  live,
}: ReportParts): Promise<string> {
  if (live !== null && UNFIT.test(live.script)) {
    throw new RangeError("the script would not come out of its element as it went in");
  }
  const document = serverDocument();
  const make = elementMaker(document);
  const { catalog } = answer.decision.sheets;
  const colourOf = modelColours(catalog);
  const draw = (chart: Chart, width: number) => chart.draw(answer, { document, width, colourOf });
  const body = make(
    "main",
    {},
    make("section", { id: "answer", "aria-label": "Answer" }, ...answerParts(make, answer)),
    live === null ? null : controlPanel(make, answer),
    chartsSection(make, answer, draw),
    comparisonSection(make, comparison, catalog, live === null),
    requirementsSection(make, takeaway, live !== null),
    make(
      "section",
      { id: "sources", "aria-label": "Sources" },
      ...sourcesParts(make, answer.result),
    ),
  );
  const policy = await contentPolicy(STYLES, live?.script ?? null);
  return [
    "<!doctype html>",
    `<html lang="en" class="${live === null ? "static" : "live"}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    markupOf(make("title", {}, titleOf(answer))),
    `<style>${STYLES}</style>`,
    "</head>",
    "<body>",
    markupOf(make("header", { class: "top" }, ...topLine(make, answer))),
    markupOf(body),
    markupOf(footer(make, answer)),
    ...(live === null
      ? []
      : [
          `<script type="application/json" id="${PAGE_DATA_ID}">${scriptSafeJson(live.data)}</script>`,
          `<script>${live.script}</script>`,
        ]),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function titleOf({ result }: Answer): string {
  return `${result.recommendation?.name ?? "No model qualifies"} · pick-model report`;
}

function topLine(make: Make, { result }: Answer): PageElement[] {
  return [
    make("span", { class: "brand" }, "pick-model"),
    make("span", { class: "dim" }, `decided as of ${result.asOf}`),
  ];
}

function footer(make: Make, { result: { program, catalog } }: Answer): PageElement {
  const own =
    catalog.overlaid.length === 0 ? "" : ` with your own facts on ${catalog.overlaid.join(", ")}`;
  return make(
    "footer",
    {},
    make(
      "p",
      { class: "dim" },
      `${program.name} ${program.version}, catalog ${catalog.digest.slice(0, 19)}${own}, constants ${catalog.constants}. `,
      "This file asks nothing of the network.",
    ),
  );
}
