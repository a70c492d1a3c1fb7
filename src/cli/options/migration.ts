/** Options of `pick-model migrate` that state no requirement: what a request holds today, and where it is sent. */
import { FULL_OPTIONS } from "./full.ts";
import type { OptionSpecs } from "../../question/option.ts";
import { REQUEST_ENDPOINTS, REQUEST_PARAMETERS } from "../../schema/vocabulary.ts";

const group = "This command";

export const MIGRATION_OPTIONS = {
  sends: {
    flag: "--sends",
    group,
    placeholder: "name,…",
    help: "what your requests hold today: max_tokens, temperature, tools, images, …",
    choices: REQUEST_PARAMETERS,
    repeatable: true,
  },
  endpoint: {
    flag: "--endpoint",
    group,
    placeholder: "name",
    help: "where they are sent: chat (completions), unless told, or responses",
    choices: REQUEST_ENDPOINTS,
  },
  ...FULL_OPTIONS,
} as const satisfies OptionSpecs;
