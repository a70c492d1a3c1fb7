/** Who answers the lines of a batch: this thread alone while there are few, then threads of their own. */
import { type BlockContext, blockAnswerer, type BlockRecords } from "./answer-block.ts";
import type { Helper } from "./helper.ts";
import type { Line } from "./lines.ts";

export interface Crew {
  /** Records in the order of the lines, block by block, each block as soon as those before it are done. */
  answer(lines: readonly Line[]): AsyncIterable<BlockRecords>;
  /** Ends the threads, whatever they are at. */
  dismiss(): Promise<void>;
}

/** Lines that are answered by one thread and printed at once, at most: fewer calls, and still soon. */
const LINES_A_BLOCK = 16;
/** Blocks a helper has before it: the one it answers, and the next. */
const BLOCKS_A_HELPER = 2;
/** Lines of a batch that are worth starting a helper for. */
const LINES_BEFORE_A_HELPER = 64;

/** @param threads how many may answer; 1 starts none */
export function openCrew(context: BlockContext, threads: number): Crew {
  const answerHere = blockAnswerer(context);
  const helpers: Helper[] = [];
  let most = threads;
  let seen = 0;
  const hire = async () => {
    const wanted = Math.min(most, Math.floor(seen / LINES_BEFORE_A_HELPER));
    // One helper alone would only keep this thread waiting.
    if (wanted < 2 || wanted <= helpers.length) return;
    const { startHelper } = await import("./helper.ts");
    while (helpers.length < wanted) {
      const helper = startHelper(context);
      if (helper === null) {
        most = helpers.length;
        return;
      }
      helpers.push(helper);
    }
  };
  return {
    async *answer(lines) {
      seen += lines.length;
      await hire();
      const blocks = blocksOf(lines, helpers.length);
      if (helpers.length > 0) yield* dealt(blocks, helpers);
      else for (const block of blocks) yield await answerHere(block);
    },
    async dismiss() {
      await Promise.all(helpers.map((helper) => helper.dismiss()));
    },
  };
}

/** Small enough for every helper to have its share of few lines. */
function blocksOf(lines: readonly Line[], helpers: number): Line[][] {
  const share = Math.ceil(lines.length / Math.max(1, helpers * BLOCKS_A_HELPER));
  const size = Math.min(LINES_A_BLOCK, Math.max(1, share));
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, place) =>
    lines.slice(place * size, (place + 1) * size),
  );
}

/**
 * Blocks take about as long as each other: dealt out in turn, every helper has the same to do. No more are out than
 * keep all of them busy, so that a slow reader slows the helpers and nothing piles up.
 */
async function* dealt(
  blocks: readonly Line[][],
  helpers: readonly Helper[],
): AsyncGenerator<BlockRecords> {
  const out: Promise<BlockRecords>[] = [];
  let next = 0;
  const deal = () => {
    const [block, helper] = [blocks[next], helpers[next % helpers.length]];
    if (block !== undefined && helper !== undefined) out.push(helper.answer(block));
    next += 1;
  };
  for (let place = 0; place < helpers.length * BLOCKS_A_HELPER; place += 1) deal();
  for (let oldest = out.shift(); oldest !== undefined; oldest = out.shift()) {
    const records = await oldest;
    deal();
    yield records;
  }
}
