/** Options of every command that decides: requirements, evidence, and how the answer is printed. */
import { FORMAT_IDS, type FormatId, FORMATS } from "../../format/index.ts";
import { CSV_DELIMITERS } from "../../format/presentation.ts";
import { OPTION_GROUPS, type OptionSpecs, inWords } from "../../question/option.ts";
import { REQUIREMENT_OPTIONS } from "../../question/options/index.ts";

// Options that say how an answer is printed, and where.

/** Forms that every answer has. */
const EVERY_ANSWER: readonly FormatId[] = ["table", "json", "yaml", "markdown", "csv", "summary"];

function helpOf(formats: readonly FormatId[]): string {
  return formats.map((id) => `${id} (${FORMATS[id].about})`).join(", ");
}

const DELIMITERS = Object.keys(CSV_DELIMITERS);

const outputGroup = "Output";

export const FILE_OPTIONS = {
  output: {
    flag: "--output",
    short: "-o",
    group: outputGroup,
    placeholder: "file",
    help: "write there instead of to stdout",
    isPath: true,
  },
} as const satisfies OptionSpecs;

export const JSON_OPTIONS = {
  json: {
    flag: "--json",
    group: outputGroup,
    help: "the same as --format json",
  },
} as const satisfies OptionSpecs;

export const OUTPUT_OPTIONS = {
  format: {
    flag: "--format",
    short: "-f",
    group: outputGroup,
    placeholder: "name",
    help: helpOf(FORMAT_IDS),
    choices: FORMAT_IDS,
  },
  csvDelimiter: {
    flag: "--csv-delimiter",
    group: outputGroup,
    placeholder: "name",
    help: `what stands between the fields of csv: ${inWords(DELIMITERS)}`,
    choices: DELIMITERS,
  },
  ...JSON_OPTIONS,
  ...FILE_OPTIONS,
  quiet: {
    flag: "--quiet",
    group: outputGroup,
    help: "print the model's id and nothing else; of a list, its ids",
  },
  noColor: {
    flag: "--no-color",
    group: outputGroup,
    help: "no colour (also: NO_COLOR)",
  },
  noPager: {
    flag: "--no-pager",
    group: outputGroup,
    help: "long texts at once, not page by page (the pager: PICK_MODEL_PAGER, or PAGER)",
  },
} as const satisfies OptionSpecs;

/** The same for an answer that has these forms besides those every answer has. */
export function outputOptions(...others: readonly FormatId[]): typeof OUTPUT_OPTIONS {
  const formats = FORMAT_IDS.filter((id) => EVERY_ANSWER.includes(id) || others.includes(id));
  const format = { ...OUTPUT_OPTIONS.format, help: helpOf(formats), choices: formats };
  return { ...OUTPUT_OPTIONS, format };
}

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
