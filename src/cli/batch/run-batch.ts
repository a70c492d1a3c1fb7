/** Reads, answers and prints line after line: nothing is kept of a line that is done. */
import type { Io } from "../io.ts";
import { type LineRecord } from "./answer-line.ts";
import { linesOf, type Line } from "./lines.ts";

export interface BatchOutcome {
  answered: number;
  failed: number;
}

/** Records that are printed at once: fewer calls, and still soon. */
const RECORDS_A_WRITE = 64;
const RECORDS_A_PROGRESS_LINE = 256;

export async function runBatch(
  chunks: AsyncIterable<Uint8Array>,
  answer: (line: Line) => Promise<LineRecord>,
  failFast: boolean,
  io: Io,
): Promise<BatchOutcome> {
  const outcome = { answered: 0, failed: 0 };
  const progress = progressOn(io);
  let waiting: string[] = [];
  const flush = async (): Promise<boolean> => {
    if (waiting.length > 0) io.stdout.write(waiting.join(""));
    waiting = [];
    return (await io.stdout.drained?.()) ?? true;
  };
  for await (const line of linesOf(chunks)) {
    if (line.text?.trim() === "") continue;
    const { json, isAnswered } = await answer(line);
    waiting.push(`${json}\n`);
    outcome[isAnswered ? "answered" : "failed"] += 1;
    progress.show(outcome);
    if (failFast && !isAnswered) break;
    // Nobody reads any more: there is nobody left to answer.
    if (waiting.length >= RECORDS_A_WRITE && !(await flush())) break;
  }
  await flush();
  progress.clear();
  return outcome;
}

/** One line that is written over again, where somebody watches. */
function progressOn({ stderr }: Io) {
  return {
    show({ answered, failed }: BatchOutcome) {
      if (!stderr.isTTY || (answered + failed) % RECORDS_A_PROGRESS_LINE !== 1) return;
      stderr.write(`\r\u001B[K${answered + failed} lines, ${failed} failed`);
    },
    clear() {
      if (stderr.isTTY) stderr.write("\r\u001B[K");
    },
  };
}
