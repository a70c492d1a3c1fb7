/** The program as one value: run on this process's arguments and streams, on any others, or as a batch's helper. */
import { processIo } from "../cli/process-io.ts";
import { run } from "../cli/run.ts";

export { run };

export async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), processIo());
  // A stream that failed has set a code of its own.
  process.exitCode ??= code;
}

/** Answers what the thread that started this one sends. */
export async function helpWithBatch(): Promise<void> {
  const { serveBlocks } = await import("../cli/batch/serve-blocks.ts");
  serveBlocks();
}
