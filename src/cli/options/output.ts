/** Options that say how an answer is printed, and where. */
import { FORMAT_IDS, type FormatId, FORMATS } from "../../format/index.ts";
import { CSV_DELIMITERS } from "../../format/presentation.ts";
import { inWords, type OptionSpecs } from "../../question/option.ts";

/** Forms that every answer has. */
const EVERY_ANSWER: readonly FormatId[] = ["table", "json", "yaml", "markdown", "csv", "summary"];

function helpOf(formats: readonly FormatId[]): string {
  return formats.map((id) => `${id} (${FORMATS[id].about})`).join(", ");
}

const DELIMITERS = Object.keys(CSV_DELIMITERS);

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
    help: helpOf(FORMAT_IDS),
    choices: FORMAT_IDS,
  },
  csvDelimiter: {
    flag: "--csv-delimiter",
    group,
    placeholder: "name",
    help: `what stands between the fields of csv: ${inWords(DELIMITERS)}`,
    choices: DELIMITERS,
  },
  ...JSON_OPTIONS,
  ...FILE_OPTIONS,
  quiet: {
    flag: "--quiet",
    group,
    help: "print the model's id and nothing else; of a list, its ids",
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

/** The same for an answer that has these forms besides those every answer has. */
export function outputOptions(...others: readonly FormatId[]): typeof OUTPUT_OPTIONS {
  const formats = FORMAT_IDS.filter((id) => EVERY_ANSWER.includes(id) || others.includes(id));
  const format = { ...OUTPUT_OPTIONS.format, help: helpOf(formats), choices: formats };
  return { ...OUTPUT_OPTIONS, format };
}
