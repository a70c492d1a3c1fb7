/** Options that say which models are considered, on which day and from which evidence. */
import type { OptionSpecs } from "./option.ts";

const group = "Models and evidence";

export const CANDIDATE_OPTIONS = {
  only: {
    flag: "--only",
    group,
    placeholder: "model,…",
    help: "consider these models or snapshots alone",
    repeatable: true,
  },
  exclude: {
    flag: "--exclude",
    group,
    placeholder: "model,…",
    help: "leave these models out",
    repeatable: true,
  },
  includeSuccessors: {
    flag: "--include-successors",
    group,
    help: "rank the models that replace them too",
  },
} as const satisfies OptionSpecs;

export const DAY_OPTIONS = {
  asOf: {
    flag: "--as-of",
    group,
    placeholder: "date",
    help: "decide as if this day were today",
  },
} as const satisfies OptionSpecs;

export const CATALOG_OPTIONS = {
  catalog: {
    flag: "--catalog",
    group,
    placeholder: "path",
    help: "own prices, measurements or models over the catalog (also: PICK_MODEL_CATALOG)",
    repeatable: true,
  },
} as const satisfies OptionSpecs;

export const SAMPLING_OPTIONS = {
  draws: {
    flag: "--draws",
    group,
    placeholder: "n",
    help: "readings of the evidence drawn to judge how sure the answer is; 0: weights alone",
  },
  seed: {
    flag: "--seed",
    group,
    placeholder: "n",
    help: "start of the random numbers: the same seed gives the same answer",
  },
} as const satisfies OptionSpecs;
