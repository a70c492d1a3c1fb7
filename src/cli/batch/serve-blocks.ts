/** What a worker thread does: answers the blocks it is sent, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { type BlockContext, blockAnswerer, type BlockRecords } from "./answer-block.ts";
import type { WorkerReply } from "./worker.ts";
import type { Line } from "../../files/lines.ts";

export function serveBlocks(): void {
  const answer = blockAnswerer(workerData as BlockContext);
  let last = Promise.resolve();
  parentPort?.on("message", (block: Line[]) => {
    last = serve(block, last, answer);
  });
}

async function serve(
  block: readonly Line[],
  before: Promise<void>,
  answer: (lines: readonly Line[]) => Promise<BlockRecords>,
): Promise<void> {
  await before;
  let reply: WorkerReply;
  try {
    reply = { records: await answer(block) };
  } catch (error) {
    reply = { error }; // which keeps its place among the answers
  }
  parentPort?.postMessage(reply, []);
}
