/** Who answers the blocks of a batch: this thread alone while there are few, then threads of their own. */
import { type BlockContext, blockAnswerer, type BlockRecords } from "./answer-block.ts";
import type { Helper } from "./helper.ts";
import type { Line } from "./lines.ts";

export interface Crew {
  /** Records in the order of the blocks, each as soon as those before it are done. */
  answer(blocks: readonly Line[][]): AsyncIterable<BlockRecords>;
  /** Ends the threads, whatever they are at. */
  dismiss(): Promise<void>;
}

/** Blocks at a time that are worth starting a thread for. */
const BLOCKS_A_HELPER = 4;

/** @param threads how many may answer; 1 starts none */
export function openCrew(context: BlockContext, threads: number): Crew {
  const answerHere = blockAnswerer(context);
  const helpers: Helper[] = [];
  return {
    async *answer(blocks) {
      const wanted = Math.min(threads, Math.floor(blocks.length / BLOCKS_A_HELPER));
      // One helper alone would only keep this thread waiting.
      if (wanted > 1 && wanted > helpers.length) {
        const { startHelpers } = await import("./helper.ts");
        helpers.push(...startHelpers(context, wanted - helpers.length));
      }
      if (helpers.length === 0) {
        for (const block of blocks) yield await answerHere(block);
        return;
      }
      // Blocks take about as long as each other: dealt out in turn, every helper has the same to do.
      const answers = blocks.map((block, place) => helpers[place % helpers.length]?.answer(block));
      for (const answer of answers) {
        if (answer !== undefined) yield await answer;
      }
    },
    async dismiss() {
      await Promise.all(helpers.map((helper) => helper.dismiss()));
    },
  };
}
