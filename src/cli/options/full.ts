/** The option of accounts that fill more than a screen. */
import type { OptionSpecs } from "../../question/option.ts";

export const FULL_OPTIONS = {
  full: {
    flag: "--full",
    group: "This command",
    help: "all there is to say, with its sources, however long",
  },
} as const satisfies OptionSpecs;
