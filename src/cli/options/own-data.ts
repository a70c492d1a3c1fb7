/** Options of `profile` and of `evidence promptfoo`: what the files are, how they are grouped, what counts as a pass. */
import { CSV_COLUMNS, GROUPINGS, INPUT_FORMATS } from "../../profile/names.ts";
import type { OptionSpecs } from "../../question/option.ts";
import { PREFERENCE_OPTIONS } from "../../question/options/preferences.ts";

/** Options of `evidence promptfoo`: what counts as a pass, and which model each column is. */
export const PROMPTFOO_OPTIONS = {
  /** The same option as everywhere; of a mix one task is told to be named. */
  task: PREFERENCE_OPTIONS.task,
  map: {
    flag: "--map",
    group: "This command",
    placeholder: "column=model",
    help: "what a column is, by number, label or provider: model, model@effort, or 'skip' to leave it out",
    repeatable: true,
  },
  prompt: {
    flag: "--prompt",
    group: "This command",
    placeholder: "label|number",
    help: "the prompt whose results count, where there are several",
  },
  metric: {
    flag: "--metric",
    group: "This command",
    placeholder: "name",
    help: "the named score that decides, at 0.5 or more, instead of every assertion",
  },
  target: {
    flag: "--target",
    group: "This command",
    placeholder: "rate",
    help: "the success rate the work needs, such as 0.9: your own bar instead of the common scale",
  },
  countLatency: {
    flag: "--count-latency",
    group: "This command",
    help: "let assertions on latency and cost fail a test: left out unless told, being criteria of their own",
  },
  errors: {
    flag: "--errors",
    group: "This command",
    placeholder: "how",
    help: "requests that were not served (429, 5xx, network): 'exclude' them however many, or count them as 'fail'",
    choices: ["exclude", "fail"],
  },
  strict: {
    flag: "--strict",
    group: "This command",
    help: "fail where a row or a column is left out",
  },
} as const satisfies OptionSpecs;

export const PROFILE_OPTIONS = {
  inputFormat: {
    flag: "--input-format",
    group: "This command",
    placeholder: "name",
    help: `what the files are, where they do not tell: ${INPUT_FORMATS.join(", ")}`,
    choices: INPUT_FORMATS,
  },
  columns: {
    flag: "--columns",
    group: "This command",
    placeholder: "name=header,…",
    help: `which column of a CSV file holds what, its files being CSV then: ${CSV_COLUMNS.join(", ")}`,
    repeatable: true,
  },
  by: {
    flag: "--by",
    group: "This command",
    placeholder: "what",
    help: "one requirements file for each: project where there is one, else tag, else model, unless told",
    choices: GROUPINGS,
  },
  whatIf: {
    flag: "--what-if",
    group: "This command",
    help: "how far a month may lie from the mean, from seven days on",
  },
  assumeDays: {
    flag: "--assume-days",
    group: "This command",
    placeholder: "n",
    help: "the days that the files cover, where they do not say or span less than one",
  },
  partial: {
    flag: "--partial",
    group: "This command",
    help: "go on although the last page says that there is more",
  },
  strict: {
    flag: "--strict",
    group: "This command",
    help: "fail where a record is left out",
  },
} as const satisfies OptionSpecs;
