/** The work of `pick-model batch`: its options read, every line answered. */
import { availableParallelism } from "node:os";
import { RESULT_FIELDS, type ResultField } from "../../answers/recommendation/vocabulary.ts";
import type { OptionValues } from "../../question/option.ts";
import { readNumber } from "../../typed/number.ts";
import { readWords } from "../../typed/word.ts";
import { shellWord } from "../../words/sentences.ts";
import { batchSummary, runBatch } from "../batch/run-batch.ts";
import { openWorkerPool } from "../batch/worker-pool.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { EXIT } from "../exit-codes.ts";
import { note } from "../messages.ts";
import type {
  FILE_OPTIONS,
  CATALOG_OPTIONS,
  SAMPLING_OPTIONS,
  DAY_OPTIONS,
} from "../options/common.ts";
import type { BATCH_OPTIONS } from "../options/single-command.ts";
import { deliverTexts, readDestination } from "../output.ts";
import { openStreamedInput } from "../streamed-input.ts";

// The options of `batch`, read.

export interface BatchOptions {
  /** What a record holds. */
  fields: readonly ResultField[];
  /** How many may answer at a time. */
  threads: number;
  failFast: boolean;
}

const MOST_THREADS = 64;
/** Each takes some sixty megabytes: more of them are for who asks for them. */
const MOST_UNLESS_TOLD = 8;

/** @throws Failure (usage) */
export function readBatchOptions(options: OptionValues<typeof BATCH_OPTIONS>): BatchOptions {
  const { fields, threads, failFast = false } = options;
  return {
    fields: fields === undefined ? RESULT_FIELDS : readWords(fields, "--fields", RESULT_FIELDS),
    threads:
      threads === undefined
        ? Math.min(availableParallelism(), MOST_UNLESS_TOLD)
        : readNumber(threads, "--threads", {
            what: "a number of threads",
            example: "4",
            positive: true,
            whole: true,
            most: MOST_THREADS,
          }),
    failFast,
  };
}

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
    const heard = beginningOf(chunks);
    const outcome = await runBatch(heard.chunks, pool, failFast, deliver, io);
    const { answered, failed, broken } = outcome;
    if (failed + broken > 0 || destination !== null) note(io, batchSummary(outcome));
    const instead = answered > 0 || failed < 2 ? null : meantInstead(heard.text(), file);
    if (instead !== null) note(io, instead);
    if (broken > 0) return EXIT.bug;
    return failed > 0 ? EXIT.usage : EXIT.answered;
  } finally {
    await pool.stop();
  }
}

/** Longer texts are no document that somebody wrote over several lines. */
const LONGEST_DOCUMENT = 100_000;

/** The same chunks, and the text they make where it is short. */
function beginningOf(chunks: AsyncIterable<Uint8Array>) {
  const kept: Uint8Array[] = [];
  let length = 0;
  async function* passed() {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length <= LONGEST_DOCUMENT) kept.push(chunk);
      yield chunk;
    }
  }
  const text = () => (length <= LONGEST_DOCUMENT ? Buffer.concat(kept).toString() : null);
  return { chunks: passed(), text };
}

/** One document over several lines is no batch, and neither is a list of documents. */
function meantInstead(text: string | null, file: string | undefined): string | null {
  const value = text === null ? null : parsed(text);
  if (typeof value !== "object" || value === null) return null;
  const from = file === undefined || file === "-" ? "" : ` ${shellWord(file)}`;
  return Array.isArray(value)
    ? `this is one JSON list, not one document a line: jq -c '.[]'${from} | pick-model batch`
    : `this is one JSON document, not one a line: pick-model -r${from === "" ? " -" : from}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
