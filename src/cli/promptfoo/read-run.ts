/** A results file of promptfoo as it comes: one text of JSON, or a row a line. */
import { createHash } from "node:crypto";
import { addRow, emptyRun, readResults, type Run } from "../../evidence/promptfoo/results.ts";
import type { Grading } from "../../evidence/promptfoo/row.ts";
import { linesOf } from "../../files/lines.ts";
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  readWholeStream,
  tooLargeText,
  Unreadable,
} from "../../files/whole-file.ts";
import { usageFailure } from "../../schema/failure.ts";
import { isRecord } from "../../schema/texts.ts";
import type { StreamedInput } from "../streamed-input.ts";

/** What one text of JSON may have before a parser needs more memory than a small machine has. */
const MOST_JSON_BYTES = 256 * 1024 * 1024;

/** @throws Failure (usage) for what is no results file, or one too large to be read whole */
export async function readRun(
  { name, bytes = 0, chunks }: StreamedInput,
  grading: Grading,
): Promise<{ run: Run; sha256: string }> {
  const digest = createHash("sha256");
  const hashed = digesting(chunks, digest);
  const isLines = /\.(?:jsonl|ndjson)$/i.test(name);
  if (!isLines && bytes > MOST_JSON_BYTES) throw tooLarge(name, tooLargeText(MOST_JSON_BYTES));
  const run = isLines
    ? await readLines(hashed, grading)
    : await readDocument(hashed, name, grading);
  return { run, sha256: digest.digest("hex") };
}

async function* digesting(
  chunks: AsyncIterable<Uint8Array>,
  digest: { update: (bytes: Uint8Array) => unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}

async function readLines(chunks: AsyncIterable<Uint8Array>, grading: Grading): Promise<Run> {
  const run = emptyRun();
  for await (const lines of linesOf(chunks)) {
    for (const { text } of lines) if (text?.trim() !== "") addLine(run, text, grading);
  }
  return run;
}

function addLine(run: Run, text: string | null, grading: Grading): void {
  addRow(run, text === null ? null : parsed(text), grading);
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

async function readDocument(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  grading: Grading,
): Promise<Run> {
  const bytes = await readWholeStream(chunks, MOST_JSON_BYTES).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    throw tooLarge(name, error.message);
  });
  const text = decodedText(bytes);
  if (text === null) throw usageFailure(NOT_TEXT, name, AS_TEXT);
  const document = parsed(text);
  if (document !== undefined) return readResults(asEnvelope(document), name, grading);
  // Piped in, nothing says that it comes in lines.
  const run = emptyRun();
  for (const line of text.split("\n")) if (line.trim() !== "") addLine(run, line, grading);
  if (run.rows.length > 0) return run;
  throw usageFailure("is no JSON", name, "write it with: promptfoo eval -o results.json");
}

function tooLarge(name: string, reason: string) {
  return usageFailure(reason, name, "export line by line: promptfoo eval -o results.jsonl");
}

/** A file of rows that has one row alone is JSON too. */
function asEnvelope(document: unknown): unknown {
  return isRecord(document) && "promptIdx" in document
    ? { results: { version: 3, results: [document] } }
    : document;
}
