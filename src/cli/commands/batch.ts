/** `pick-model batch`: a recommendation for every line of a stream. */
import { defineCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { BATCH_OPTIONS } from "../options/batch.ts";
import { CATALOG_OPTIONS, DAY_OPTIONS, SAMPLING_OPTIONS } from "../options/candidates.ts";

export const batch = defineCommand({
  summary: "recommend for every line of a stream",
  description:
    "Reads one JSON requirements document a line and prints one recommendation a line, in the same order. A line " +
    "that fails gives a record with its number and the error, the others go on, and the exit code is 2.",
  operands: [{ name: "file", help: "NDJSON; stdin unless named" }],
  options: { ...BATCH_OPTIONS, ...DAY_OPTIONS, ...CATALOG_OPTIONS, ...SAMPLING_OPTIONS },
  examples: [
    {
      line: "pick-model batch projects.ndjson --draws 0 > answers.ndjson",
      says: "many questions, fast: confidence over the weights alone",
    },
  ],
  async run({ operands: [file], options, io }) {
    const [
      { openAskedCatalog },
      { readAsOf },
      { readSampling },
      parts,
      { openBatchInput },
      { runBatch },
    ] = await Promise.all([
      import("../open-catalog.ts"),
      import("../as-of.ts"),
      import("../sampling.ts"),
      import("../batch/answer-line.ts"),
      import("../batch/input.ts"),
      import("../batch/run-batch.ts"),
    ]);
    const asked = readSampling(options);
    const catalog = await openAskedCatalog(options, io);
    const asOf = await readAsOf(options, catalog, io);
    const { draws, seed } = { ...catalog.levels.sampling, ...asked };
    const { name, chunks } = await openBatchInput(file, io);
    const answer = parts.lineAnswerer({ catalog, asOf, sampling: { draws, seed }, name });
    const { failed } = await runBatch(chunks, answer, options.failFast === true, io);
    return failed > 0 ? EXIT.usage : EXIT.answered;
  },
});
