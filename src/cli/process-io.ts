/** The real streams, environment and clock. The only file that reads the clock. */
import { fstatSync } from "node:fs";
import { EXIT } from "./exit-codes.ts";
import type { InputKind, Io } from "./io.ts";
import { outputStream } from "./process-output.ts";
import { isTerminal } from "./terminal.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * The process as the program sees it. A reader that closes its end early (`| head`) is no error.
 */
export function processIo(): Io {
  const kind = inputKind();
  return {
    stdout: outputStream(STDOUT, () => process.stdout, report),
    stderr: outputStream(STDERR, () => process.stderr, report),
    stdin: { isTTY: kind === "terminal", kind, chunks: () => process.stdin },
    env: process.env,
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, "YYYY-MM-DD".length),
  };
}

/** A character device that is no terminal (`/dev/null`) holds nothing worth waiting for. */
function inputKind(): InputKind {
  if (isTerminal(STDIN)) return "terminal";
  try {
    const input = fstatSync(STDIN);
    if (input.isFIFO() || input.isSocket()) return "pipe";
    return input.isFile() ? "file" : "none";
  } catch {
    return "none"; // closed by whoever started the program
  }
}

/** A full disk, say. It may be heard of after the program has given its code, so the code is set here. */
function report({ message }: Error): void {
  process.exitCode = EXIT.usage;
  process.stderr.write(`pick-model: cannot write the answer: ${message}\n`);
}
