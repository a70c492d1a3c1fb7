/** Residency and retention traits: where data is kept, and for how long. */
import type { Feature } from "../../../schema/vocabulary.ts";
import { percent } from "../../../words/figures.ts";
import { factCell, proseCell } from "../cells.ts";
import { bySameness } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";
import { featureRow } from "./features.ts";

export const RESIDENCY_FEATURES = [
  "zero-data-retention",
  "eu-residency",
] as const satisfies readonly Feature[];

export const residency: TraitGroup = {
  id: "residency",
  title: "Residency and retention",
  alsoCalled: ["retention", "privacy"],
  rows: (context) => [
    row(context, {
      trait: "residency",
      label: "Regions",
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.residency")),
    }),
    featureRow(context, "residency", "eu-residency", "Kept in the EU"),
    ...rowIfKnown(context, {
      trait: "residency.uplift",
      label: "Regional surcharge",
      differ: bySameness,
      cell: ({ sheet }) =>
        factCell(sheet.numeric("regionalUplift"), {
          text: percent,
        }),
    }),
    row(context, {
      trait: "residency.retention",
      label: "Retention",
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.retention")),
    }),
    featureRow(context, "residency", "zero-data-retention"),
  ],
};
