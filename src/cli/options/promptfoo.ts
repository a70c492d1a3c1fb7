/** Options of `evidence promptfoo`: what counts as a pass, and which model each column is. */
import type { OptionSpecs } from "../../question/option.ts";
import { PREFERENCE_OPTIONS } from "../../question/options/preferences.ts";

const group = "This command";

export const PROMPTFOO_OPTIONS = {
  /** The same option as everywhere; of a mix one task is told to be named. */
  task: PREFERENCE_OPTIONS.task,
  map: {
    flag: "--map",
    group,
    placeholder: "column=model",
    help: "what a column is, by number, label or provider: model, model@effort, or 'skip' to leave it out",
    repeatable: true,
  },
  prompt: {
    flag: "--prompt",
    group,
    placeholder: "label|number",
    help: "the prompt whose results count, where there are several",
  },
  metric: {
    flag: "--metric",
    group,
    placeholder: "name",
    help: "the named score that decides, at 0.5 or more, instead of every assertion",
  },
  target: {
    flag: "--target",
    group,
    placeholder: "rate",
    help: "the success rate the work needs, such as 0.9: your own bar instead of the common scale",
  },
  countLatency: {
    flag: "--count-latency",
    group,
    help: "let assertions on latency and cost fail a test: left out unless told, being criteria of their own",
  },
  errors: {
    flag: "--errors",
    group,
    placeholder: "how",
    help: "requests that were not served (429, 5xx, network): 'exclude' them however many, or count them as 'fail'",
    choices: ["exclude", "fail"],
  },
  strict: {
    flag: "--strict",
    group,
    help: "fail where a row or a column is left out",
  },
} as const satisfies OptionSpecs;
