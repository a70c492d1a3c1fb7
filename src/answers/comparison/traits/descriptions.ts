/** Description traits: what is published of architecture, size, training, alignment and safety. */
import type { Model } from "../../../schema/model.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { magnitude } from "../../../words/figures.ts";
import { proseCell, wordCell, yesOrNoCell, figureAt } from "../cells.ts";
import { byDays, byHaving, bySameness } from "../differences.ts";
import { row, rowIfKnown, type TraitContext, type TraitGroup, type TraitRow } from "../trait.ts";

/** Number of parameters: what the vendor discloses, and what others guess. */
export const size: TraitGroup = {
  id: "size",
  title: "Size",
  alsoCalled: ["parameters"],
  rows: (context) => [
    row(context, {
      trait: "size",
      label: "Parameters",
      differ: bySameness,
      cell: ({ sheet }) => wordCell(sheet.plain("parameters.disclosed")),
    }),
    // A ratio of two guesses would look like a measurement.
    ...rowIfKnown(context, {
      trait: "size.estimates",
      label: "Guessed by others",
      ...figureAt("parameters.estimates", (parameters) => `~${magnitude(parameters)}`),
    }),
  ],
};

type Topic = keyof NonNullable<Model["about"]>;

function prose(context: TraitContext, trait: string, label: string, topic: Topic): TraitRow {
  return row(context, {
    trait,
    label,
    differ: bySameness,
    cell: ({ sheet }) => proseCell(sheet.plain(`about.${topic}`)),
  });
}

export const architecture: TraitGroup = {
  id: "architecture",
  title: "Architecture",
  alsoCalled: [],
  rows: (context) => [prose(context, "architecture", "Architecture", "architecture")],
};

export const pretraining: TraitGroup = {
  id: "pretraining",
  title: "Pre-training",
  alsoCalled: ["pre-training", "knowledge"],
  rows: (context) => [
    prose(context, "pretraining", "Trained on", "pretraining"),
    ...rowIfKnown(context, {
      trait: "pretraining.knowledge-cutoff",
      label: "Knowledge ends",
      differ: byDays(daysBetween),
      cell: ({ sheet }) => wordCell(sheet.plain("knowledgeCutoff")),
    }),
  ],
};

export const alignment: TraitGroup = {
  id: "alignment",
  title: "Alignment",
  alsoCalled: [],
  rows: (context) => [prose(context, "alignment", "Aligned by", "alignment")],
};

export const safety: TraitGroup = {
  id: "safety",
  title: "Safety",
  alsoCalled: [],
  rows: (context) => [
    prose(context, "safety", "Safety", "safety"),
    prose(context, "safety.moderation", "Moderation", "moderation"),
  ],
};

export const devices: TraitGroup = {
  id: "devices",
  title: "Low-capacity environments",
  alsoCalled: ["on-device"],
  rows: (context) => [
    row(context, {
      trait: "devices",
      label: "Runs on a device",
      differ: byHaving,
      cell: ({ sheet }) => yesOrNoCell(sheet.plain("features.on-device")),
    }),
    prose(context, "devices.how", "How", "device"),
  ],
};
