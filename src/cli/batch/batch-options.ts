/** The options of `batch`, read. */
import { availableParallelism } from "node:os";
import { readNumber } from "../../typed/number.ts";
import { readWords } from "../../typed/word.ts";
import { RESULT_FIELDS, type ResultField } from "../../answers/recommendation/vocabulary.ts";
import type { BATCH_OPTIONS } from "../options/batch.ts";
import type { OptionValues } from "../../question/option.ts";

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
