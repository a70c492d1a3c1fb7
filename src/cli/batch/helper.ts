/** A thread that answers blocks of a batch. */
import { Worker } from "node:worker_threads";
import type { BlockContext, BlockRecords } from "./answer-block.ts";
import type { Line } from "./lines.ts";

export const HELPER_FILE = "batch-helper.cjs";

export interface Helper {
  answer(block: readonly Line[]): Promise<BlockRecords>;
  dismiss(): Promise<unknown>;
}

/** The sources cannot be run in a thread as they are: none of them starts one. */
export function startHelpers(context: BlockContext, count: number): Helper[] {
  if (import.meta.url.endsWith(".ts")) return [];
  return Array.from({ length: count }, () => startHelper(context));
}

function startHelper(context: BlockContext): Helper {
  const worker = new Worker(new URL(HELPER_FILE, import.meta.url), { workerData: context });
  /** Blocks sent and not answered yet, oldest first: answers come in that order. */
  const waiting: { resolve: (records: BlockRecords) => void; reject: (error: Error) => void }[] =
    [];
  let broken: Error | undefined;
  const breakDown = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.on("message", (records: BlockRecords) => waiting.shift()?.resolve(records));
  worker.on("error", breakDown);
  worker.on("exit", () => breakDown(new Error("a thread of the batch has ended")));
  return {
    answer(block) {
      const answer = new Promise<BlockRecords>((resolve, reject) => {
        if (broken === undefined) waiting.push({ resolve, reject });
        else reject(broken);
      });
      answer.catch(() => undefined); // heard of by whoever awaits it, maybe after others
      worker.postMessage(block, []);
      return answer;
    },
    dismiss: () => worker.terminate(),
  };
}
