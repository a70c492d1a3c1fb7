/** One row per feature, yes or no: shared by the groups that features fall into. */
import { capitalised } from "../../../words/sentences.ts";
import type { Feature } from "../../../schema/vocabulary.ts";
import { yesOrNoCell } from "../cells.ts";
import { byHaving } from "../differences.ts";
import { row, type TraitContext, type TraitRow } from "../trait.ts";

export function featureRow(
  context: TraitContext,
  group: string,
  feature: Feature,
  label = inWords(feature),
): TraitRow {
  return row(context, {
    trait: `${group}.${feature}`,
    label,
    differ: byHaving,
    cell: ({ sheet }) => yesOrNoCell(sheet.plain(`features.${feature}`)),
  });
}

function inWords(feature: Feature): string {
  const words = feature === "mcp" ? "MCP" : feature.replaceAll("-", " ");
  return capitalised(words);
}
