/** The threads that answer a batch: this one alone while there are few lines, then workers. */
import { type BlockContext, blockAnswerer, type BlockRecords } from "./answer-block.ts";
import type { Line } from "../../files/lines.ts";
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
/** Lines of a batch that are worth starting a worker for. */
const LINES_BEFORE_A_WORKER = 64;

/** @param threads how many may answer; 1 starts none */
export function openWorkerPool(context: BlockContext, threads: number): WorkerPool {
  const answerHere = blockAnswerer(context);
  const workers: Worker[] = [];
  let most = threads;
  let seen = 0;
  const start = async () => {
    const wanted = Math.min(most, Math.floor(seen / LINES_BEFORE_A_WORKER));
    // One worker alone would only keep this thread waiting.
    if (wanted < 2 || wanted <= workers.length) return;
    const { startWorker } = await import("./worker.ts");
    while (workers.length < wanted) {
      const worker = startWorker(context);
      if (worker === null) {
        most = workers.length;
        return;
      }
      workers.push(worker);
    }
  };
  return {
    async *answer(lines) {
      seen += lines.length;
      await start();
      const blocks = blocksOf(lines, workers.length);
      if (workers.length > 0) yield* dealt(blocks, workers);
      else for (const block of blocks) yield answerHere(block);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Small enough for every worker to have its share of few lines. */
function blocksOf(lines: readonly Line[], workers: number): Line[][] {
  const share = Math.ceil(lines.length / Math.max(1, workers * BLOCKS_A_WORKER));
  const size = Math.min(LINES_A_BLOCK, Math.max(1, share));
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, place) =>
    lines.slice(place * size, (place + 1) * size),
  );
}

/**
 * Blocks take about as long as each other: dealt out in turn, every worker has the same to do. No more are out than
 * keep all of them busy, so that a slow reader slows the workers and nothing piles up.
 */
async function* dealt(
  blocks: readonly Line[][],
  workers: readonly Worker[],
): AsyncGenerator<BlockRecords> {
  const out: Promise<BlockRecords>[] = [];
  let next = 0;
  const deal = () => {
    const [block, worker] = [blocks[next], workers[next % workers.length]];
    if (block !== undefined && worker !== undefined) out.push(worker.answer(block));
    next += 1;
  };
  for (let place = 0; place < workers.length * BLOCKS_A_WORKER; place += 1) deal();
  for (let oldest = out.shift(); oldest !== undefined; oldest = out.shift()) {
    const records = await oldest;
    deal();
    yield records;
  }
}
