/** Description traits: what is published of architecture, size, training, alignment and safety. */
import type { Model } from "../../../schema/model.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { magnitude } from "../../../words/figures.ts";
import { proseCell, wordCell, yesOrNoCell, figureAt } from "../cells.ts";
import { byDays, byHaving, bySameness } from "../differences.ts";
import type { RowPlan, TraitGroup } from "../trait.ts";

/** Number of parameters: what the vendor discloses, and what others guess. */
export const size: TraitGroup = {
  id: "size",
  title: "Size",
  alsoCalled: ["parameters"],
  plans: () => [
    {
      trait: "size",
      label: "Parameters",
      differ: bySameness,
      cell: ({ sheet }) => wordCell(sheet.plain("parameters.disclosed")),
    },
    // A ratio of two guesses would look like a measurement.
    {
      trait: "size.estimates",
      label: "Guessed by others",
      knownTo: 1,
      ...figureAt("parameters.estimates", (parameters) => `~${magnitude(parameters)}`),
    },
  ],
};

type Topic = keyof NonNullable<Model["about"]>;

function prose(trait: string, label: string, topic: Topic): RowPlan {
  return {
    trait,
    label,
    differ: bySameness,
    cell: ({ sheet }) => proseCell(sheet.plain(`about.${topic}`)),
  };
}

export const architecture: TraitGroup = {
  id: "architecture",
  title: "Architecture",
  alsoCalled: [],
  plans: () => [prose("architecture", "Architecture", "architecture")],
};

export const pretraining: TraitGroup = {
  id: "pretraining",
  title: "Pre-training",
  alsoCalled: ["pre-training", "knowledge"],
  plans: () => [
    prose("pretraining", "Trained on", "pretraining"),
    {
      trait: "pretraining.knowledge-cutoff",
      label: "Knowledge ends",
      knownTo: 1,
      differ: byDays(daysBetween),
      cell: ({ sheet }) => wordCell(sheet.plain("knowledgeCutoff")),
    },
  ],
};

export const alignment: TraitGroup = {
  id: "alignment",
  title: "Alignment",
  alsoCalled: [],
  plans: () => [prose("alignment", "Aligned by", "alignment")],
};

export const safety: TraitGroup = {
  id: "safety",
  title: "Safety",
  alsoCalled: [],
  plans: () => [
    prose("safety", "Safety", "safety"),
    prose("safety.moderation", "Moderation", "moderation"),
  ],
};

export const devices: TraitGroup = {
  id: "devices",
  title: "Low-capacity environments",
  alsoCalled: ["on-device"],
  plans: () => [
    {
      trait: "devices",
      label: "Runs on a device",
      differ: byHaving,
      cell: ({ sheet }) => yesOrNoCell(sheet.plain("features.on-device")),
    },
    prose("devices.how", "How", "device"),
  ],
};
