/** Options of `batch`. */
import type { OptionSpecs } from "./option.ts";

export const BATCH_OPTIONS = {
  failFast: {
    flag: "--fail-fast",
    group: "This command",
    help: "stop at the first line that fails",
  },
} as const satisfies OptionSpecs;
