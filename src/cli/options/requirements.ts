/** What every command that decides takes: requirements, as options or as a file, and the evidence to decide by. */
import { OPTION_GROUPS, type OptionSpecs } from "../../question/option.ts";
import { REQUIREMENT_OPTIONS } from "../../question/options/index.ts";

// Options that say from which evidence an answer comes, and how often it is drawn.

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
  prices: {
    flag: "--prices",
    group,
    placeholder: "file",
    help: "own prices a token over the catalog, in the shape of LiteLLM's model_prices_and_context_window.json",
    isPath: true,
    repeatable: true,
  },
} as const satisfies OptionSpecs;

export const SAMPLING_OPTIONS = {
  draws: {
    flag: "--draws",
    group,
    placeholder: "n",
    help: "what-if runs behind the confidence (1000); 0: exact, priorities only",
  },
  seed: {
    flag: "--seed",
    group,
    placeholder: "n",
    help: "start of the random numbers: the same seed gives the same answer",
  },
} as const satisfies OptionSpecs;

const { asOf, ...STATED } = REQUIREMENT_OPTIONS;

/** The day of a list or a decision. */
export const DAY_OPTIONS = { asOf } as const satisfies OptionSpecs;

export const QUESTION_OPTIONS = {
  requirements: {
    flag: "--requirements",
    short: "-r",
    group: "Requirements",
    placeholder: "file",
    help: "YAML or JSON file; '-' is stdin. A pipe is read by itself when no requirement is given",
    brief: "all of it from YAML or JSON; - is stdin",
    isPath: true,
  },
  ...byGroup(STATED),
  ...DAY_OPTIONS,
  ...CATALOG_OPTIONS,
  ...SAMPLING_OPTIONS,
} as const satisfies OptionSpecs;

/** In the order of the help's groups. */
export function byGroup<Specs extends OptionSpecs>(specs: Specs): Specs {
  const sorted = Object.entries(specs).toSorted(
    ([, one], [, two]) => OPTION_GROUPS.indexOf(one.group) - OPTION_GROUPS.indexOf(two.group),
  );
  return Object.fromEntries(sorted) as Specs;
}
