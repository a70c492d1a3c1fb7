/** Options that say how an answer is printed, and where. */
import { FORMAT_IDS, FORMATS } from "../../format/index.ts";
import type { OptionSpecs } from "../../question/option.ts";

const FORMAT_HELP = FORMAT_IDS.map((id) => `${id} (${FORMATS[id].about})`).join(", ");

const group = "Output";

export const FILE_OPTIONS = {
  output: {
    flag: "--output",
    short: "-o",
    group,
    placeholder: "file",
    help: "write there instead of to stdout",
    isPath: true,
  },
} as const satisfies OptionSpecs;

export const JSON_OPTIONS = {
  json: {
    flag: "--json",
    group,
    help: "the same as --format json",
  },
} as const satisfies OptionSpecs;

export const OUTPUT_OPTIONS = {
  format: {
    flag: "--format",
    short: "-f",
    group,
    placeholder: "name",
    help: FORMAT_HELP,
    choices: FORMAT_IDS,
  },
  ...JSON_OPTIONS,
  ...FILE_OPTIONS,
  quiet: {
    flag: "--quiet",
    group,
    help: "print ids alone, such as the model's",
  },
  noColor: {
    flag: "--no-color",
    group,
    help: "no colour (also: NO_COLOR)",
  },
  noPager: {
    flag: "--no-pager",
    group,
    help: "long texts at once, not page by page (the pager: PICK_MODEL_PAGER, or PAGER)",
  },
} as const satisfies OptionSpecs;
