/** The comparison as people and programs read it: a made-up one whole, the shipped one where its form matters. */
import { beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import { compareModels } from "../../src/answers/comparison/compare.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { runCli } from "../support/run.ts";
import { defaultCandidates } from "../support/candidates.ts";
import { presentComparison } from "../../src/answers/comparison/presentation.ts";
import { plainText } from "../../src/format/document.ts";
import { FORMAT_IDS, render } from "../../src/format/index.ts";
import {
  type Comparison,
  type ComparisonCell,
  comparison,
} from "../../src/answers/comparison/schema.ts";

/** Only a decision has a record. */
const ALWAYS_THERE = FORMAT_IDS.filter(
  (format) => !["madr", "html", "github", "junit", "ics"].includes(format),
);

function cell(
  value: ComparisonCell["value"],
  text: string,
  more: Partial<ComparisonCell> = {},
): ComparisonCell {
  return { value, text, status: "fresh", fromSibling: false, evidence: [], ...more };
}

const UNKNOWN = cell(null, "not known", { status: "missing" });

const claimed = (value: number, source: string, chosen: boolean) => ({
  fact: "prices.standard.input",
  value,
  source,
  observed: "2026-01-02",
  undated: !chosen,
  chosen,
  note: null,
});

const plain = { unit: null, favours: null, lead: null, notes: [] };

const MADE_UP: Comparison = {
  schemaVersion: 1,
  asOf: "2026-02-03",
  models: [
    { id: "big", name: "Big", snapshot: "big-1" },
    { id: "small", name: "Small", snapshot: "small-1" },
  ],
  alerts: [{ models: ["big", "small"], date: "2026-03-04", message: "Big and Small end soon." }],
  summary: "Small is 4x cheaper per text token.",
  evidence: "all",
  groups: [
    { id: "cost", title: "Cost" },
    { id: "accuracy", title: "Accuracy" },
    { id: "safety", title: "Safety" },
  ],
  rows: [
    {
      ...plain,
      trait: "cost",
      group: "cost",
      label: "Input",
      unit: "USD per million tokens",
      cells: {
        big: cell(2, "$2.00", {
          status: "disputed",
          evidence: [
            claimed(2, "prices", true),
            claimed(2, "echo", false),
            claimed(5, "rumour", false),
          ],
        }),
        small: cell(0.5, "$0.50", { evidence: [claimed(0.5, "prices", true)] }),
      },
      difference: "4x cheaper",
      favours: "small",
      article: {
        claim: "Small costs nothing.",
        verdict: "contradicted",
        evidence: "It costs a quarter.",
        sources: ["prices"],
      },
    },
    {
      ...plain,
      trait: "cost.tool",
      group: "cost",
      label: "A tool",
      unit: "USD per thousand calls",
      cells: { big: cell(1, "$1.00"), small: UNKNOWN },
      difference: null,
    },
    {
      ...plain,
      trait: "accuracy.quiz",
      group: "accuracy",
      label: "Quiz",
      unit: "percent right",
      cells: { big: cell(80, "80 2025", { fromSibling: true }), small: cell(70, "70 2025") },
      difference: "Big +10",
      favours: "big",
      lead: { model: "big", by: 10, certainty: "clear" },
    },
    {
      ...plain,
      trait: "accuracy.riddle",
      group: "accuracy",
      label: "Riddle",
      unit: "percent right",
      cells: { big: cell(50, "50 2025"), small: cell(50.5, "50.5 2025") },
      difference: "Small +0.5 (noise)",
      lead: { model: "small", by: 0.5, certainty: "noise" },
      notes: ["Small is ahead on Riddle (noise)."],
    },
    {
      ...plain,
      trait: "accuracy.maze",
      group: "accuracy",
      label: "Maze",
      unit: "percent right",
      cells: { big: cell(9, "9 2025"), small: cell(8, "8 2025") },
      difference: "Big +1",
      favours: "big",
      lead: { model: "big", by: 1, certainty: "unknown" },
    },
    {
      ...plain,
      trait: "safety",
      group: "safety",
      label: "Safety",
      cells: {
        big: cell("long", "Assessed by many people over many weeks", { status: "stale" }),
        small: cell("short", "The same measures"),
      },
      difference: null,
    },
    {
      ...plain,
      trait: "safety.filter",
      group: "safety",
      label: "Filter",
      cells: {
        big: cell(["a", "b"], "A service apart, free of charge"),
        small: cell(["a", "b"], "A service apart, free of charge"),
      },
      difference: "same",
      article: {
        claim: "Both filter.",
        verdict: "holds-in-part",
        evidence: "Another service does.",
        sources: [],
      },
    },
  ],
  sources: {
    prices: {
      title: "Price list",
      url: "https://example.com/prices",
      class: "vendor",
      published: null,
      checked: "2026-01-02",
      note: null,
    },
    rumour: {
      title: "A rumour",
      url: null,
      class: "secondary",
      published: null,
      checked: "2026-01-02",
      note: null,
    },
  },
};

describe("a made-up comparison", () => {
  test("fits the schema", () => {
    expect(comparison.parse(MADE_UP)).toEqual(MADE_UP);
  });

  test.each(ALWAYS_THERE.filter((format) => format !== "json" && format !== "yaml"))(
    "as %s",
    async (format) => {
      const text = await render(presentComparison(MADE_UP), format, { columns: 80, colour: false });
      await expect(text).toMatchFileSnapshot(`golden/comparison/${format}.txt`);
    },
  );

  test("as JSON it is the value itself; quiet it is the ids", () => {
    const presentation = presentComparison(MADE_UP);
    expect(presentation.data()).toBe(MADE_UP);
    expect(presentation.quiet()).toEqual(["big", "small"]);
    expect(presentation.summary()).toBe(MADE_UP.summary);
  });

  test("without all claims there is no list of them, and the way to it is told", () => {
    const { blocks } = presentComparison({ ...MADE_UP, evidence: "chosen" }).document();
    const texts = JSON.stringify(blocks);
    expect(texts).not.toContain("rumour");
    expect(texts).toContain("--evidence");
  });
});

describe("the shipped comparison", () => {
  let shipped: Comparison;

  beforeAll(async () => {
    const sheets = openFactSheets(await openCatalog(), "2026-11-22");
    shipped = compareModels(sheets, defaultCandidates(sheets), { evidence: false });
  });

  test("leads with the shutdown of both", () => {
    const [first] = presentComparison(shipped).document().blocks;
    expect(first?.kind).toBe("alert");
    expect(first?.kind === "alert" ? plainText(first.text) : "").toMatch(/2027-01-14, in 53 days/);
  });

  test("is set in tables of single lines on a terminal of 80 columns", async () => {
    const text = await render(presentComparison(shipped), "table", { columns: 80, colour: false });
    const lines = text.split("\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    const tables = presentComparison(shipped)
      .document()
      .blocks.filter((block) => block.kind === "table");
    // No cell had to be wrapped: each row is a line of its own.
    for (const { rows } of tables) {
      for (const [label = ""] of rows) {
        const start = `  ${plainText(label)} `;
        expect(lines.some((line) => line.startsWith(start)) ? "" : start).toBe("");
      }
    }
  });

  test("a trait's tests stand by field, largest lead first, fifteen of them and the rest counted", async () => {
    const { stdout } = await runCli(["compare", "--traits", "accuracy"]);
    await expect(stdout).toMatchFileSnapshot("golden/compare-accuracy.txt");
    const whole = await runCli(["compare", "--traits", "all"]);
    const tests = shipped.rows.filter(({ group }) => group === "accuracy");
    const shown = (text: string) =>
      tests.filter(({ label }) => text.includes(`  ${label} `)).length;
    expect(shown(whole.stdout)).toBe(tests.length);
    const left = Number(/^ {2}(\d+) more: compare --traits all$/m.exec(stdout)?.[1]);
    expect(left + shown(stdout)).toBe(tests.length);
    const { stdout: json } = await runCli(["compare", "--traits", "accuracy", "--json"]);
    expect((JSON.parse(json) as Comparison).rows).toHaveLength(tests.length);
  });

  test("where one ends and another has no date, the overview says so", async () => {
    const three = await runCli(["compare", "gpt-4o", "gpt-4o-mini", "gpt-6-luna"]);
    const text = three.stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain("They differ in lifecycle (shuts down: 2027-01-14 or no date)");
    const two = await runCli(["compare"]);
    expect(two.stdout).toContain("No difference is known in lifecycle");
  });

  test("all runs of a suite are one row on the screen, and rows of their own in a spreadsheet", async () => {
    const { stdout } = await runCli(["compare", "--traits", "speed"]);
    expect(stdout).toMatch(/\n {2}Function calls, 7 runs +1\.02-5\.18 s +1\.01-5\.33 s +level\n/);
    const csv = await runCli(["compare", "--traits", "speed", "--format", "csv"]);
    expect(csv.stdout.match(/speed\.request\.bfcl-/g)).toHaveLength(7);
  });

  test("a model without a run of a suite is not known to take any time in it", async () => {
    const models = ["gpt-4o", "gpt-4o-mini", "gpt-6-luna"];
    const asked = ["compare", ...models, "--traits", "speed", "--format", "markdown"];
    const { code, stdout } = await runCli(asked);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\| Function calls, 7 runs +\| 1\.02-5\.18 s +\|.*\| not known +\| level/,
    );
  });

  test("says what is often said and what holds today, for every row of the article", () => {
    const { blocks } = presentComparison(shipped).document();
    const labels = blocks.flatMap((block) =>
      block.kind === "notes" ? block.rows.map(({ label }) => label) : [],
    );
    const judged = shipped.rows.filter(({ article }) => article !== undefined);
    expect(labels.filter((label) => label === "often said")).toHaveLength(judged.length);
    expect(labels.filter((label) => label === "today")).toHaveLength(judged.length);
  });

  test("a spreadsheet has every row, unrounded, with a status for each model", () => {
    const { columns, rows } = presentComparison(shipped).grid();
    expect(columns.slice(0, 8)).toEqual([
      "trait",
      "group",
      "label",
      "unit",
      "gpt-4o",
      "gpt-4o-mini",
      "gpt-4o_status",
      "gpt-4o-mini_status",
    ]);
    expect(rows).toHaveLength(shipped.rows.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const image = shipped.rows.find(({ trait }) => trait === "cost.image");
    const inGrid = rows.find(([trait]) => trait === "cost.image");
    expect(inGrid?.slice(4, 6)).toEqual(
      ["gpt-4o", "gpt-4o-mini"].map((id) => image?.cells[id]?.value),
    );
  });
});
