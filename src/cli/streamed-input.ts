/** What a command reads as it comes: a file, or what is piped in. */
import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { asUnreadable } from "../files/whole-file.ts";
import { quoted, type Failure, usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";

export interface StreamedInput {
  /** What errors call it. */
  name: string;
  /** Of a file; absent of what is piped in. */
  bytes?: number;
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
  return { name: STDIN, chunks: whole(() => io.stdin.chunks(), unreadable(STDIN, command)) };
}

const STDIN = "stdin";
const unreadable = (named: string, command: string) => (reason: string) =>
  usageFailure(`cannot read ${named}: ${reason}`, command, "name a file that is there");

async function openFile(file: string, directory: string, command: string): Promise<StreamedInput> {
  const target = path.resolve(directory, file);
  const found = await stat(target).catch(() => null);
  const failure = unreadable(quoted(file), command);
  if (found === null) throw failure("there is no such file");
  if (found.isDirectory()) throw failure("it is a folder");
  await access(target, constants.R_OK).catch(() => {
    throw failure("permission denied");
  });
  return { name: file, bytes: found.size, chunks: whole(() => createReadStream(target), failure) };
}

/**
 * What the stream gives; where the system breaks it off, a sentence. It is opened when it is read: a stream that fails
 * before anybody listens ends the process.
 */
async function* whole(
  open: () => AsyncIterable<Uint8Array>,
  failure: (reason: string) => Failure,
): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw failure(asUnreadable(error).message);
  }
}
