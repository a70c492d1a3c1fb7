/** The comparison as a screen: endings first, then a section for each group of traits, then what the marks mean. */
import { list } from "../../../words/figures.ts";
import type { Comparison } from "../schema.ts";
import { type Block, type Document, linked } from "../../../format/document.ts";
import { LEGENDS } from "./marks.ts";
import { section } from "./section.ts";

export function comparisonDocument(comparison: Comparison): Document {
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

function sources({ sources: used, evidence }: Comparison): Block[] {
  if (evidence !== "all") return [];
  const items = Object.entries(used).map(([id, { title, url }]) => [
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
