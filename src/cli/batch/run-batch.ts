/** Reads, answers and prints block after block: nothing is kept of a line that is done. */
import type { Io } from "../io.ts";
import type { BlockRecords } from "./answer-block.ts";
import type { Crew } from "./crew.ts";
import { type Line, linesOf } from "./lines.ts";

export interface BatchOutcome {
  answered: number;
  failed: number;
}

/** Lines that are answered by one thread and printed at once: fewer calls, and still soon. */
const LINES_A_BLOCK = 16;

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
      progress.show(outcome);
      yield text;
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
  for await (const lines of linesOf(chunks)) yield* crew.answer(blocksOf(lines));
}

function blocksOf(lines: readonly Line[]): Line[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_A_BLOCK) }, (_, place) =>
    lines.slice(place * LINES_A_BLOCK, (place + 1) * LINES_A_BLOCK),
  );
}

/** One line that is written over again, where somebody watches. */
function progressOn({ stderr }: Io) {
  return {
    show({ answered, failed }: BatchOutcome) {
      if (stderr.isTTY) stderr.write(`\r\u001B[K${answered + failed} lines, ${failed} failed`);
    },
    clear() {
      if (stderr.isTTY) stderr.write("\r\u001B[K");
    },
  };
}
