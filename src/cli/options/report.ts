/** Options of the report alone. */
import type { OptionSpecs } from "../../question/option.ts";

const group = "Output";

export const REPORT_OPTIONS = {
  open: {
    flag: "--open",
    group,
    help: "open the page in the browser; without -o it is written to a temporary file",
  },
  static: {
    flag: "--static",
    group,
    help: "without scripts and controls, for mail and archives",
  },
} as const satisfies OptionSpecs;
