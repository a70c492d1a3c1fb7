/** The real streams, environment and clock. The only file that reads the clock. */
import { fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { EXIT } from "./exit-codes.ts";
import type { InputKind, Io, OutputStream } from "./io.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * The process as the program sees it. A reader that closes its end early (`| head`) is no error.
 * Streams are opened when first used: each costs a start of the program milliseconds.
 */
export function processIo(): Io {
  const kind = inputKind();
  return {
    stdout: outputStream(STDOUT, () => process.stdout),
    stderr: outputStream(STDERR, () => process.stderr),
    stdin: { isTTY: kind === "terminal", kind, chunks: () => process.stdin },
    env: process.env,
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, "YYYY-MM-DD".length),
  };
}

function outputStream(descriptor: number, open: () => NodeJS.WriteStream): OutputStream {
  const isTTY = isatty(descriptor);
  let stream: NodeJS.WriteStream | undefined;
  let closed = false;
  /** Whoever waits for the reader; whatever happens to the stream ends the wait. */
  let goOn = () => {};
  const opened = () =>
    open()
      .on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE" && !closed) report(error);
        closed = true;
        goOn();
      })
      .on("close", () => goOn())
      .on("drain", () => goOn());
  return {
    write(text) {
      stream ??= opened();
      if (!closed) stream.write(text);
    },
    async drained() {
      if (stream?.writableNeedDrain === true && !closed) {
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      }
      return !closed;
    },
    isTTY,
    get columns() {
      return isTTY ? open().columns : undefined;
    },
  };
}

/** A character device that is no terminal (`/dev/null`) holds nothing worth waiting for. */
function inputKind(): InputKind {
  if (isatty(STDIN)) return "terminal";
  try {
    const input = fstatSync(STDIN);
    if (input.isFIFO() || input.isSocket()) return "pipe";
    return input.isFile() ? "file" : "none";
  } catch {
    return "none"; // closed by whoever started the program
  }
}

/** A full disk, say. It is heard of only after the program has given its code, so the code is set here. */
function report({ message }: Error): void {
  process.exitCode = EXIT.usage;
  process.stderr.write(`pick-model: cannot write the answer: ${message}\n`);
}
