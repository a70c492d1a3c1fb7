/** A worker thread of a batch: how it is started and stopped, and what it does there. */
import path from "node:path";
import { Worker as Thread, parentPort, workerData } from "node:worker_threads";
import type { Line } from "../../files/lines.ts";
import { type BlockContext, type BlockRecords, blockAnswerer } from "./answer-block.ts";

const WORKER_FILE = "worker.cjs";

export interface Worker {
  answer(block: readonly Line[]): Promise<BlockRecords>;
  /** Blocks it has not answered yet. */
  waiting(): number;
  stop(): Promise<unknown>;
}

/** Null where no thread can be had: the system allows no more, or the sources run as they are. */
export function startWorker(context: BlockContext): Worker | null {
  if (import.meta.filename.endsWith(".ts")) return null;
  try {
    return workerOn(
      new Thread(path.join(import.meta.dirname, WORKER_FILE), {
        workerData: context,
        // Its own words go nowhere: each thread would hang listeners of its own on a piped stdout.
        stdout: true,
        stderr: true,
      }),
    );
  } catch {
    return null;
  }
}

function workerOn(thread: Thread): Worker {
  /** Blocks sent and not answered yet, oldest first: answers come in that order. */
  const waiting: { resolve: (records: BlockRecords) => void; reject: (error: unknown) => void }[] =
    [];
  let broken: Error | undefined;
  const breakDown = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  thread.on("message", (records: BlockRecords) => waiting.shift()?.resolve(records));
  thread.on("error", breakDown);
  thread.on("exit", () => breakDown(new Error("a thread of the batch has ended")));
  return {
    answer(block) {
      const answer = new Promise<BlockRecords>((resolve, reject) => {
        if (broken === undefined) waiting.push({ resolve, reject });
        else reject(broken);
      });
      answer.catch(() => undefined); // heard of by whoever awaits it, maybe after others
      thread.postMessage(block, []);
      return answer;
    },
    waiting: () => waiting.length,
    stop: () => thread.terminate(),
  };
}

/** What a worker thread does: answers the blocks it is sent, one after the other. */
export function serveBlocks(): void {
  const answer = blockAnswerer(workerData as BlockContext);
  parentPort?.on("message", (block: Line[]) => parentPort?.postMessage(answer(block), []));
}
