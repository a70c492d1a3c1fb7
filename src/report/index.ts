/** The report: one HTML file that needs nothing else, reaches for nothing, and may do nothing else. */
import type { Comparison } from "../answers/comparison/schema.ts";
import type { Answer } from "../answers/recommendation/recommend.ts";
import { controlPanel } from "./controls/panel.ts";
import { elementMaker, type PageElement } from "./dom.ts";
import { shortDay } from "./names.ts";
import { PAGE_DATA_ID, type PageData, packedData } from "./page-data.ts";
import { type Pen, penOf } from "./pen.ts";
import { accountsParts } from "./sections/accounts.ts";
import { answerParts, titleOf, wordsParts } from "./sections/answer.ts";
import { chartsParts, DRAWN_WIDTH } from "./sections/charts.ts";
import { comparisonSection } from "./sections/comparison.ts";
import { leavingParts } from "./sections/leaving.ts";
import { requirementsSection, type Takeaway } from "./sections/requirements.ts";
import { sourcesParts } from "./sections/sources.ts";
import { verdictLine } from "./sections/verdict.ts";
import { estimatedWidth, markupOf, serverDocument } from "./server-document.ts";
import { STYLES } from "./styles/index.ts";
import { type View, viewOf } from "./view.ts";

export type { PageData } from "./page-data.ts";
export { viewOf } from "./view.ts";
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
  const view = viewOf(answer);
  const pen = penOf(serverDocument(), view.shown, {
    isLive: live !== null,
    textWidth: estimatedWidth,
  });
  const { make } = pen;
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
    markupOf(make("title", {}, `${titleOf(view)} · pick-model report`)),
    `<style>${STYLES}</style>`,
    "</head>",
    "<body>",
    markupOf(header(pen, view)),
    markupOf(mainOf(pen, view, { comparison, takeaway })),
    markupOf(footer(answer)),
    ...(live === null
      ? []
      : [
          markupOf(verdictBar(pen, view)),
          markupOf(make("dialog", { id: "door", "aria-labelledby": "door-title" })),
          `<script type="text/plain" id="${PAGE_DATA_ID}">${await packedData(live.data)}</script>`,
          `<script type="module">${live.script}</script>`,
        ]),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function mainOf(
  pen: Pen,
  view: View,
  { comparison, takeaway }: Pick<ReportParts, "comparison" | "takeaway">,
): PageElement {
  const { make, isLive } = pen;
  return make(
    "main",
    {},
    isLive
      ? make(
          "noscript",
          {},
          make(
            "p",
            { class: "alert" },
            "Without JavaScript this page stands still: it shows the answer, not the controls.",
          ),
        )
      : null,
    isLive ? make("p", { id: "link-problem", class: "alert", role: "alert" }) : null,
    make("section", { id: "answer", "aria-label": "Answer" }, ...answerParts(pen, view)),
    isLive ? controlPanel(pen, view.answer) : null,
    make(
      "section",
      { id: "charts", "aria-label": "Charts" },
      ...chartsParts(pen, view, DRAWN_WIDTH),
    ),
    make("details", { id: "leaving", class: "part" }, ...leavingParts(pen, view, !isLive)),
    comparisonSection(pen, comparison),
    make("details", { id: "words", class: "part" }, ...wordsParts(pen, view)),
    make(
      "section",
      { id: "accounts", "aria-label": "How the figures come about" },
      ...accountsParts(pen, view),
    ),
    make("details", { id: "sources", class: "part" }, ...sourcesParts(make, view.shown.result)),
    requirementsSection(make, takeaway, isLive),
  );
}

function header({ make, isLive }: Pen, { answer }: View): PageElement {
  const day = shortDay(answer.result.asOf);
  return make(
    "header",
    { class: "top" },
    make("span", { class: "brand" }, "pick-model"),
    make("span", { class: "dim" }, make("span", {}, "Decision of "), day),
    isLive
      ? make(
          "span",
          { class: "buttons" },
          make("button", { type: "button", id: "copy-link" }, "Copy link"),
          make("button", { type: "button", id: "save-copy" }, "Save a copy"),
          make("button", { type: "button", id: "print" }, "Print"),
          make("button", { type: "button", id: "print-all" }, "Print all"),
          make("span", { class: "visually-hidden", role: "status", id: "copy-link-said" }),
        )
      : null,
  );
}

/** On a phone: the verdict and the way to the controls, always in sight. */
function verdictBar({ make }: Pen, view: View): PageElement {
  return make(
    "div",
    { id: "verdict-bar" },
    make("span", { id: "verdict-bar-text" }, verdictLine(view)),
    make("button", { type: "button", id: "open-sheet", "aria-controls": "controls" }, "What if…"),
  );
}

function footer({ result: { program, catalog } }: Answer): PageElement {
  const make = elementMaker(serverDocument());
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

/**
 * A Content Security Policy for a meta element. Nothing is loaded from anywhere, no form is sent, no base is set;
 * scripts and styles are known by their SHA-256 digests, so that markup smuggled into a text can do nothing.
 */
export async function contentPolicy(styles: string, script: string | null): Promise<string> {
  return [
    "default-src 'none'",
    `style-src 'sha256-${await digest(styles)}'`,
    ...(script === null
      ? []
      : [`script-src 'sha256-${await digest(script)}'`, "require-trusted-types-for 'script'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
