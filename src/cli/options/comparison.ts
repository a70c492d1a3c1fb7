/** Options that say how much of a comparison is shown. */
import type { OptionSpecs } from "../../question/option.ts";

const group = "This command";

export const COMPARISON_OPTIONS = {
  traits: {
    flag: "--traits",
    group,
    placeholder: "trait,…",
    help: "in depth: all, or cost, speed, accuracy, … or a row, such as cost.image",
    names: "traits",
    repeatable: true,
  },
  evidence: {
    flag: "--evidence",
    group,
    help: "every claim behind each figure, with source and date",
  },
} as const satisfies OptionSpecs;
