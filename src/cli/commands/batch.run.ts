/** The work of `pick-model batch`: every line answered. */
import type { Invocation } from "../command.ts";
import { readBatchOptions } from "../batch/batch-options.ts";
import { batchSummary, runBatch } from "../batch/run-batch.ts";
import { openWorkerPool } from "../batch/worker-pool.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { note } from "../messages.ts";
import { EXIT } from "../exit-codes.ts";
import type { BATCH_OPTIONS } from "../options/batch.ts";
import type { CATALOG_OPTIONS, SAMPLING_OPTIONS } from "../options/evidence.ts";
import type { FILE_OPTIONS } from "../options/output.ts";
import type { DAY_OPTIONS } from "../options/requirements.ts";
import { deliverTexts, readDestination } from "../output.ts";
import { openStreamedInput } from "../streamed-input.ts";

const READER = {
  command: "batch",
  verb: "answer",
  advice: "name a file, or pipe in one JSON document a line",
};

export async function run({
  operands: [file],
  options,
  io,
}: Invocation<
  typeof BATCH_OPTIONS &
    typeof DAY_OPTIONS &
    typeof CATALOG_OPTIONS &
    typeof SAMPLING_OPTIONS &
    typeof FILE_OPTIONS
>): Promise<number> {
  const { fields, threads, failFast } = readBatchOptions(options);
  const stated = readSampling(options);
  const destination = readDestination(options);
  const catalog = await openCatalogFor(options, io);
  const asOf = readAsOf(options, io);
  const { draws, seed } = { ...catalog.levels.sampling, ...stated };
  const { name, chunks } = await openStreamedInput(file, io, READER);
  const context = { catalog, asOf, sampling: { draws, seed }, fields, name, failFast };
  const pool = openWorkerPool(context, threads);
  const deliver = (texts: AsyncIterable<string>) => deliverTexts(texts, destination, io);
  try {
    const outcome = await runBatch(chunks, pool, failFast, deliver, io);
    const { failed, broken } = outcome;
    if (failed + broken > 0 || destination !== null) note(io, batchSummary(outcome));
    if (broken > 0) return EXIT.bug;
    return failed > 0 ? EXIT.usage : EXIT.answered;
  } finally {
    await pool.stop();
  }
}
