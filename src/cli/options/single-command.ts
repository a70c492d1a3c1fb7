/**
 * Options that one command alone takes, beside the requirements: of ask, batch, compare, cost, explain, migrate,
 * report.
 */
import { RESULT_FIELDS } from "../../answers/recommendation/vocabulary.ts";
import type { OptionSpecs } from "../../question/option.ts";
import { REQUEST_ENDPOINTS, REQUEST_PARAMETERS } from "../../schema/vocabulary.ts";

/** Options of the report alone. */
export const REPORT_OPTIONS = {
  open: {
    flag: "--open",
    group: "Output",
    help: "open the page in the browser; without -o it is written to a temporary file",
  },
  static: {
    flag: "--static",
    group: "Output",
    help: "without scripts and controls, for mail and archives",
  },
} as const satisfies OptionSpecs;

/** Options of `pick-model cost` that state no requirement: what else to work out. */
export const COST_OPTIONS = {
  totalRequests: {
    flag: "--total-requests",
    group: "This command",
    placeholder: "n",
    help: "requests of a one-off job, billed as a whole (143k)",
  },
  compareTiers: {
    flag: "--compare-tiers",
    group: "This command",
    help: "the same workload in the standard, batch and fast tiers",
  },
  errorCost: {
    flag: "--error-cost",
    group: "This command",
    placeholder: "usd",
    help: "what one wrong answer costs you",
  },
  success: {
    flag: "--success",
    group: "This command",
    placeholder: "model=share",
    help: "how often a model answered well in your own tests: gpt-4o=0.91",
    repeatable: true,
  },
} as const satisfies OptionSpecs;

const group = "This command";

/** Options that say how much of a comparison is shown. */
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

/** Options of `batch`. */
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

/** Options of `ask`. */
export const ASK_OPTIONS = {
  save: {
    flag: "--save",
    group: "This command",
    placeholder: "file",
    help: "keep the answers as a requirements file, for -r",
    isPath: true,
  },
} as const satisfies OptionSpecs;

export const FULL_OPTIONS = {
  full: {
    flag: "--full",
    group: "This command",
    help: "all there is to say, with its sources, however long",
  },
} as const satisfies OptionSpecs;

/** Options of `pick-model migrate` that state no requirement: what a request holds today, and where it is sent. */
export const MIGRATION_OPTIONS = {
  sends: {
    flag: "--sends",
    group: "This command",
    placeholder: "name,…",
    help: "what your requests hold today: max_tokens, temperature, tools, images, …",
    choices: REQUEST_PARAMETERS,
    repeatable: true,
  },
  endpoint: {
    flag: "--endpoint",
    group: "This command",
    placeholder: "name",
    help: "where they are sent: chat (completions), unless told, or responses",
    choices: REQUEST_ENDPOINTS,
  },
  ...FULL_OPTIONS,
} as const satisfies OptionSpecs;
