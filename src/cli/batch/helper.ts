/** A thread that answers blocks of a batch. */
import { Worker } from "node:worker_threads";
import type { BlockContext, BlockRecords } from "./answer-block.ts";
import type { Line } from "./lines.ts";

const HELPER_FILE = "worker.cjs";

export interface Helper {
  answer(block: readonly Line[]): Promise<BlockRecords>;
  dismiss(): Promise<unknown>;
}

/** What a helper says of a block: its records, or the error of ours that it met. */
export type HelperReply = { records: BlockRecords } | { error: unknown };

/** Null where no thread can be had: the system allows no more, or the sources run as they are. */
export function startHelper(context: BlockContext): Helper | null {
  if (import.meta.url.endsWith(".ts")) return null;
  try {
    return helperOn(new Worker(new URL(HELPER_FILE, import.meta.url), { workerData: context }));
  } catch {
    return null;
  }
}

function helperOn(worker: Worker): Helper {
  /** Blocks sent and not answered yet, oldest first: answers come in that order. */
  const waiting: { resolve: (records: BlockRecords) => void; reject: (error: unknown) => void }[] =
    [];
  let broken: Error | undefined;
  const breakDown = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.on("message", (reply: HelperReply) => {
    const asked = waiting.shift();
    if ("records" in reply) asked?.resolve(reply.records);
    else asked?.reject(reply.error);
  });
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
