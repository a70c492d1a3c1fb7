/** The program as one value: run on this process's arguments and streams, on any others, or as a batch's helper. */
import { processIo } from "../cli/process-io.ts";
import { run } from "../cli/run.ts";

export { run };

export async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), processIo());
  // A stream that failed has set a code of its own.
  process.exitCode ??= code;
}

/** Command lines and documents whose code is kept compiled: what people wait for most, and other commands. */
const WARM: Record<WarmedUp, readonly { argv: string[]; document?: string }[]> = {
  most: [
    { argv: ["--version"] },
    { argv: ["--help"] },
    { argv: ["--budget", "low", "--latency", "realtime"] },
    { argv: [] },
    { argv: ["--json"] },
    { argv: ["--quiet"], document: '{"budget":"low","workload":{"requestsPerMonth":1000}}' },
  ],
  others: [
    { argv: ["compare"] },
    { argv: ["explain", "gpt-4o"] },
    { argv: ["cost"] },
    { argv: ["migrate", "gpt-4o"] },
  ],
};

export type WarmedUp = "most" | "others";

/** Answers them to nobody. */
export async function warmUp(directory: string, lines: WarmedUp): Promise<void> {
  const nobody = { write: () => undefined, isTTY: false, columns: undefined };
  for (const { argv, document } of WARM[lines]) {
    const kind = document === undefined ? "none" : "pipe";
    await run(argv, {
      stdout: nobody,
      stderr: nobody,
      stdin: { isTTY: false, kind, chunks: () => chunksOf(document ?? "") },
      env: {},
      cwd: directory,
      today: "2026-11-22",
    });
  }
}

async function* chunksOf(document: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(document));
}

/** Answers what the thread that started this one sends. */
export async function helpWithBatch(): Promise<void> {
  const { serveBlocks } = await import("../cli/batch/worker.ts");
  serveBlocks();
}
