/** What a helper thread does: answers the blocks it is sent, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { type BlockContext, blockAnswerer } from "./answer-block.ts";
import type { Line } from "./lines.ts";

export function serveBlocks(): void {
  const answer = blockAnswerer(workerData as BlockContext);
  let last = Promise.resolve();
  parentPort?.on("message", (block: Line[]) => {
    last = last.then(async () => parentPort?.postMessage(await answer(block), []));
  });
}
