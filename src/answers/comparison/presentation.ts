/** The comparison for every format: one screen or all tables, the JSON, the rows of a CSV, one sentence. */
import { gridOfNamed } from "../../format/columns.ts";
import { type Block, type Document, linked } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { list } from "../../words/figures.ts";
import type { OpenComparison } from "./compare.ts";
import type { Comparison } from "./schema.ts";
import { overviewDocument } from "./screen/overview.ts";
import type { TellingTest } from "./screen/overview-lines.ts";
import { section } from "./screen/section.ts";
import { columnsOf, LEGENDS } from "./screen/trait-table.ts";
import { type TestFields, UNGROUPED } from "./screen/tests.ts";

/** @param fields how the tables group tests; by none unless told */
export function presentComparison(
  comparison: Comparison,
  fields: TestFields = UNGROUPED,
): Presentation {
  const { models } = comparison;
  return {
    data: () => comparison,
    document: () => comparisonDocument(comparison, fields),
    grid: () => gridOfNamed(columnsOf(comparison.rows, models), comparison.rows),
    summary: () => comparison.summary,
    quiet: () => models.map((model) => model.id),
  };
}

/** @param telling the tests shown */
export function presentOverview(
  comparison: OpenComparison,
  telling: readonly TellingTest[],
): Presentation {
  return {
    ...presentComparison(comparison.record),
    document: () => overviewDocument(comparison, telling),
  };
}

/** The comparison as a screen: endings first, then a section for each group of traits, then what the marks mean. */
export function comparisonDocument(comparison: Comparison, fields: TestFields): Document {
  const { alerts, groups, models, rows, summary } = comparison;
  return {
    title: `${list(models.map((model) => model.name))} side by side`,
    blocks: [
      ...alerts.map(({ message }): Block => ({ kind: "alert", text: message })),
      { kind: "paragraph", text: summary },
      ...groups.flatMap(({ id, title }) =>
        section(
          title,
          rows.filter((row) => row.group === id),
          comparison,
          fields,
        ),
      ),
      ...legend(comparison),
      ...sources(comparison),
    ],
  };
}

function legend({ rows, evidence }: Comparison): Block[] {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  const meanings = LEGENDS.filter(({ marks }) => cells.some(marks)).map(
    ({ mark, meaning }) => `${mark} ${meaning}`,
  );
  if (rows.some(({ lead }) => lead?.certainty === "noise")) {
    meanings.push("~ or (noise) a lead no larger than chance makes one time in twenty");
  }
  if (meanings.length === 0) return [];
  const advice = evidence === "all" ? "" : " Every claim with its source and date: --evidence.";
  return [{ kind: "paragraph", text: `${meanings.join("; ")}.${advice}` }];
}

function sources(comparison: Comparison): Block[] {
  if (comparison.evidence !== "all") return [];
  const items = Object.entries(comparison.sources).map(([id, { title, url }]) => [
    linked(id, url, "strong"),
    `: ${title}${url === null ? "" : `, ${url}`}`,
  ]);
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: "Sources" },
        { kind: "list", items },
      ];
}
