/** Options of `ask`. */
import type { OptionSpecs } from "../../question/option.ts";

export const ASK_OPTIONS = {
  save: {
    flag: "--save",
    group: "This command",
    placeholder: "file",
    help: "keep the answers as a requirements file, for -r",
    isPath: true,
  },
} as const satisfies OptionSpecs;
