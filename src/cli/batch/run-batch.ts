/** Reads, answers and prints block after block: nothing is kept of a line that is done. */
import type { Io } from "../io.ts";
import type { BlockRecords } from "./answer-block.ts";
import { linesOf } from "../../files/lines.ts";
import type { WorkerPool } from "./worker-pool.ts";

export interface BatchOutcome {
  answered: number;
  /** Mistakes in lines. */
  failed: number;
  /** Errors of ours. */
  broken: number;
  /** Numbers of the first lines that were not answered. */
  badLines: number[];
}

/** As many as somebody looks up one by one. */
const MOST_NAMED = 6;

/**
 * @param failFast whether the first line that fails is the last one answered
 * @param deliver takes the records' texts as they are ready; it may stop early
 */
export async function runBatch(
  chunks: AsyncIterable<Uint8Array>,
  pool: WorkerPool,
  failFast: boolean,
  deliver: (texts: AsyncIterable<string>) => Promise<void>,
  io: Io,
): Promise<BatchOutcome> {
  const outcome: BatchOutcome = { answered: 0, failed: 0, broken: 0, badLines: [] };
  const progress = progressOn(io);
  async function* texts(): AsyncGenerator<string> {
    for await (const { text, answered, failed, broken, badLines } of recordsOf(chunks, pool)) {
      outcome.answered += answered;
      outcome.failed += failed;
      outcome.broken += broken;
      outcome.badLines.push(...badLines.slice(0, MOST_NAMED - outcome.badLines.length));
      progress.clear();
      yield text;
      progress.show(outcome);
      if (failFast && failed + broken > 0) return;
    }
  }
  try {
    await deliver(texts());
  } finally {
    progress.clear();
  }
  return outcome;
}

async function* recordsOf(
  chunks: AsyncIterable<Uint8Array>,
  pool: WorkerPool,
): AsyncGenerator<BlockRecords> {
  for await (const lines of linesOf(chunks)) yield* pool.answer(lines);
}

/** One line that is written over again, where somebody watches; away while records are printed. */
function progressOn({ stderr }: Io) {
  let isShown = false;
  return {
    show({ answered, failed, broken }: BatchOutcome) {
      if (!stderr.isTTY) return;
      const bad = failed + broken;
      stderr.write(`\r\u001B[K${counted(answered + bad)}, ${bad} failed`);
      isShown = true;
    },
    clear() {
      if (isShown) stderr.write("\r\u001B[K");
      isShown = false;
    },
  };
}

function counted(lines: number): string {
  return `${lines} line${lines === 1 ? "" : "s"}`;
}

/** What became of a batch: said where a line failed, or the records went where nobody sees them. */
export function batchSummary({ answered, failed, broken, badLines }: BatchOutcome): string {
  const bad = failed + broken;
  const which = `line${badLines.length === 1 ? "" : "s"} ${badLines.join(", ")}`;
  const more = bad > badLines.length ? ` and ${bad - badLines.length} more` : "";
  return `${counted(answered + bad)}: ${answered} answered, ${bad} failed${bad === 0 ? "" : ` (${which}${more})`}`;
}
