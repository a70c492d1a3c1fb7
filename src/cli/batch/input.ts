/** Where a batch comes from: a file, or what is piped in. */
import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { quoted } from "../../typed/quoted.ts";
import { type Failure, usageFailure } from "../../schema/failure.ts";
import type { Io } from "../io.ts";

export interface BatchInput {
  /** What errors call it. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** @throws Failure (usage) when there is nothing to read */
export async function openBatchInput(file: string | undefined, io: Io): Promise<BatchInput> {
  if (file !== undefined && file !== "-") return openFileInput(file, io.cwd);
  const { kind } = io.stdin;
  if (kind === "terminal" || kind === "none") {
    const advice = "name a file, or pipe in one JSON document a line";
    throw usageFailure("nothing to answer", "batch", advice);
  }
  return { name: "stdin", chunks: io.stdin.chunks() };
}

async function openFileInput(file: string, directory: string): Promise<BatchInput> {
  const target = path.resolve(directory, file);
  const found = await stat(target).catch(() => null);
  const unreadable = (reason: string) =>
    usageFailure(`cannot read ${quoted(file)}: ${reason}`, "batch", "name a file that is there");
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
