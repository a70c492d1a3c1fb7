/** Files of usage as they come: documents whole, lines one by one. */
import { linesOf } from "../../files/lines.ts";
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  readWholeStream,
  Unreadable,
} from "../../files/whole-file.ts";
import { recordReader } from "../../profile/formats/index.ts";
import type { CsvColumns, ProfileFormat } from "../../profile/names.ts";
import { skipped } from "../../profile/record.ts";
import { type usageCounter, UsageProblem } from "../../profile/usage.ts";
import { usageFailure } from "../../schema/failure.ts";
import { EXAMPLE, readCsv } from "./read-csv.ts";
import type { StreamedInput } from "../streamed-input.ts";

type Counter = ReturnType<typeof usageCounter>;
type RecordsOf = ReturnType<typeof recordReader>;

/** What one text of JSON may have before a parser needs more memory than a small machine has. */
const MOST_JSON_BYTES = 256 * 1024 * 1024;

/** @throws Failure (usage) for a file of no format that is known, and for figures that cannot be */
export async function readUsage(
  { name, chunks }: StreamedInput,
  format: ProfileFormat | CsvColumns | null,
  counter: Counter,
): Promise<void> {
  try {
    if (typeof format === "object" && format !== null) {
      await readCsv({ name, chunks }, format, counter);
    } else await readFile(name, chunks, recordReader(format), counter);
    counter.decide(name);
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    throw usageFailure(error.message, name, "leave the file out, or export it again");
  }
}

async function readFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  recordsOf: RecordsOf,
  counter: Counter,
): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  // A first line that is JSON of its own begins a file of lines, or is the whole document.
  let firstLine: string | null = null;
  while (firstLine === null) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
    firstLine = firstLineOf(head);
  }
  const rest = rejoined(head, iterator);
  if (firstLine !== null && parsed(firstLine) !== undefined) {
    await readLines(name, rest, recordsOf, counter);
    return;
  }
  const bytes = await readWholeStream(rest, MOST_JSON_BYTES).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    throw usageFailure(error.message, name, "write one record a line: lines are read as they come");
  });
  const text = decodedText(bytes);
  if (text === null) throw usageFailure(NOT_TEXT, name, AS_TEXT);
  const document = parsed(text);
  if (document === undefined) {
    const written = text.split("\n").filter((line) => line.trim() !== "");
    const lines = written.map(parsed);
    if (!lines.some((line) => line !== undefined)) throw noFormat(name, "is no JSON");
    for (const line of lines) addDocument(line, name, recordsOf, counter);
    return;
  }
  const records = recordsOf(document);
  if (records === null) throw noFormat(name, "is no export or log that is known");
  for (const record of records) counter.add(record, name);
}

const LINE_FEED = 0x0a;
/** Longer lines begin no file of lines. */
const LONGEST_FIRST_LINE = 5_000_000;

function firstLineOf(head: readonly Uint8Array[]): string | null {
  const last = head.at(-1);
  const size = head.reduce((sum, { length }) => sum + length, 0);
  if (last?.includes(LINE_FEED) !== true && size < LONGEST_FIRST_LINE) return null;
  const text = Buffer.concat(head).toString("utf8");
  // Blank lines in front say nothing.
  const line = text.split("\n").find((each) => each.trim() !== "");
  return line ?? "";
}

async function* rejoined(
  head: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) return;
    yield next.value;
  }
}

async function readLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  recordsOf: RecordsOf,
  counter: Counter,
): Promise<void> {
  let known = false;
  for await (const lines of linesOf(chunks)) {
    for (const { text } of lines) {
      if (text?.trim() === "") continue;
      const isKnown = addDocument(
        text === null ? undefined : parsed(text),
        name,
        recordsOf,
        counter,
      );
      known ||= isKnown;
    }
  }
  if (!known) throw noFormat(name, "is no export or log that is known");
}

function addDocument(
  document: unknown,
  name: string,
  recordsOf: RecordsOf,
  counter: Counter,
): boolean {
  const records = document === undefined ? null : recordsOf(document);
  if (records === null) counter.add(skipped("unreadable"), name);
  for (const record of records ?? []) counter.add(record, name);
  return records !== null;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

const CSV_FILE = /\.(?:csv|tsv)$/i;

function noFormat(name: string, what: string) {
  if (CSV_FILE.test(name)) {
    return usageFailure("is CSV, whose columns are not guessed", name, EXAMPLE);
  }
  return usageFailure(
    what,
    name,
    "save a page of /v1/organization/usage/completions, or one answer with its usage a line; --input-format names the others",
  );
}
