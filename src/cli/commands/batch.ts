/** `pick-model batch`: a recommendation for every line of a stream. */
import { defineCommand } from "../command.ts";
import { FILE_OPTIONS, CATALOG_OPTIONS, SAMPLING_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import { BATCH_OPTIONS } from "../options/single-command.ts";

export const batch = defineCommand({
  summary: "recommend for every line of a stream",
  description:
    "Reads one JSON requirements document a line and prints one recommendation a line, in the same order. A line " +
    "that fails gives a record with its number and the error, the others go on, and the exit code is 2.",
  operands: [{ name: "file", help: "NDJSON; stdin unless named", files: "*" }],
  options: {
    ...BATCH_OPTIONS,
    ...DAY_OPTIONS,
    ...CATALOG_OPTIONS,
    ...SAMPLING_OPTIONS,
    ...FILE_OPTIONS,
  },
  examples: [
    {
      line: "pick-model batch projects.ndjson -o answers.ndjson",
      says: "many questions; the answers in a file once all are there",
    },
    {
      line: "pick-model batch projects.ndjson --draws 0 --fields recommendation",
      says: "the picks alone, fastest: confidence over the weights only",
    },
  ],
  run: async (invocation) => (await import("./batch.run.ts")).run(invocation),
});
