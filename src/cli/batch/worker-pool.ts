/** The threads that answer a batch: this one, and where there are many lines workers beside it. */
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import type { Line } from "../../files/lines.ts";
import { type BlockContext, blockAnswerer, type BlockRecords } from "./answer-block.ts";
import type { Worker } from "./worker.ts";

export interface WorkerPool {
  /** Records in the order of the lines, block by block, each block as soon as those before it are done. */
  answer(lines: readonly Line[]): AsyncIterable<BlockRecords>;
  /** Ends the workers, whatever they are at. */
  stop(): Promise<void>;
}

/** Lines that are answered by one thread and printed at once, at most: fewer calls, and still soon. */
const LINES_A_BLOCK = 16;
/** Blocks a worker has before it: the one it answers, and the next. */
const BLOCKS_A_WORKER = 2;
/** Blocks that are answered or being answered and not printed yet, a thread: one that starts keeps the others waiting. */
const MOST_BLOCKS_OUT = 8;
/** Lines of a batch that are worth a thread. */
const LINES_A_THREAD = 64;

/** @param threads how many may answer, this one among them; 1 starts none */
export function openWorkerPool(context: BlockContext, threads: number): WorkerPool {
  const answerHere = blockAnswerer(context);
  const workers: Worker[] = [];
  let most = threads;
  let seen = 0;
  const start = async () => {
    const wanted = Math.min(most, Math.floor(seen / LINES_A_THREAD)) - 1;
    if (wanted <= workers.length) return;
    const { startWorker } = await import("./worker.ts");
    while (workers.length < wanted) {
      const worker = startWorker(context);
      if (worker === null) {
        most = workers.length + 1;
        return;
      }
      workers.push(worker);
    }
  };
  return {
    async *answer(lines) {
      seen += lines.length;
      await start();
      yield* dealt(blocksOf(lines, workers.length + 1), workers, answerHere);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Small enough for every thread to have its share of few lines. */
function blocksOf(lines: readonly Line[], threads: number): Line[][] {
  const share = Math.ceil(lines.length / (threads * BLOCKS_A_WORKER));
  const size = Math.min(LINES_A_BLOCK, share);
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, place) =>
    lines.slice(place * size, (place + 1) * size),
  );
}

/**
 * Whoever is free takes the next block: a worker with less than it should have before it, else this thread. No more are
 * out than keep all of them busy, so that a slow reader slows them and nothing piles up.
 */
async function* dealt(
  blocks: readonly Line[][],
  workers: readonly Worker[],
  answerHere: (block: readonly Line[]) => BlockRecords,
): AsyncGenerator<BlockRecords> {
  const out: Promise<BlockRecords>[] = [];
  const mostOut = MOST_BLOCKS_OUT * (workers.length + 1);
  let next = 0;
  while (next < blocks.length || out.length > 0) {
    for (const worker of workers) {
      for (let room = BLOCKS_A_WORKER - worker.waiting(); room > 0; room -= 1) {
        const block = blocks[next];
        if (block === undefined) break;
        out.push(worker.answer(block));
        next += 1;
      }
    }
    const own = out.length < mostOut ? blocks[next] : undefined;
    if (own !== undefined) {
      out.push(Promise.resolve(answerHere(own)));
      next += 1;
    }
    // With a block to answer here, only what is ready is waited for.
    for (const oldest of out.slice()) {
      const records = await (own === undefined ? oldest : Promise.race([oldest, turnOfTheLoop()]));
      if (records === undefined) break;
      void out.shift(); // the one just awaited
      yield records;
      if (own === undefined) break;
    }
  }
}
