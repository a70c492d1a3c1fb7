/** What a command reads as it comes: a file, or what is piped in. */
import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { quoted } from "../typed/quoted.ts";
import { type Failure, usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";

export interface StreamedInput {
  /** What errors call it. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** Of a command, what its messages say. */
export interface Reader {
  command: string;
  /** Completes "nothing to …". */
  verb: string;
  advice: string;
}

/** @throws Failure (usage) when there is nothing to read */
export async function openStreamedInput(
  file: string | undefined,
  io: Io,
  { command, verb, advice }: Reader,
): Promise<StreamedInput> {
  if (file !== undefined && file !== "-") return openFile(file, io.cwd, command);
  const { kind } = io.stdin;
  if (kind === "terminal" || kind === "none") {
    throw usageFailure(`nothing to ${verb}`, command, advice);
  }
  return { name: "stdin", chunks: io.stdin.chunks() };
}

async function openFile(file: string, directory: string, command: string): Promise<StreamedInput> {
  const target = path.resolve(directory, file);
  const found = await stat(target).catch(() => null);
  const unreadable = (reason: string) =>
    usageFailure(`cannot read ${quoted(file)}: ${reason}`, command, "name a file that is there");
  if (found === null) throw unreadable("there is no such file");
  if (found.isDirectory()) throw unreadable("it is a folder");
  await access(target, constants.R_OK).catch(() => {
    throw unreadable("permission denied");
  });
  return { name: file, chunks: chunksOf(target, unreadable) };
}

async function* chunksOf(
  target: string,
  unreadable: (reason: string) => Failure,
): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(target);
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}
