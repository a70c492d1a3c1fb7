/** Options of `profile`: what the files are, and by what their use is grouped. */
import type { OptionSpecs } from "../../question/option.ts";
import { GROUPINGS, PROFILE_FORMATS } from "../../profile/names.ts";

const group = "This command";

export const PROFILE_OPTIONS = {
  inputFormat: {
    flag: "--input-format",
    group,
    placeholder: "name",
    help: `what the files are, where they do not tell: ${PROFILE_FORMATS.join(", ")}`,
    choices: PROFILE_FORMATS,
  },
  by: {
    flag: "--by",
    group,
    placeholder: "what",
    help: "one requirements file for each: project where there is one, else tag, else model, unless told",
    choices: GROUPINGS,
  },
  whatIf: {
    flag: "--what-if",
    group,
    help: "how far a month may lie from the mean, from seven days on",
  },
  assumeDays: {
    flag: "--assume-days",
    group,
    placeholder: "n",
    help: "the days that the files cover, where they do not say or span less than one",
  },
  partial: {
    flag: "--partial",
    group,
    help: "go on although the last page says that there is more",
  },
  strict: {
    flag: "--strict",
    group,
    help: "fail where a record is left out",
  },
} as const satisfies OptionSpecs;
