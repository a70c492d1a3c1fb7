/** Runs the program in this process, with its own streams, and gives back all it did. */
import { createRequire } from "node:module";
import path from "node:path";
import { run as runSources } from "../../src/cli/run.ts";
import type { InputKind, Io } from "../../src/cli/io.ts";
import { openProgram } from "../../src/start/compiled-program.ts";

/** The same tests, of the program as it is built: what the bundler does to the sources shows in no other way. */
const run = process.env["PICK_MODEL_TESTED"] === "built" ? openBuilt().run : runSources;

function openBuilt() {
  const directory = path.join(import.meta.dirname, "..", "..", "dist");
  return openProgram(directory, createRequire(path.join(directory, "bin.cjs"))).program;
}

export interface RunOptions {
  /** What is piped in, at once or in pieces; absent: nothing is. */
  stdin?: string | Uint8Array | readonly Uint8Array[];
  /** After what was piped in, reading fails instead of ending. */
  stdinBreaks?: boolean;
  /** How it reaches the program; a pipe unless told. */
  stdinKind?: InputKind;
  /** A pipe that is open and silent: nobody can wait for its end. */
  stdinSilent?: boolean;
  env?: Record<string, string>;
  columns?: number;
  /** Height of the terminal; unknown unless told. */
  rows?: number;
  /** Whether stdout and stderr are a terminal. */
  isTty?: boolean;
  /** The program's today, so that no expectation depends on the day of the run. */
  asOf?: string;
  cwd?: string;
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** The day every expectation is written for unless a test names another. */
export const TEST_DAY = "2026-11-22";

export async function runCli(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const isTTY = options.isTty === true;
  const columns = options.columns ?? (isTTY ? 80 : undefined);
  const stream = (parts: string[]) => ({
    write: (text: string) => void parts.push(text),
    isTTY,
    columns,
    rows: options.rows,
  });
  const io: Io = {
    stdout: stream(out),
    stderr: stream(err),
    stdin: inputOf(options),
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    today: options.asOf ?? TEST_DAY,
  };
  const code = await run([...argv], io);
  return { code, stdout: out.join(""), stderr: err.join("") };
}

function inputOf({ stdin, stdinKind, stdinSilent, stdinBreaks }: RunOptions): Io["stdin"] {
  const pieces = stdin === undefined ? undefined : piecesOf(stdin);
  const kind = stdinKind ?? (pieces === undefined && stdinSilent !== true ? "none" : "pipe");
  return {
    speaks: async () => stdinSilent !== true,
    isTTY: kind === "terminal",
    kind,
    async *chunks() {
      if (pieces === undefined) throw new Error("stdin was read although nothing is there");
      yield* pieces;
      if (stdinBreaks === true) throw Object.assign(new Error("read EIO"), { code: "EIO" });
    },
  };
}

function piecesOf(stdin: NonNullable<RunOptions["stdin"]>): readonly Uint8Array[] {
  if (typeof stdin === "string") return [new TextEncoder().encode(stdin)];
  return stdin instanceof Uint8Array ? [stdin] : stdin;
}
