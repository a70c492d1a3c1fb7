/** `pick-model ask`: a few questions, the answer, and the command line they make. */
import { defineCommand } from "../command.ts";
import {
  outputOptions,
  CATALOG_OPTIONS,
  SAMPLING_OPTIONS,
  DAY_OPTIONS,
} from "../options/common.ts";
import { ASK_OPTIONS } from "../options/single-command.ts";

export const ask = defineCommand({
  summary: "be asked a few questions, and answered",
  description:
    "Asks what the work is, how much of it there is, what it may cost, how good it must be and, where a shutdown is " +
    "near, until when; answers, and says the command line that asks the same. It needs a terminal.",
  options: {
    ...DAY_OPTIONS,
    ...CATALOG_OPTIONS,
    ...SAMPLING_OPTIONS,
    ...outputOptions("madr"),
    ...ASK_OPTIONS,
  },
  examples: [
    { line: "pick-model ask", says: "be asked" },
    { line: "pick-model ask --save requirements.yaml", says: "and keep what was answered" },
  ],
  run: async (invocation) => (await import("./ask.run.ts")).run(invocation),
});
