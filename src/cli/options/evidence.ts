/** Options that say from which evidence an answer comes, and how often it is drawn. */
import type { OptionSpecs } from "../../question/option.ts";

const group = "Models and evidence";

export const CATALOG_OPTIONS = {
  catalog: {
    flag: "--catalog",
    group,
    placeholder: "path",
    help: "own prices, measurements or models over the catalog (also: PICK_MODEL_CATALOG)",
    isPath: true,
    repeatable: true,
  },
} as const satisfies OptionSpecs;

export const SAMPLING_OPTIONS = {
  draws: {
    flag: "--draws",
    group,
    placeholder: "n",
    help: "what-if runs behind the confidence; 0: exact, priorities only",
  },
  seed: {
    flag: "--seed",
    group,
    placeholder: "n",
    help: "start of the random numbers: the same seed gives the same answer",
  },
} as const satisfies OptionSpecs;
