/** Reads, answers and prints block after block: nothing is kept of a line that is done. */
import type { Io } from "../io.ts";
import type { BlockRecords } from "./answer-block.ts";
import type { Crew } from "./crew.ts";
import { linesOf } from "./lines.ts";

export interface BatchOutcome {
  answered: number;
  failed: number;
}

/**
 * @param failFast whether the first line that fails is the last one answered
 * @param deliver takes the records' texts as they are ready; it may stop early
 */
export async function runBatch(
  chunks: AsyncIterable<Uint8Array>,
  crew: Crew,
  failFast: boolean,
  deliver: (texts: AsyncIterable<string>) => Promise<void>,
  io: Io,
): Promise<BatchOutcome> {
  const outcome = { answered: 0, failed: 0 };
  const progress = progressOn(io);
  async function* texts(): AsyncGenerator<string> {
    for await (const { text, answered, failed } of recordsOf(chunks, crew)) {
      outcome.answered += answered;
      outcome.failed += failed;
      progress.clear();
      yield text;
      progress.show(outcome);
      if (failFast && failed > 0) return;
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
  crew: Crew,
): AsyncGenerator<BlockRecords> {
  for await (const lines of linesOf(chunks)) yield* crew.answer(lines);
}

/** One line that is written over again, where somebody watches; away while records are printed. */
function progressOn({ stderr }: Io) {
  let isShown = false;
  return {
    show({ answered, failed }: BatchOutcome) {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001B[K${answered + failed} lines, ${failed} failed`);
      isShown = true;
    },
    clear() {
      if (isShown) stderr.write("\r\u001B[K");
      isShown = false;
    },
  };
}
