/** The controls that are words: their options, and the one in force. */
import type { Need } from "../../decision/need.ts";
import type { CatalogData } from "../../schema/catalog.ts";
import { BUDGET_LEVELS, LATENCY_LEVELS, QUALITY_LEVELS } from "../../schema/vocabulary.ts";

export interface Option {
  value: string;
  label: string;
}

export interface Choice {
  label: string;
  options: (catalog: Pick<CatalogData, "tasks">) => readonly Option[];
  /** The option in force; null when a number, a mix or a list stands instead. */
  valueOf: (need: Need) => string | null;
  /** What stands there when none of the options is in force. */
  otherwise?: string;
}

/** Sizes of images to choose from, as `--image` writes them. */
const IMAGE_KINDS = [
  "512x512:low",
  "512x512:high",
  "1024x1024:high",
  "1920x1080:high",
  "2048x2048:high",
];

const OWN = {
  budget: {
    label: "Budget",
    options: () => BUDGET_LEVELS.map(ownName),
    valueOf: ({ budget }) => budget.word,
  },
  latency: {
    label: "Wait",
    options: () => LATENCY_LEVELS.map(ownName),
    valueOf: ({ latency }) => latency.word,
  },
  quality: {
    label: "Quality",
    options: () => QUALITY_LEVELS.map(ownName),
    valueOf: ({ quality }) => quality.word,
  },
  task: {
    label: "Task",
    otherwise: "several at once",
    options: ({ tasks }) => tasks.map(({ id, name }) => ({ value: id, label: name })),
    valueOf: ({ tasks: [first, ...others] }) =>
      first !== undefined && others.length === 0 ? first.id : null,
  },
  imageKind: {
    label: "Size of the images",
    otherwise: "no image, or of several sizes",
    options: () =>
      IMAGE_KINDS.map((value) => ({ value, label: value.replace("x", " × ").replace(":", ", ") })),
    valueOf: ({ workload: { images } }) => {
      const [image] = images;
      if (image === undefined || images.length > 1 || !("width" in image)) return null;
      return `${image.width}x${image.height}:${image.detail}`;
    },
  },
} satisfies Record<string, Choice>;

export const CHOICES: Record<ChoiceId, Choice> = OWN;

export type ChoiceId = keyof typeof OWN;
export const CHOICE_IDS = Object.keys(OWN) as ChoiceId[];

function ownName(word: string): Option {
  return { value: word, label: word };
}
