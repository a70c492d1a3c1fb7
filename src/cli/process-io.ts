/** The real streams, environment and clock. The only file that reads the clock. */
import { fstatSync, type Stats, writeSync } from "node:fs";
import { EXIT } from "./exit-codes.ts";
import type { InputKind, InputStream, Io, OutputStream } from "./io.ts";
import { isTerminal } from "./terminal.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * The process as the program sees it. A reader that closes its end early (`| head`) is no error.
 */
export function processIo(): Io {
  const stdin = processInput();
  const stdout = outputStream(STDOUT, () => process.stdout, stdoutFailed);
  // Whoever hears nothing has the code, which says the same.
  const stderr = outputStream(
    STDERR,
    () => process.stderr,
    () => undefined,
  );
  return {
    stdout,
    stderr,
    stdin,
    ...(stdin.isTTY && stderr.isTTY
      ? { dialogue: () => ({ input: process.stdin, output: process.stderr }) }
      : {}),
    ...(stdin.isTTY && stdout.isTTY ? { page } : {}),
    env: process.env,
    cwd: workingFolder(),
    today: new Date().toISOString().slice(0, "YYYY-MM-DD".length),
  };
}

async function page(text: string): Promise<boolean> {
  const { showInPager } = await import("./pager.ts");
  return showInPager(text, process.stdout.rows, process.env);
}

/** A folder that was removed still has a name: a path inside it is then a file that is not there. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}

function processInput(): InputStream {
  const input = statusOf(STDIN);
  const kind = inputKind(input);
  return {
    isTTY: kind === "terminal",
    kind,
    chunks: () => process.stdin,
    ...(kind === "pipe" ? { speaks: () => speaks(input?.isSocket() === true) } : {}),
    ...(input?.isFile() === true ? { identity: { dev: input.dev, ino: input.ino } } : {}),
  };
}

function statusOf(descriptor: number): Stats | null {
  try {
    return fstatSync(descriptor);
  } catch {
    return null; // closed by whoever started the program
  }
}

/** A character device that is no terminal (`/dev/null`) holds nothing worth waiting for. */
function inputKind(input: Stats | null): InputKind {
  if (isTerminal(STDIN)) return "terminal";
  if (input === null) return "none";
  if (input.isFIFO() || input.isSocket()) return "pipe";
  return input.isFile() ? "file" : "none";
}

/** A shell's pipe has a program at its other end that may first fetch what it writes. */
const PIPE_WAIT_MILLISECONDS = 4000;
/** A program that starts another one through a socket writes at once, or never. */
const SOCKET_WAIT_MILLISECONDS = 1000;

function speaks(isSocket: boolean): Promise<boolean> {
  const { stdin } = process;
  return new Promise((resolve) => {
    const settled = (isHeard: boolean) => {
      clearTimeout(timer);
      for (const event of HEARD) stdin.off(event, heard);
      if (!isHeard) stdin.destroy(); // open, it would keep the program from ending
      resolve(isHeard);
    };
    const heard = () => settled(true);
    const wait = isSocket ? SOCKET_WAIT_MILLISECONDS : PIPE_WAIT_MILLISECONDS;
    const timer = setTimeout(() => settled(false), wait);
    for (const event of HEARD) stdin.on(event, heard);
  });
}

const HEARD = ["readable", "end", "close", "error"] as const;

/** A full disk, say. It may be heard of after the program has given its code, so the code is set here. */
function stdoutFailed({ message }: Error): void {
  process.exitCode = EXIT.usage;
  try {
    writeSync(STDERR, `error: cannot write the answer: ${message}\n`);
  } catch {
    // Nobody hears of it there either.
  }
}

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
