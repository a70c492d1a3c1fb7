/** The account and the decision record as people see them: whole texts, read by eye when they change. */
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { explainModel } from "../../src/answers/explanation/index.ts";
import { decisionRecord } from "../../src/answers/explanation/decision-record.ts";
import { presentExplanation } from "../../src/answers/explanation/presentation.ts";
import { quietText, render } from "../../src/format/index.ts";
import { explanation as schema } from "../../src/answers/explanation/schema.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { shipped } from "../pipeline/catalogs.ts";
import { answerOf, needOf, needOfFlags } from "../pipeline/needs.ts";

type Flags = Parameters<typeof needOfFlags>[0];

const STYLE = { columns: 80, colour: false };
const { draws, seed } = shipped.levels.sampling;

async function answered(flags: Flags) {
  return answerOf(await needOfFlags(flags), shipped, { draws, seed });
}

async function screen(flags: Flags, model: string | null): Promise<string> {
  const explained = explainModel(await answered(flags), model);
  return render(presentExplanation(explained), "table", STYLE);
}

const TIGHT: Flags = {
  maxCost: "40",
  requests: "100k",
  needs: ["vision"],
  usageTier: "1",
  peakRpm: "200",
};
const SEEING: Flags = {
  task: ["vision"],
  quality: "high",
  latency: "interactive",
  requests: "20k",
};

const SCREENS: [name: string, flags: Flags, model: string | null][] = [
  ["explain", {}, null],
  ["explain-excluded", TIGHT, "gpt-4o"],
  ["explain-images", SEEING, null],
  ["explain-nobody", { until: "2027-06-30" }, null],
  ["explain-successor", { budget: "low" }, "gpt-6-luna"],
];

describe("screens", () => {
  test.each(SCREENS)("%s", async (name, flags, model) => {
    await expect(await screen(flags, model)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test.each(SCREENS)("%s fits 80 columns but for addresses", async (_name, flags, model) => {
    const lines = (await screen(flags, model)).split("\n");
    const wide = lines.filter((line) => line.length > STYLE.columns && !line.includes("https://"));
    expect(wide).toEqual([]);
  });

  it("has every heading in its order", async () => {
    const { document } = presentExplanation(explainModel(await answered({}), null));
    const { blocks, title } = document();
    expect(title).toBe("GPT-4o mini explained");
    expect(blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []))).toEqual([
      "Answer",
      "Requirements",
      "Cost",
      "Wait",
      "Quality",
      "Score",
      "What would change it",
      "Evidence",
      "Often said",
      "Sources",
    ]);
  });

  it("prints products that a pocket calculator confirms, to half a unit of the last digit", async () => {
    const texts = await Promise.all(SCREENS.map(([, flags, model]) => screen(flags, model)));
    const figures = texts
      .join("\n")
      .replaceAll("−", "-")
      .matchAll(/points +(-?[\d.]+) × ([\d.]+) = (-?[\d.]+),/g);
    const products = [...figures].map(([, ...parts]) => parts.map(Number));
    expect(products.length).toBe(3 * SCREENS.length);
    for (const [value = 0, weight = 0, product = 0] of products) {
      expect(Math.abs(value * weight - product)).toBeLessThan(2e-4);
    }
  });
});

describe("the other forms", () => {
  it("gives JSON that its schema knows", async () => {
    const presentation = presentExplanation(explainModel(await answered(TIGHT), "gpt-4o"));
    expect(schema.safeParse(JSON.parse(await render(presentation, "json", STYLE))).success).toBe(
      true,
    );
  });

  it("gives one spreadsheet row a fact", async () => {
    const explained = explainModel(await answered({}), "gpt-4o-mini");
    const { columns, rows } = presentExplanation(explained).grid();
    expect(rows.length).toBe(explained.facts.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
    const math = rows.find((row) => row[1] === "benchmarks.math");
    expect(Object.fromEntries(columns.map((column, index) => [column, math?.[index]]))).toEqual({
      model: "gpt-4o-mini",
      fact: "benchmarks.math",
      label: "MATH",
      used_for: "quality",
      value: 70.2,
      unit: "%",
      low: 70.2,
      high: 70.2,
      status: "fresh",
      disputed: true,
      from_sibling: false,
      source: "simple-evals",
      source_title: "simple-evals, results of the README and its history",
      source_class: "vendor",
      observed: "2024-07-18",
      undated: false,
      about: "default snapshot",
      via: null,
      other_claims: "45.8 anakin-math 2024-07-18: undated, so it never counts as fresh",
    });
  });

  test.each([
    [
      {},
      null,
      "gpt-4o-mini\n",
      "GPT-4o mini comes first with 93.4 of 100 points, 2.2 ahead of GPT-4o: cost +8.3, wait 0.0, quality −6.0.",
    ],
    [
      { maxCost: "40", requests: "100k" },
      "gpt-4o",
      "gpt-4o\n",
      "GPT-4o is excluded: it costs $550 a month, over the $40 allowed. To let it in: raise --max-cost to 550, or send at most 7,272 requests a month.",
    ],
    [
      { until: "2027-06-30" },
      null,
      "",
      "GPT-4o mini is excluded: it ends on 2027-01-14, before 2027-06-30. To let it in: --until 2027-01-14.",
    ],
  ] as [Flags, string | null, string, string][])(
    "says %j of %s in short",
    async (flags, model, quiet, summary) => {
      const presentation = presentExplanation(explainModel(await answered(flags), model));
      expect(quietText(presentation)).toBe(quiet);
      expect(presentation.summary()).toBe(summary);
    },
  );

  it("keeps the sentence to 200 characters", async () => {
    for (const [, flags] of SCREENS) {
      const answer = await answered(flags);
      for (const model of ["gpt-4o", "gpt-4o-mini", "gpt-6-luna"]) {
        const summary = presentExplanation(explainModel(answer, model)).summary();
        expect(summary.length).toBeLessThanOrEqual(200);
        expect(summary).not.toContain("\n");
      }
    }
  });
});

describe("decision records", () => {
  const RECORDS: [name: string, flags: Flags][] = [
    ["decision-record", SEEING],
    ["decision-record-nobody", { until: "2027-06-30", maxCost: "20", requests: "100k" }],
  ];

  async function record(flags: Flags): Promise<string> {
    const answer = await answered(flags);
    return decisionRecord(answer, explainModel(answer, null));
  }

  test.each(RECORDS)("%s", async (name, flags) => {
    await expect(await record(flags)).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test.each(RECORDS)(
    "%s has every part of MADR 4, and front matter that is YAML",
    async (_name, flags) => {
      const text = await record(flags);
      const [, front = "", body = ""] = text.split(/^---\n/m);
      expect(parse(front)).toEqual({
        status: "proposed",
        date: "2026-11-22",
        "decision-makers": "{who decides}",
        consulted: "{whose advice is sought}",
        informed: "{who is told}",
      });
      expect(body.match(/^#{1,3} .*$/gm)?.filter((line) => !line.startsWith("### GPT"))).toEqual([
        expect.stringMatching(/^# /),
        "## Context and Problem Statement",
        "## Decision Drivers",
        "## Considered Options",
        "## Decision Outcome",
        "### Consequences",
        "### Confirmation",
        "## Pros and Cons of the Options",
        "## More Information",
      ]);
    },
  );

  it("asks again with the options as they were typed, quoted for a shell", async () => {
    const text = await record({
      budget: "low",
      stream: true,
      needs: ["vision", "streaming"],
      minBenchmark: ["gpqa=30"],
    });
    expect(text).toContain(
      "pick-model lock --budget low --stream --needs vision --needs streaming --min-benchmark gpqa=30\npick-model check\n",
    );
    const filed = answerOf(needOf({ budget: "low" }));
    const spaced = {
      ...filed.decision.need,
      origins: {
        budget: {
          from: "file" as const,
          text: "my needs.yaml:3:9",
          argv: ["-r", "my needs.yaml"],
        },
      },
    };
    const fromFile = { ...filed, decision: { ...filed.decision, need: spaced } };
    expect(decisionRecord(fromFile, explainModel(fromFile, null))).toContain(
      "pick-model lock -r 'my needs.yaml'\n",
    );
  });

  it("escapes what a catalog says", () => {
    const hostile: Catalog = {
      ...shipped,
      models: shipped.models.map((model) =>
        model.id === "gpt-4o-mini"
          ? { ...model, name: "Mini <b>*bold*</b>\n# [x](javascript:1)" }
          : model,
      ),
      sources: shipped.sources.map((source) => ({ ...source, title: "`code` | <script>" })),
    };
    const answer = answerOf(needOf({}, hostile), hostile);
    const text = decisionRecord(answer, explainModel(answer, null));
    expect(text.match(/^# .*$/gm)).toEqual([
      "# Use Mini &lt;b>\\*bold\\*&lt;/b> # \\[x\\](javascript:1) for general work",
    ]);
    expect(text).not.toMatch(/<script>|<b>|(?<!\\)\[x/);
    expect(text).toContain("\\`code\\` \\| &lt;script>");
  });
});
