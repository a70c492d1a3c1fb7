/** Options of `batch`. */
import { RESULT_FIELDS } from "../../answers/recommendation/vocabulary.ts";
import type { OptionSpecs } from "../../question/option.ts";

export const BATCH_OPTIONS = {
  failFast: {
    flag: "--fail-fast",
    group: "This command",
    help: "stop at the first line that fails",
  },
  fields: {
    flag: "--fields",
    group: "This command",
    placeholder: "name,…",
    help: "only these fields of each record, such as recommendation: shorter, and many times as fast",
    choices: RESULT_FIELDS,
    repeatable: true,
  },
  threads: {
    flag: "--threads",
    group: "This command",
    placeholder: "n",
    help: "how many answer at a time; one a processor, at most 8, unless told; 1 needs the least memory",
  },
} as const satisfies OptionSpecs;
