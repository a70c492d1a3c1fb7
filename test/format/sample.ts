/** An answer with one block of every kind, and what a hostile catalog could put into it. */
import { type Document, dim, span, strong } from "../../src/format/document.ts";
import type { Presentation } from "../../src/format/presentation.ts";

const DOCUMENT: Document = {
  title: "A sample",
  blocks: [
    {
      kind: "headline",
      left: [strong("Model A"), "   ", dim("model-a")],
      right: [span("good", "first in 88 of 100 plausible readings")],
    },
    {
      kind: "alert",
      text: "Shuts down on 2027-01-14, in 53 days. The vendor names model-c, which passes your limits; no end is announced for it.",
    },
    { kind: "alert", text: [strong("Unmeasured"), ": the price of model-c is <10 days old."] },
    {
      kind: "notes",
      rows: [
        {
          label: "Why",
          text: "$33 a month instead of $550. Quality 73, short of the 78 assumed; closing that gap is worth less to you than it costs.",
        },
        {
          label: "Over B",
          text: ["cost ", span("good", "+20.7"), "   quality ", span("bad", "−5.6")],
        },
        { label: "単位", text: "日本語 wide words, and 🙂 too" },
      ],
    },
    { kind: "heading", text: "Evidence" },
    { kind: "paragraph", text: "1. Written as *stated* by_the_source | `code` & more_" },
    {
      kind: "list",
      items: [
        "first item",
        [dim("second item"), " with a longer tail that needs a line of its own"],
      ],
    },
    {
      kind: "table",
      caption: "Ranking",
      columns: [
        { header: "model", align: "left" },
        { header: "score", align: "right" },
        { header: "cost/month", align: "right" },
        { header: "remark", align: "left" },
      ],
      rows: [
        [[strong("model-a")], "93.1", "$33", "short"],
        [
          "model-b",
          "8.1",
          "$1,550",
          "a|pipe, a\nnew line, \u001B[2Jan escape and a long remark that wraps",
        ],
        ["", "", "", "which goes on here"],
      ],
    },
    { kind: "table", columns: [{ header: "nothing", align: "left" }], rows: [] },
  ],
};

export const SAMPLE: Presentation = {
  data: () => ({
    schemaVersion: 1,
    asOf: "2026-11-22",
    models: [{ id: "model-a", score: 0.1, end: null }],
  }),
  document: () => DOCUMENT,
  grid: () => ({
    columns: ["model", "delta", "remark", "served"],
    rows: [
      ["model-a", -5, 'says "yes", twice', true],
      ["=HYPERLINK()", 1e-7, "-5", false],
      ["@model", null, "+1\n2", null],
    ],
  }),
  summary: () => "Use Model A:\u001B[31m $33 a month\ninstead of $550.",
  quiet: () => ["model-a", "model-b"],
};

/** An answer that is nothing but a document. */
export function presentationOf(document: Document): Presentation {
  return { ...SAMPLE, document: () => document };
}
