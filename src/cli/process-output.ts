/** stdout and stderr without Node's streams where nothing needs them: to open one costs a start milliseconds. */
import { writeSync } from "node:fs";
import type { OutputStream } from "./io.ts";
import { isTerminal } from "./terminal.ts";

/**
 * Pipes and files are written to at once; a terminal, or a pipe that is full and does not wait, through Node's stream.
 *
 * @param open Node's stream for the same descriptor
 * @param report is told why an answer cannot be written, unless it is that nobody reads any more
 */
export function outputStream(
  descriptor: number,
  open: () => NodeJS.WriteStream,
  report: (error: Error) => void,
): OutputStream {
  const isTTY = isTerminal(descriptor);
  let isDirect = !isTTY;
  let stream: NodeJS.WriteStream | undefined;
  let closed = false;
  /** Whoever waits for the reader; whatever happens to the stream ends the wait. */
  let goOn = () => {};
  const failed = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && !closed) report(error);
    closed = true;
    goOn();
  };
  const opened = () =>
    open()
      .on("error", failed)
      .on("close", () => goOn())
      .on("drain", () => goOn());
  return {
    write(text) {
      if (closed) return;
      let rest: string | Uint8Array = text;
      if (isDirect) {
        try {
          rest = writeNow(descriptor, Buffer.from(text));
        } catch (error) {
          failed(error as NodeJS.ErrnoException); // the system's own: nothing else is called here
          return;
        }
        if (rest.length === 0) return;
        isDirect = false;
      }
      stream ??= opened();
      stream.write(rest);
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
    get rows() {
      return isTTY ? open().rows : undefined;
    },
  };
}

/** @returns what a pipe that does not wait for its reader has no room for @throws what the system says of a write */
function writeNow(descriptor: number, bytes: Uint8Array): Uint8Array {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
  }
  return bytes.subarray(written);
}
