/** `pick-model batch`: a recommendation for every line of a stream. */
import { defineCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { BATCH_OPTIONS } from "../options/batch.ts";
import { FILE_OPTIONS } from "../options/output.ts";
import { CATALOG_OPTIONS, SAMPLING_OPTIONS } from "../options/evidence.ts";
import { DAY_OPTIONS } from "../options/requirements.ts";

export const batch = defineCommand({
  summary: "recommend for every line of a stream",
  description:
    "Reads one JSON requirements document a line and prints one recommendation a line, in the same order. A line " +
    "that fails gives a record with its number and the error, the others go on, and the exit code is 2.",
  operands: [{ name: "file", help: "NDJSON; stdin unless named" }],
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
  async run({ operands: [file], options, io }) {
    const [
      { openAskedCatalog },
      { readAsOf },
      { readSampling },
      { deliverTexts, readDestination },
      { readBatchAsked },
      { openCrew },
      { openBatchInput },
      { runBatch },
    ] = await Promise.all([
      import("../open-catalog.ts"),
      import("../as-of.ts"),
      import("../sampling.ts"),
      import("../output.ts"),
      import("../batch/asked.ts"),
      import("../batch/crew.ts"),
      import("../batch/input.ts"),
      import("../batch/run-batch.ts"),
    ]);
    const { fields, threads, failFast } = readBatchAsked(options);
    const stated = readSampling(options);
    const destination = readDestination(options);
    const catalog = await openAskedCatalog(options, io);
    const asOf = await readAsOf(options, catalog, io);
    const { draws, seed } = { ...catalog.levels.sampling, ...stated };
    const { name, chunks } = await openBatchInput(file, io);
    const sampling = { draws, seed };
    const crew = openCrew({ catalog, asOf, sampling, fields, name, failFast }, threads);
    const deliver = (texts: AsyncIterable<string>) => deliverTexts(texts, destination, io);
    try {
      const { failed, broken } = await runBatch(chunks, crew, failFast, deliver, io);
      if (broken > 0) return EXIT.bug;
      return failed > 0 ? EXIT.usage : EXIT.answered;
    } finally {
      await crew.dismiss();
    }
  },
});
