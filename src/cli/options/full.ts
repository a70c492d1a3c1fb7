/** The option of accounts that fill more than a screen. */
import type { OptionSpecs } from "../../question/option.ts";

export const FULL_OPTIONS = {
  full: {
    flag: "--full",
    group: "This command",
    help: "every test, claim and source, however long",
  },
} as const satisfies OptionSpecs;
